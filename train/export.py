"""Writes the trained models as integer weights, and a reading of our own sentences to test a runtime against.

`python export.py` quantises, scores before and after, and writes HEARSAY_WORK/export. README.md describes the format.
"""
import argparse
import hashlib
import json
import random
import struct
from pathlib import Path

import numpy as np
import torch
from torch import nn

import attribution
import corpora
import encoder as encoders
import features
import linker
import names
import quantise
import syntax
import training
from places import CHECKPOINTS, EXPORT

DTYPES = {'int8': np.int8, 'int16': np.int16, 'int32': np.int32, 'float32': np.float32, 'uint8': np.uint8}


def write(path, header, tensors):
    """One file: 'HRSY', the header's length (uint32), the header (JSON), zeros to a multiple of 16, the tensors."""
    listed, body = [], bytearray()
    for name, array in tensors:
        dtype = str(array.dtype)
        assert dtype in DTYPES, (name, dtype)
        listed.append(dict(name=name, dtype=dtype, shape=list(array.shape), offset=len(body)))
        body += np.ascontiguousarray(array).astype(array.dtype.newbyteorder('<')).tobytes()
        body += bytes(-len(body) % 16)
    text = json.dumps({**header, 'tensors': listed}, ensure_ascii=False, separators=(',', ':')).encode()
    text += b' ' * (-(len(text) + 8) % 16)
    path.write_bytes(b'HRSY' + struct.pack('<I', len(text)) + text + bytes(body))
    print(path.name, f'{path.stat().st_size / 1e6:.2f} MB', flush=True)


def tensors_of(model):
    """All tensors of a quantised model by the names of its modules, and the activation scale of each integer layer."""
    tensors, scales = [], {}
    number = lambda t: t.detach().numpy()
    for name, module in model.named_modules():
        if isinstance(module, quantise.IntLinear):
            tensors += [(f'{name}.weight', number(module.weight)), (f'{name}.scale', number(module.scale.float())),
                        (f'{name}.bias', number(module.bias.float()))]
            scales[name] = module.input_scale
        elif isinstance(module, quantise.IntTable):
            tensors += [(f'{name}.weight', number(module.weight)), (f'{name}.scale', number(module.scale.float()))]
        elif isinstance(module, quantise.IntArcs):
            tensors += [('arcs.weight', number(module.weight)), ('arcs.scale', number(module.scale.float())),
                        ('arcs.bias', number(module.bias.float()))]
            scales.update({f'arcs.{key}': value for key, value in module.scales.items()})
        elif isinstance(module, nn.LayerNorm):
            tensors += [(f'{name}.weight', number(module.weight)), (f'{name}.bias', number(module.bias))]
    if hasattr(model, 'root'):
        tensors.append(('root', number(model.root)))
    if hasattr(model, 'crf'):
        moves = torch.round((model.crf.moves + model.crf.allowed) * 1024).clamp_min(-10_240_000)
        first = torch.round((model.crf.first + model.crf.opening) * 1024).clamp_min(-10_240_000)
        tensors += [('crf.moves', number(moves).astype(np.int32)), ('crf.first', number(first).astype(np.int32))]
    return tensors, scales


def keep_scales(model, name):
    """Gives a model that restore.py took from a file its former activation scales; others keep what was measured."""
    path = CHECKPOINTS / f'{name}.inputs.json'
    if not path.exists():
        return
    for key, scale in json.loads(path.read_text()).items():
        owner, _, side = key.partition('.')
        if owner == 'arcs':
            model.int_arcs.scales[side] = scale
        else:
            model.get_submodule(key).input_scale = scale


def calibration_sentences(count=400, seed=3):
    """Train sentences of every corpus, for the activation scales."""
    rng = random.Random(seed)
    ewt, gum = corpora.treebank('train')
    out = [s['words'] for s in rng.sample(ewt + gum, count)]
    out += [w for w, _ in rng.sample(corpora.names('conll2003', 'train'), count)]
    out += [w for w, _ in corpora.names('politics', 'train')]
    for document in rng.sample(corpora.polnear('train'), 10):
        out += [document['words'][a:b] for a, b in document['sentences']]
    return out


def header_of(kind, model, config, scales, confidence):
    """What a runtime must know of a model besides its tensors."""
    encoder = config['encoder']
    extras = [list(e) for e in encoder.get('extras', ())]
    return dict(
        format=1, kind=kind, width=encoder['width'], blocks=encoder['blocks'],
        tables=[list(t) for t in (*features.TABLES, *extras)], inputs=scales, activation=quantise.ACTIVATION,
        pair=quantise.PAIR, confidence=confidence,
    )


def fixture_documents():
    """Our own sentences as documents, with the reader's paragraph breaks."""
    out = []
    for number, sentences in enumerate(json.loads((Path(__file__).parent / 'fixture.json').read_text('utf8'))):
        words, breaks, ranges = [], [], []
        for text, paragraph in sentences:
            own = text.split()
            ranges.append((len(words), len(words) + len(own)))
            words += own
            breaks += [paragraph] + [False] * (len(own) - 1)
        document = dict(id=f'fixture-{number}', words=words, breaks=breaks, sentences=ranges)
        document['sentence_of'] = np.repeat(np.arange(len(ranges)), [b - a for a, b in ranges])
        document['quotes'] = corpora.quotation_states(words, breaks)
        out.append(linker.prepare(document))
    return out


def read(models, documents):
    """The full reading of documents by (syntax, names, attribution, linkers), as plain JSON values."""
    syntax_model, names_model, tagger, linkers = models
    plain = lambda array: np.round(np.asarray(array, 'f8'), 4).tolist()
    out = []
    for document in documents:
        document = {**document, **attribution.read_syntax(syntax_model, document)}
        rows = [features.sentence_features(document['words'][a:b]) for a, b in document['sentences']]
        items = [dict(x=row) for row in rows]
        parsed = syntax.predict(syntax_model, items, scores=True)
        named = names.predict(names_model, rows, scores=True)
        item = attribution.item_of(document, tagger.encoder.features)
        (states, tags), = linker.states_and_tags(tagger, [item])
        (_, scores), = attribution.predict(tagger, [item])
        links = []
        for case in linker.cases(document, states, tags, False):
            chances = linkers[case['role']](*linker.collate([case]))[0].detach().numpy()
            links.append(dict(role=case['role'], span=list(case['span'][:2]), options=[list(case['options'][k][:2]) for k in case['choice']],
                              features=case['features'].tolist(), relation=case['relation'], scores=plain(chances)))
        statements = [dict(cue=list(s['cue']), Source=[list(x) for x in s['Source']], Content=[list(x) for x in s['Content']])
                      for s in linker.link(linkers, document, states, tags)]
        out.append(dict(
            id=document['id'], words=document['words'], breaks=document['breaks'], sentences=[list(s) for s in document['sentences']],
            quotes=document['quotes'], features=np.concatenate(rows).tolist(), extras=attribution.extras(document).tolist(),
            syntax=[dict(tags=plain(p['tag_scores']), arcs=plain(p['arc_scores']), labels=plain(p['label_scores']),
                         upos=[corpora.UPOS[t] for t in p['tags']], heads=p['heads'].tolist(),
                         rels=[syntax_model.relations[r] for r in p['rels']]) for p in parsed],
            names=[dict(scores=plain(s), tags=t) for t, s in named],
            attribution=dict(scores=plain(scores), tags=tags, first_state=plain(states[0])),
            links=links, statements=statements,
        ))
    return out


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument('--threads', type=int, default=1)
    cli.add_argument('--rows', type=int, default=60000, help='word vectors to keep')
    cli.add_argument('--score', type=int, default=1)
    for name in ('syntax', 'names', 'attribution', 'linker'):
        cli.add_argument('--' + name, default=name)
    options = cli.parse_args()
    training.seed_all(1, options.threads)
    words, vectors = features.vocabulary()
    if options.rows < len(words):
        for word in [w for w, row in words.items() if row >= options.rows + 2]:
            del words[word]
    config = {k: json.loads((CHECKPOINTS / f'{getattr(options, k)}.json').read_text()) for k in ('syntax', 'names', 'attribution')}
    path = CHECKPOINTS / 'confidence.json'
    confidence = json.loads(path.read_text()) if path.exists() else {}

    exact = [syntax.load(options.syntax), names.load(options.names), attribution.load(options.attribution), linker.load(options.linker)]
    sample = [features.sentence_features(s) for s in calibration_sentences()]
    train_documents = [linker.prepare({**d, **attribution.read_syntax(exact[0], d)}) for d in corpora.polnear('train')[:40]]
    items = [attribution.item_of(d, features.sentence_features) for d in train_documents]

    def read_links(linkers):
        for document, (states, tags) in zip(train_documents, linker.states_and_tags(exact[2], items)):
            linker.link(linkers, document, states, tags)

    whole = [
        quantise.quantise(exact[0], lambda m: syntax.predict(m, [dict(x=s) for s in sample])),
        quantise.quantise(exact[1], lambda m: names.predict(m, sample)),
        quantise.quantise(exact[2], lambda m: attribution.predict(m, items)),
        quantise.quantise(exact[3], read_links),
    ]
    for model, kind in zip(whole, ('syntax', 'names', 'attribution', 'linker')):
        keep_scales(model, getattr(options, kind))
    scores = {}
    if options.score:
        for label, models in (('fp32', exact), ('int8', whole)):
            scores[label] = score(models, config)
            print(label, json.dumps(scores[label]), flush=True)
        (EXPORT / 'scores.json').write_text(json.dumps(scores, indent=1))

    weight, scale = whole[0].encoder.int_vectors
    kept = list(words)[:options.rows]
    write(EXPORT / 'vectors.bin', dict(
        format=1, kind='vectors', rows=len(kept) + 2, width=100, hashes=[[t[0], t[1]] for t in features.TABLES], plain=features.PLAIN),
        [('words', np.frombuffer('\n'.join(kept).encode(), np.uint8)), ('vectors.weight', weight[:len(kept) + 2].numpy()),
         ('vectors.scale', scale[:len(kept) + 2].numpy())])
    for kind, model, extra in (
        ('syntax', whole[0], dict(upos=corpora.UPOS, relations=whole[0].relations, sizes=list(whole[0].sizes))),
        ('names', whole[1], dict(labels=names.LABELS)),
        ('attribution', whole[2], dict(labels=attribution.LABELS)),
    ):
        tensors, scales = tensors_of(model)
        header = header_of(kind, model, config[kind], scales, confidence.get(kind, {}))
        if kind == 'attribution':
            own, own_scales = tensors_of(whole[3])
            tensors += [('linker.' + name, array) for name, array in own]
            header['inputs'].update({'linker.' + name: value for name, value in own_scales.items()})
            extra['linker'] = dict(choices=linker.CHOICES, reach=linker.REACH, candidates=linker.CANDIDATES, features=list(linker.FEATURES))
        write(EXPORT / f'{kind}.bin', {**header, **extra}, tensors)
    documents = fixture_documents()
    (EXPORT / 'fixture.json').write_text(json.dumps(dict(fp32=read(exact, documents), int8=read(whole, documents)), ensure_ascii=False))
    files = sorted(EXPORT.glob('*.bin'))
    (EXPORT / 'hashes.json').write_text(json.dumps({f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files}, indent=1))
    print('total', sum(f.stat().st_size for f in files) / 1e6, 'MB')


def score(models, config):
    """Dev scores of every part; attribution reads the syntax that the given syntax model reads."""
    syntax_model, names_model, tagger, linkers = models
    ewt, gum = (syntax.items_of(part, syntax_model.relations) for part in corpora.treebank('dev'))
    out = dict(ewt=syntax.score(syntax_model, ewt), gum=syntax.score(syntax_model, gum))
    for corpus in ('conll2003', 'politics'):
        out[corpus] = names.score(names_model, [s for s in corpora.names(corpus, 'dev') if s[0][0] != '-DOCSTART-'])
    documents = [linker.prepare(d) for d in corpora.polnear('dev')]
    for document in documents:
        document.update(attribution.read_syntax(syntax_model, document))
    items = [attribution.item_of(d, tagger.encoder.features) for d in documents]
    reading = linker.states_and_tags(tagger, items)
    out['polnear'] = attribution.score_tags([(tags, d['tags']) for d, (_, tags) in zip(documents, reading)])
    out['whole'] = linker.score_whole([(linker.link(linkers, d, s, t), d) for d, (s, t) in zip(documents, reading)])
    out['whole_gold_spans'] = linker.score_whole([(linker.link(linkers, d, s, d['tags']), d) for d, (s, _) in zip(documents, reading)])
    return out


if __name__ == '__main__':
    main()
