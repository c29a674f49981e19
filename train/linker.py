"""The linker: joins sources and contents to cues. `python linker.py` trains it on a frozen tagger.

Every content chooses a cue near by, or none; every cue chooses a source near by, or none, so that two cues may share
one source. A statement is a cue that at least one content chose.
"""
import argparse
import json
import random

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import attribution
import corpora
import training
from places import CHECKPOINTS

#: What chooses and what is chosen, for each role.
CHOICES = {'Source': ('Cue', 'Source'), 'Content': ('Content', 'Cue')}
#: How many sentences away an option may stand, and how many options are looked at.
REACH = {'Source': 1, 'Content': 4}
CANDIDATES = 10
#: Rows of each feature table, in the order of `pair_features`; two tables of relations follow: option's, chooser's.
FEATURES = (19, 11, 11, 4, 4, 6, 4, 4, 4)


def gap_bucket(start, end, other_start, other_end):
    """0 to 8 where the cue stands before the span, 9 to 17 behind, 18 overlapping; by tokens between them."""
    if start < other_end and other_start < end:
        return 18
    gap = start - other_end if start >= other_end else other_start - end
    bucket = gap if gap <= 2 else 3 if gap <= 4 else 4 if gap <= 8 else 5 if gap <= 16 else 6 if gap <= 32 else 7 if gap <= 64 else 8
    return bucket + (0 if start >= other_end else 9)


def span_root(heads, start, end):
    """The first token of the span whose head lies outside it (or is itself)."""
    for at in range(start, end):
        if heads[at] == at or not start <= heads[at] < end:
            return at
    return start


def tree_relation(heads, root, start, end, option_root, option_start, option_end):
    """How the span hangs on the option: 1 directly, 2 through one word, 3 and 4 the other way round, 5 as siblings."""
    inside = lambda at, a, b: a <= at < b
    if heads[root] != root and inside(heads[root], option_start, option_end):
        return 1
    if heads[heads[root]] != heads[root] and inside(heads[heads[root]], option_start, option_end):
        return 2
    if heads[option_root] != option_root and inside(heads[option_root], start, end):
        return 3
    if heads[heads[option_root]] != heads[option_root] and inside(heads[heads[option_root]], start, end):
        return 4
    return 5 if heads[root] == heads[option_root] and heads[root] != root else 0


def candidates(document, span, options, role):
    """Numbers of the options that the span may choose, nearest first, at most CANDIDATES."""
    sentence, (start, end) = document['sentence_of'], span[:2]
    first, last = sentence[start] - REACH[role], sentence[end - 1] + REACH[role]
    near = [k for k, (a, b, _) in enumerate(options) if first <= sentence[a] <= last]
    near.sort(key=lambda k: (max(0, start - options[k][1], options[k][0] - end), k))
    return near[:CANDIDATES]


def pair_features(document, span, spans, options, choice):
    """One row of feature numbers for every candidate, and the relation number of the chooser's root plus one.

    `spans` are all choosers of the role, in order; the last column is the relation of the option's root plus one.
    """
    heads, sentence, (start, end) = document['heads'], document['sentence_of'], span[:2]
    paragraphs, relations = document['paragraph_of'], document['rels']
    root = span_root(heads, start, end)
    before = max((k for k, c in enumerate(options) if c[1] <= start), default=-1)
    behind = min((k for k, c in enumerate(options) if c[0] >= end), default=-1)
    rows = []
    for k in choice:
        a, b, _ = options[k]
        low, high = (b, start) if b <= start else (end, a)
        option_root = span_root(heads, a, b)
        rows.append((
            gap_bucket(start, end, a, b),
            int(np.clip(sentence[start] - sentence[a], -5, 5)) + 5,
            int(np.clip(sentence[end - 1] - sentence[a], -5, 5)) + 5,
            min(3, sum(low <= c[0] < high for c in options)),
            min(3, sum(low <= s[0] < high for s in spans)),
            tree_relation(heads, root, start, end, option_root, a, b),
            min(3, abs(int(paragraphs[start] - paragraphs[a]))),
            document['quotes'][start],
            (k == before) + 2 * (k == behind),
            int(relations[option_root]) + 1,
        ))
    return np.array(rows, 'i8').reshape(len(choice), len(FEATURES) + 1), int(relations[root]) + 1


class Linker(nn.Module):
    """Scores a span against its options: two linear views of the states, tables of features, ReLU, one weight row."""

    def __init__(self, width, relations, size=64, drop=0.3):
        super().__init__()
        self.option = nn.Linear(3 * width, size)
        self.span = nn.Linear(3 * width, size)
        self.tables = nn.ModuleList(nn.Embedding(rows, size) for rows in (*FEATURES, relations + 1, relations + 1))
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.1)
        self.out = nn.Linear(size, 1)
        self.none = nn.Linear(size, 1)
        self.drop = drop

    def forward(self, options, spans, features, relation, mask):
        """options (batch, candidates, 3 width), spans (batch, 3 width): scores (batch, 1 + candidates), "none" first."""
        drop = lambda z: F.dropout(z, self.drop, self.training)
        own = self.span(drop(spans)) + self.tables[-1](relation)
        pair = own[:, None] + self.option(drop(options))
        for column, table in enumerate(self.tables[:-1]):
            pair = pair + table(features[:, :, column])
        scores = self.out(drop(F.relu(pair)))[:, :, 0].masked_fill(~mask, -1e4)
        return torch.cat([self.none(drop(F.relu(own))), scores], 1)


def span_states(states, start, end):
    """First, last and mean state of a span, side by side."""
    return np.concatenate([states[start], states[end - 1], states[start:end].mean(0)])


def prepare(document):
    """Adds paragraph numbers."""
    document['paragraph_of'] = np.cumsum(document['breaks'])
    return document


def cases(document, states, tags, with_gold):
    """Every choosing span with its options; with gold, the right choice (0 none, else 1 + place among `choice`)."""
    found = corpora.spans(tags)
    out = []
    for role, (chooser, chosen) in CHOICES.items():
        own, options = ([s for s in found if s[2] == kind] for kind in (chooser, chosen))
        for number, span in enumerate(own):
            choice = candidates(document, span, options, role)
            features, relation = pair_features(document, span, own, options, choice)
            case = dict(role=role, number=number, span=span, choice=choice, options=options, features=features,
                        relation=relation, span_state=span_states(states, span[0], span[1]),
                        option_states=[span_states(states, options[k][0], options[k][1]) for k in choice])
            if with_gold:
                case['gold'] = _right(document, span, role, choice, options)
            out.append(case)
    return out


def _right(document, span, role, choice, options):
    chooser, chosen = CHOICES[role]
    inside = set(range(span[0], span[1]))
    best = max(document['attributions'], key=lambda a: len(inside & set(a.get(chooser, ()))), default=None)
    if best is None or not inside & set(best.get(chooser, ())):
        return 0
    shared = [len(set(range(options[k][0], options[k][1])) & set(best.get(chosen, ()))) for k in choice]
    return 1 + int(np.argmax(shared)) if shared and max(shared) else 0


def collate(batch):
    """Padded tensors of some cases."""
    width = max(1, max(len(c['choice']) for c in batch))
    size = len(batch[0]['span_state'])
    options = np.zeros((len(batch), width, size), 'f4')
    features = np.zeros((len(batch), width, len(FEATURES) + 1), 'i8')
    mask = np.zeros((len(batch), width), bool)
    for row, case in enumerate(batch):
        count = len(case['choice'])
        if count:
            options[row, :count] = case['option_states']
            features[row, :count] = case['features']
            mask[row, :count] = True
    spans = np.stack([c['span_state'] for c in batch]).astype('f4')
    relation = np.array([c['relation'] for c in batch])
    return tuple(map(torch.from_numpy, (options, spans, features, relation, mask)))


def link(linkers, document, states, tags):
    """Statements: dicts of cue (start, end), Source and Content span lists, and the probability of each link."""
    found = cases(document, states, tags, False)
    cues = [s for s in corpora.spans(tags) if s[2] == 'Cue']
    statements = [dict(cue=c[:2], Source=[], Content=[], p={}) for c in cues]
    for role in ('Source', 'Content'):
        own = [c for c in found if c['role'] == role]
        if not own:
            continue
        with torch.no_grad():
            chances = torch.softmax(linkers[role](*collate(own)), 1).numpy()
        for case, row in zip(own, chances):
            best = int(row.argmax())
            if best:
                picked = case['choice'][best - 1]
                statement = statements[case['number'] if role == 'Source' else picked]
                part = case['options'][picked][:2] if role == 'Source' else case['span'][:2]
                statement[role].append(part)
                statement['p'][part] = float(row[best])
    return [s for s in statements if s['Content']]


def score_whole(pairs):
    """Whole attributions, from pairs of (statements, document): cue overlaps, source overlaps, content half shared."""
    gold_count = found_count = cue = source = content = full = 0
    for statements, document in pairs:
        gold = [a for a in document['attributions'] if 'Cue' in a]
        gold_count, found_count, used = gold_count + len(gold), found_count + len(statements), set()
        for statement in statements:
            own = set(range(*statement['cue']))
            match = next((k for k, a in enumerate(gold) if k not in used and own & set(a['Cue'])), None)
            if match is None:
                continue
            used.add(match)
            ours = {r: {i for s in statement[r] for i in range(*s)} for r in ('Source', 'Content')}
            theirs = {r: set(gold[match].get(r, ())) for r in ('Source', 'Content')}
            same_source = bool(ours['Source'] & theirs['Source']) or not (ours['Source'] or theirs['Source'])
            union = ours['Content'] | theirs['Content']
            same_content = bool(theirs['Content']) and len(ours['Content'] & theirs['Content']) / max(1, len(union)) >= 0.5
            cue, source, content = cue + 1, source + same_source, content + same_content
            full += same_source and same_content
    percent = lambda n: round(200 * n / max(1, gold_count + found_count), 2)
    return dict(cue=percent(cue), source=percent(source), content=percent(content), whole=percent(full))


def states_and_tags(model, items):
    """Per document the encoder's states and the predicted tags."""
    out = []
    with torch.no_grad():
        for item in items:
            x, heads = torch.from_numpy(item['x'][None].astype('i8')), torch.from_numpy(item['heads'][None].astype('i8'))
            states = model.encoder(x, heads)
            tags = [attribution.LABELS[k] for k in model.crf.decode(model.scores(states)[0].numpy())]
            out.append((states[0].numpy(), tags))
    return out


def load(name):
    """The linkers for both roles, ready to read."""
    config = json.loads((CHECKPOINTS / f'{name}.json').read_text())
    linkers = nn.ModuleDict({role: Linker(config['width'], config['relations']) for role in REACH})
    linkers.load_state_dict(torch.load(CHECKPOINTS / f'{name}.pt'))
    return linkers.eval()


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument('--name', default='linker')
    cli.add_argument('--tagger', default='attribution')
    cli.add_argument('--steps', type=int, default=2500)
    cli.add_argument('--batch', type=int, default=256)
    cli.add_argument('--seed', type=int, default=1)
    cli.add_argument('--threads', type=int, default=1)
    options = cli.parse_args()
    training.seed_all(options.seed, options.threads)
    model = attribution.load(options.tagger)
    config = json.loads((CHECKPOINTS / f'{options.tagger}.json').read_text())
    linkers = nn.ModuleDict({role: Linker(model.encoder.width, config['relations']) for role in REACH})
    (CHECKPOINTS / f'{options.name}.json').write_text(
        json.dumps(dict(width=model.encoder.width, relations=config['relations'], tagger=options.tagger)))
    pools = {role: [] for role in REACH}
    documents = [prepare(d) for d in attribution.parsed(config['syntax'], 'train')]
    read = states_and_tags(model, [attribution.item_of(d, model.encoder.features) for d in documents])
    for document, (states, tags) in zip(documents, read):
        for own in (document['tags'], tags):
            for case in cases(document, states, own, True):
                pools[case['role']].append(case)
    dev = [prepare(d) for d in attribution.parsed(config['syntax'], 'dev')]
    dev_read = states_and_tags(model, [attribution.item_of(d, model.encoder.features) for d in dev])
    print({role: len(pool) for role, pool in pools.items()}, flush=True)

    def draw():
        role = random.choice(list(pools))
        batch = random.sample(pools[role], options.batch)
        return role, collate(batch), torch.tensor([c['gold'] for c in batch])

    def loss_of(both, drawn):
        role, inputs, gold = drawn
        return F.cross_entropy(both[role](*inputs), gold)

    def evaluate(average):
        ours = [(link(average, d, states, tags), d) for d, (states, tags) in zip(dev, dev_read)]
        gold = [(link(average, d, states, d['tags']), d) for d, (states, _) in zip(dev, dev_read)]
        return dict(predicted=score_whole(ours), gold_spans=score_whole(gold))

    training.train(linkers, draw, loss_of, options.steps, options.name, 2e-3, evaluate, 4)


if __name__ == '__main__':
    main()
