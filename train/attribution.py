"""The attribution model: source, cue and content spans over whole articles. `python attribution.py` trains it.

It reads words, quotation states, sentence and paragraph starts, and the syntax model's tags, relations and heads.
"""
import argparse
import json
import pickle
import random

import numpy as np
import torch
import torch.nn.functional as F

import corpora
import encoder as encoders
import names as names_model
import syntax as syntax_model
import training
from crf import bio
from places import CHECKPOINTS, WORK

LABELS = bio(['Source', 'Cue', 'Content'])
ROLES = ('Source', 'Cue', 'Content')
DISTANCES = 16


def extra_tables(relations):
    """The small tables beside the word tables: name, rows, width; row 0 is the padding of each."""
    return [('quotes', 5, 8), ('starts', 4, 8), ('upos', len(corpora.UPOS) + 1, 16), ('relation', relations + 1, 24),
            ('distance', DISTANCES + 1, 8)]


def distance_bucket(offset):
    """1 for the root; then heads before (2 to 8) and after (9 to 15), by distance 1 2 3 4 5-7 8-15 16 and more."""
    if offset == 0:
        return 1
    far = abs(offset)
    bucket = far - 1 if far <= 4 else 4 if far <= 7 else 5 if far <= 15 else 6
    return 2 + bucket + (0 if offset < 0 else 7)


def parsed(name, part, every_annotator=False):
    """PolNeAR documents with the syntax model's reading; readings are kept in HEARSAY_WORK/parsed."""
    documents = corpora.polnear(part, every_annotator)
    store = WORK / 'parsed' / f'{name}-{part}.pkl'
    if not store.exists():
        store.parent.mkdir(exist_ok=True)
        model, seen = syntax_model.load(name), {}
        for document in documents:
            if document['id'] not in seen:
                seen[document['id']] = read_syntax(model, document)
        store.write_bytes(pickle.dumps(seen))
    seen = pickle.loads(store.read_bytes())
    for document in documents:
        document.update(seen[document['id']])
    return documents


def read_syntax(model, document):
    """Tags, relation numbers, and heads as absolute token numbers (a root points at itself)."""
    words = document['words']
    items = [dict(x=model.encoder.features(words[a:b])) for a, b in document['sentences']]
    upos, rels, heads = (np.zeros(len(words), 'i4') for _ in range(3))
    for (a, b), found in zip(document['sentences'], syntax_model.predict(model, items)):
        upos[a:b], rels[a:b] = found['tags'], found['rels']
        heads[a:b] = np.where(found['heads'] == 0, np.arange(a, b), a + found['heads'] - 1)
    return dict(upos=upos, rels=rels, heads=heads)


def extras(document):
    """The columns of `extra_tables`, one row a token."""
    size = len(document['words'])
    starts = np.ones(size, 'i4')
    for a, _ in document['sentences']:
        starts[a] = 3 if document['breaks'][a] else 2
    offsets = document['heads'] - np.arange(size)
    return np.stack([np.array(document['quotes']) + 1, starts, document['upos'] + 1, document['rels'] + 1,
                     [distance_bucket(int(o)) for o in offsets]], 1)


class Attribution(names_model.Tagger):
    """Encoder with tree blocks, one linear layer, CRF."""

    def forward(self, x, heads):
        return self.scores(self.encoder(x, heads))


def item_of(document, features):
    """The arrays of one document: feature rows, heads, gold labels."""
    index = {label: at for at, label in enumerate(LABELS)}
    x = np.concatenate([features(document['words']), extras(document)], 1)
    gold = np.array([index[tag] for tag in document['tags']]) if 'tags' in document else None
    ends = [b for _, b in document['sentences']]
    return dict(x=x, heads=document['heads'], gold=gold, ends=ends, document=document)


def windows(items, longest):
    """Cuts documents at sentence ends into windows of at most `longest` tokens, from a random first length on."""
    out = []
    for number, item in enumerate(items):
        start, limit, last = 0, random.randint(longest // 3, longest), 0
        for end in item['ends']:
            if end - start > limit and last > start:
                out.append((number, start, last))
                start, limit = last, longest
            last = end
        for a in range(start, last, longest):
            out.append((number, a, min(last, a + longest)))
    return out


def collate(items, cuts):
    """Padded tensors of some windows: features, heads inside the window, gold labels, mask."""
    xs, heads, golds = [], [], []
    for number, a, b in cuts:
        item = items[number]
        own = item['heads'][a:b] - a
        heads.append(np.where((own < 0) | (own >= b - a), np.arange(b - a), own))
        gold = item['gold'][a:b].copy()
        if LABELS[gold[0]][0] == 'I':
            gold[0] -= 1
        golds.append(gold)
        xs.append(item['x'][a:b])
    x, mask = training.pad(xs, xs[0].shape[1])
    return x, training.pad_numbers(heads, x.shape[1]), training.pad_numbers(golds, x.shape[1]), mask


def predict(model, items, longest=100_000, overlap=0):
    """Per document: BIO tags and emission scores; long documents may be read in windows (the teacher must)."""
    out = []
    with torch.no_grad():
        for item in items:
            size = len(item['x'])
            scores = np.zeros((size, len(LABELS)), 'f4')
            for a in range(0, size, longest):
                left, right = max(0, a - overlap), min(size, a + longest + overlap)
                own = item['heads'][left:right] - left
                own = np.where((own < 0) | (own >= right - left), np.arange(right - left), own)
                x = torch.from_numpy(item['x'][None, left:right].astype('i8'))
                found = model(x, torch.from_numpy(own[None].astype('i8')))[0].numpy()
                scores[a:a + longest] = found[a - left:a - left + longest]
            out.append(([LABELS[k] for k in model.crf.decode(scores)], scores))
    return out


def score_tags(pairs):
    """Token, exact and overlap F1 of each role, from pairs of (our tags, gold tags) of whole documents."""
    out = {}
    for role in ROLES:
        both = ours_only = gold_only = exact = found = wanted = ours_hit = gold_hit = 0
        for ours, gold in pairs:
            for a, b in zip(ours, gold):
                a, b = a[2:] == role, b[2:] == role
                both, ours_only, gold_only = both + (a and b), ours_only + (a and not b), gold_only + (b and not a)
            ours = [s for s in corpora.spans(ours) if s[2] == role]
            gold = [s for s in corpora.spans(gold) if s[2] == role]
            exact, found, wanted = exact + len(set(ours) & set(gold)), found + len(ours), wanted + len(gold)
            meets = lambda s, others: any(s[0] < o[1] and o[0] < s[1] for o in others)
            ours_hit, gold_hit = ours_hit + sum(meets(s, gold) for s in ours), gold_hit + sum(meets(s, ours) for s in gold)
        p, r = ours_hit / max(found, 1), gold_hit / max(wanted, 1)
        out[role] = [round(float(v), 2) for v in (200 * both / max(1, 2 * both + ours_only + gold_only),
                                           200 * exact / max(1, found + wanted), 200 * p * r / max(p + r, 1e-9))]
    return out


def loss_of(model, batch):
    """CRF loss, mixed with the teacher's probabilities where there are some."""
    x, heads, gold, mask, soft = batch
    if model.training:
        # Syntax is read by a model that errs; sometimes do without it.
        hide = torch.rand(x.shape[:2]) < 0.1
        columns = list(range(x.shape[2] - 3, x.shape[2]))
        for column in columns:
            x[:, :, column] = x[:, :, column].masked_fill(hide, 0)
    scores = model(x, heads)
    if soft is None:
        return model.crf.gold_loss(scores, gold, mask)
    distilled = -(soft[mask] * F.log_softmax(scores[mask], 1)).sum(1).mean()
    return 0.6 * model.crf.gold_loss(scores, gold, mask) + 1.0 * distilled


def build(config):
    """The model that a saved configuration describes."""
    tables = extra_tables(config['relations'])
    if config['encoder'] == 'teacher':
        from teacher import Teacher
        return Attribution(Teacher(tables), LABELS)
    return Attribution(encoders.Encoder(drop=config.get('drop', 0.3), **config['encoder']), LABELS)


def load(name):
    """A trained model, ready to read."""
    model = build(json.loads((CHECKPOINTS / f'{name}.json').read_text()))
    model.load_state_dict(torch.load(CHECKPOINTS / f'{name}.pt'))
    return model.eval()


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument('--name', default='attribution')
    cli.add_argument('--syntax', default='syntax')
    cli.add_argument('--steps', type=int, default=8000)
    cli.add_argument('--tokens', type=int, default=1200)
    cli.add_argument('--longest', type=int, default=400)
    cli.add_argument('--seed', type=int, default=1)
    cli.add_argument('--threads', type=int, default=1)
    cli.add_argument('--rate', type=float, default=2e-3)
    cli.add_argument('--width', type=int, default=144)
    cli.add_argument('--blocks', default='3:1,0:0,3:2,3:4,0:0,3:8,3:1')
    cli.add_argument('--drop', type=float, default=0.3)
    cli.add_argument('--start', default='', help='continue from this checkpoint')
    cli.add_argument('--soft', default='', help='file of the teacher\'s probabilities (teach.py)')
    cli.add_argument('--teacher', type=int, default=0)
    cli.add_argument('--pretrained-rate', type=float, default=2e-4)
    cli.add_argument('--decay', type=float, default=0.999)
    cli.add_argument('--evaluations', type=int, default=4)
    options = cli.parse_args()
    training.seed_all(options.seed, options.threads)
    reach = dict(longest=160, overlap=24) if options.teacher else {}
    relations = len(json.loads((CHECKPOINTS / f'{options.syntax}.json').read_text())['relations'])
    if options.teacher:
        config = dict(encoder='teacher')
    elif options.start:
        config = json.loads((CHECKPOINTS / f'{options.start}.json').read_text())
    else:
        blocks = [tuple(map(int, b.split(':'))) for b in options.blocks.split(',')]
        config = dict(encoder=dict(width=options.width, blocks=blocks, wide=True, extras=extra_tables(relations)))
    config.update(drop=options.drop, options=vars(options), labels=LABELS, relations=relations, syntax=options.syntax)
    model = build(config)
    if options.start:
        model.load_state_dict(torch.load(CHECKPOINTS / f'{options.start}.pt'))
    (CHECKPOINTS / f'{options.name}.json').write_text(json.dumps(config))
    gold = [item_of(d, model.encoder.features) for d in parsed(options.syntax, 'train', True)]
    pools = [gold]
    if options.soft:
        import teach
        pools.append(teach.soft_attribution(options.soft, gold, model.encoder.features))
    dev = [item_of(d, model.encoder.features) for d in parsed(options.syntax, 'dev')]
    print([(len(pool), sum(len(i['x']) for i in pool)) for pool in pools], 'documents and tokens,',
          sum(p.numel() for p in model.parameters()), 'weights', flush=True)
    queues = [[] for _ in pools]

    def draw():
        which = random.randrange(len(pools)) if options.soft else 0
        items, queue = pools[which], queues[which]
        if not queue:
            cuts = windows(items, options.longest)
            queue += [[cuts[i] for i in b] for b in training.batches([b - a for _, a, b in cuts], options.tokens)]
        cuts = queue.pop()
        x, heads, labels, mask = collate(items, cuts)
        soft = None
        if options.soft:
            soft = torch.zeros((*mask.shape, len(LABELS)))
            for row, (number, a, b) in enumerate(cuts):
                soft[row, :b - a] = torch.from_numpy(items[number]['soft'][a:b].astype('f4'))
        return x, heads, labels, mask, soft

    def evaluate(average):
        return score_tags([(tags, i['document']['tags']) for i, (tags, _) in zip(dev, predict(average, dev, **reach))])

    training.train(model, draw, loss_of, options.steps, options.name, options.rate, evaluate, options.evaluations,
                   pretrained=model.encoder.pretrained(), pretrained_rate=options.pretrained_rate, decay=options.decay)


if __name__ == '__main__':
    main()
