"""Reads the exported files alone, as a runtime must, and checks that it reaches the fixture's scores and labels.

`python check_export.py FOLDER` needs numpy and nothing of the training code; it is the format's executable description.
"""
import json
import struct
import sys
from pathlib import Path

import numpy as np

EPSILON = np.float32(1e-5)


class Weights:
    """One exported file: its header and its tensors."""

    def __init__(self, path):
        data = path.read_bytes()
        assert data[:4] == b'HRSY'
        length, = struct.unpack('<I', data[4:8])
        self.header = json.loads(data[8:8 + length])
        self.tensors = {}
        for t in self.header['tensors']:
            count = int(np.prod(t['shape']))
            dtype = np.dtype(t['dtype']).newbyteorder('<')
            self.tensors[t['name']] = np.frombuffer(data, dtype, count, 8 + length + t['offset']).reshape(t['shape'])

    def linear(self, name, x):
        """x (rows, columns) through an integer layer."""
        scale = self.header['inputs'][name]
        whole = quantised(x, scale, self.header['activation']) @ self[f'{name}.weight'].astype('i8').T
        return whole.astype('f4') * (self[f'{name}.scale'] * np.float32(scale)) + self[f'{name}.bias']

    def norm(self, name, x):
        """Layer norm over the columns."""
        mean = x.mean(1, keepdims=True)
        spread = ((x - mean) ** 2).mean(1, keepdims=True)
        return (x - mean) / np.sqrt(spread + EPSILON) * self[f'{name}.weight'] + self[f'{name}.bias']

    def rows(self, name, numbers):
        """Rows of an int8 table."""
        return self[f'{name}.weight'][numbers].astype('f4') * self[f'{name}.scale'][numbers][..., None]

    def __getitem__(self, name):
        return self.tensors[name]


def quantised(x, scale, limit):
    """x / scale to the nearest whole number (halves to even), inside ±limit."""
    return np.clip(np.round((x / np.float32(scale)).astype('f4')), -limit, limit).astype('i8')


def gate(y):
    """The first half of the columns times the sigmoid of the second."""
    half = y.shape[1] // 2
    return y[:, :half] / (1 + np.exp(-y[:, half:]))


def encode(model, vectors, columns, heads=None):
    """Feature rows (tokens, columns) to states (tokens, width)."""
    parts = [vectors.rows('vectors', columns[:, 0])]
    parts += [model.rows(f'encoder.tables.{k}', columns[:, k + 1]) for k in range(len(model.header['tables']))]
    x = model.linear('encoder.enter', np.concatenate(parts, 1))
    for k, (kernel, dilation) in enumerate(model.header['blocks']):
        y = model.norm(f'encoder.blocks.{k}.norm', x)
        if kernel == 0:
            y = np.concatenate([y, y[heads]], 1)
        else:
            reach = dilation * (kernel // 2)
            padded = np.pad(y, ((reach, reach), (0, 0)))
            y = np.concatenate([padded[t * dilation:t * dilation + len(x)] for t in range(kernel)], 1)
        x = x + gate(model.linear(f'encoder.blocks.{k}.mix', y))
    return model.norm('encoder.norm', x)


def leaky(x):
    return np.where(x > 0, x, np.float32(0.1) * x)


def parse(model, states):
    """Tag scores, arc scores, and a function from heads to label scores."""
    head = model.header
    rooted = np.concatenate([model['root'][None], states])
    cuts = np.cumsum(head['sizes'])[:2]
    arc_d, product_d, sum_d = np.split(model.linear('dependent', states), cuts, 1)
    arc_h, product_h, sum_h = np.split(model.linear('head', rooted), cuts, 1)
    inputs = head['inputs']
    left = quantised(leaky(arc_d), inputs['arcs.input'], head['activation']) @ model['arcs.weight'].astype('i8').T
    left = left.astype('f4') * (model['arcs.scale'] * np.float32(inputs['arcs.input'])) + model['arcs.bias']
    whole = quantised(left, inputs['arcs.left'], head['pair']) @ quantised(leaky(arc_h), inputs['arcs.right'], head['pair']).T
    arcs = whole.astype('f4') * np.float32(inputs['arcs.left'] * inputs['arcs.right'])

    def labels(heads):
        pair = [leaky(product_d) * leaky(product_h)[heads], leaky(sum_d + sum_h[heads])]
        return model.linear('labels', np.concatenate(pair, 1))

    return model.linear('tags', states), arcs, labels


def viterbi(model, scores):
    """The best label numbers, in whole numbers: scores times 1024, rounded."""
    whole = np.round(scores * 1024).astype('i8')
    best, back = whole[0] + model['crf.first'], []
    for row in whole[1:]:
        paths = best[:, None] + model['crf.moves']
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [model.header['labels'][k] for k in path[::-1]]


def link_scores(model, states, link):
    """Scores of "none" and of each option."""
    view = lambda a, b: np.concatenate([states[a], states[b - 1], states[a:b].mean(0)])[None]
    name = 'linker.' + link['role']
    tables = len(model.header['linker']['features']) + 1
    own = model.linear(f'{name}.span', view(*link['span'])) + model.rows(f'{name}.tables.{tables}', np.array([link['relation']]))
    out = [model.linear(f'{name}.none', np.maximum(own, 0))[0, 0]]
    for option, numbers in zip(link['options'], link['features']):
        pair = own + model.linear(f'{name}.option', view(*option))
        for k, number in enumerate(numbers):
            pair = pair + model.rows(f'{name}.tables.{k}', np.array([number]))
        out.append(model.linear(f'{name}.out', np.maximum(pair, 0))[0, 0])
    return np.array(out)


def main():
    folder = Path(sys.argv[1])
    vectors, syntax, names, attribution = (Weights(folder / f'{n}.bin') for n in ('vectors', 'syntax', 'names', 'attribution'))
    vocabulary = {word: row + 2 for row, word in enumerate(bytes(vectors['words']).decode().split('\n'))}
    plain = vectors.header['plain']
    worst, flips = {}, 0

    def compare(part, ours, theirs):
        worst[part] = max(worst.get(part, 0.0), float(np.abs(ours - np.array(theirs)).max()))

    for document in json.loads((folder / 'fixture.json').read_text('utf8'))['int8']:
        columns = np.array(document['features'])
        for word, row in zip(document['words'], columns[:, 0]):
            base = plain.get(word) or word.replace('’', "'")
            assert vocabulary.get(base.lower(), 1) == row, word
        heads, relations = np.zeros(len(columns), int), np.zeros(len(columns), int)
        for (a, b), parsed, named in zip(document['sentences'], document['syntax'], document['names']):
            tags, arcs, labels = parse(syntax, encode(syntax, vectors, columns[a:b]))
            own = np.array(parsed['heads'])
            found = labels(own)
            compare('tags', tags, parsed['tags'])
            compare('arcs', arcs, parsed['arcs'])
            compare('labels', found, parsed['labels'])
            flips += sum(syntax.header['relations'][k] != r for k, r in zip(found.argmax(1), parsed['rels']))
            flips += sum(syntax.header['upos'][k] != t for k, t in zip(tags.argmax(1), parsed['upos']))
            heads[a:b] = np.where(own == 0, np.arange(a, b), a + own - 1)
            scores = names.linear('scores', encode(names, vectors, columns[a:b]))
            compare('names', scores, named['scores'])
            flips += sum(x != y for x, y in zip(viterbi(names, scores), named['tags']))
        states = encode(attribution, vectors, np.concatenate([columns, document['extras']], 1), heads)
        scores = attribution.linear('scores', states)
        compare('attribution', scores, document['attribution']['scores'])
        flips += sum(x != y for x, y in zip(viterbi(attribution, scores), document['attribution']['tags']))
        for link in document['links']:
            ours = link_scores(attribution, states, link)
            compare('links', ours, link['scores'][:len(ours)])
            flips += int(ours.argmax() != np.argmax(link['scores']))
    print(json.dumps(dict(worst=worst, flips=int(flips))))


if __name__ == '__main__':
    main()
