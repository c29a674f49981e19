"""The names model: PER ORG LOC GPE MISC. `python names.py` trains it.

CoNLL-2003 tags countries as LOC. A LOC that is a known country's name is taught as GPE; scores count GPE as LOC, as
the corpus does.
"""
import argparse
import functools
import json
import random
import re

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import corpora
import encoder as encoders
import training
from crf import Crf, bio
from places import CHECKPOINTS, DATA

LABELS = bio(['PER', 'ORG', 'LOC', 'GPE', 'MISC'])


@functools.cache
def countries():
    """Lower-cased names of countries: those of the leaders' list, those tagged in CrossNER, and news short forms."""
    found = set('u.s. us u.s.a. usa america u.k. uk britain england scotland wales holland soviet ussr'.split())
    for path in sorted((DATA / 'res_leaders_reign').rglob('*.csv')):
        text = path.read_text('utf8', 'replace').splitlines()
        head = text[0].split(',')
        if 'country' in head:
            column = head.index('country')
            found |= {row.split(',')[column].strip('"').lower() for row in text[1:] if row.count(',') >= column}
    for words, tags in corpora.names('politics', 'train'):
        found |= {' '.join(words[a:b]).lower() for a, b, label in corpora.spans(tags) if label == 'GPE'}
    return found


def with_countries(sentence):
    """The sentence with LOC names of countries as GPE."""
    words, tags = sentence
    tags = list(tags)
    for a, b, label in corpora.spans(tags):
        if label == 'LOC' and ' '.join(words[a:b]).lower() in countries():
            tags[a:b] = [tag[:2] + 'GPE' for tag in tags[a:b]]
    return words, tags


class Tagger(nn.Module):
    """Encoder, one linear layer, CRF."""

    def __init__(self, encoder, labels):
        super().__init__()
        self.encoder = encoder
        self.scores = nn.Linear(encoder.width, len(labels))
        self.crf = Crf(labels)

    def forward(self, x):
        """Emission scores of every token."""
        return self.scores(self.encoder(x))


def predict(model, rows, tokens=4000, scores=False):
    """Per feature array the BIO tags; with `scores`, pairs of tags and emission scores."""
    out = [None] * len(rows)
    with torch.no_grad():
        for batch in training.batches([len(row) for row in rows], tokens, False):
            x, _ = training.pad([rows[i] for i in batch], model.encoder.columns)
            emissions = model(x).numpy()
            for at, i in enumerate(batch):
                own = emissions[at, :len(rows[i])]
                tags = [model.crf.labels[k] for k in model.crf.decode(own)]
                out[i] = (tags, own) if scores else tags
    return out


def score_tags(found_tags, sentences):
    """Precision, recall and F1 of whole names, GPE counted as LOC, words as the corpus splits them."""
    right = found = gold = 0
    fold = lambda tags: {(a, b, 'LOC' if k == 'GPE' else k) for a, b, k in corpora.spans(tags)}
    for (_, tags), own in zip(sentences, found_tags):
        ours, theirs = fold(own), fold(tags)
        right, found, gold = right + len(ours & theirs), found + len(ours), gold + len(theirs)
    return dict(p=round(100 * right / max(found, 1), 2), r=round(100 * right / gold, 2),
                f=round(200 * right / max(found + gold, 1), 2))


def score(model, sentences):
    """The scores of `score_tags` for what a model predicts."""
    return score_tags(predict(model, [model.encoder.features(words) for words, _ in sentences]), sentences)


def dev_sentences(corpus):
    """The dev sentences of a corpus without its document marks."""
    return [s for s in corpora.names(corpus, 'dev') if s[0][0] != '-DOCSTART-']


def vary(words, tags, cut):
    """Now and then the sentence in lower case, in capitals, as title, or with hyphens split as the reader splits."""
    chance = random.random()
    if cut and chance < 0.4 and any('-' in w for w in words):
        words, tags = corpora.split_hyphens(words, tags)
    chance = random.random()
    if chance < 0.02:
        words = [w.lower() for w in words]
    elif chance < 0.04:
        words = [w.upper() for w in words]
    return words, tags


def swap_names(words, tags, pool):
    """The sentence with some names replaced by other names of the same kind from the training data."""
    out_words, out_tags, last = [], [], 0
    for a, b, kind in corpora.spans(tags):
        out_words += words[last:a]
        out_tags += tags[last:a]
        new = random.choice(pool[kind]) if random.random() < 0.3 else words[a:b]
        out_words += new
        out_tags += ['B-' + kind] + ['I-' + kind] * (len(new) - 1)
        last = b
    return out_words + words[last:], out_tags + tags[last:]


def loss_of(model, items):
    """CRF loss of the tags, mixed with the teacher's probabilities where an item has them."""
    index = {label: at for at, label in enumerate(LABELS)}
    soft = 'soft' in items[0]
    pairs = [(i['words'], i['tags']) if soft else vary(*swap_names(i['words'], i['tags'], i['pool']), True) for i in items]
    x, mask = training.pad([model.encoder.features(words) for words, _ in pairs], model.encoder.columns)
    emissions = model(x)
    gold = training.pad_numbers([[index[t] for t in tags] for _, tags in pairs], x.shape[1])
    loss = model.crf.gold_loss(emissions, gold, mask)
    if not soft:
        return loss
    target = torch.zeros(emissions.shape)
    for row, item in enumerate(items):
        target[row, :len(item['words'])] = torch.from_numpy(item['soft'].astype('f4'))
    return 0.5 * loss + 2 * -(target[mask] * F.log_softmax(emissions[mask], 1)).sum(1).mean()


def build(config):
    """The model that a saved configuration describes."""
    if config['encoder'] == 'teacher':
        from teacher import Teacher
        return Tagger(Teacher(), LABELS)
    return Tagger(encoders.Encoder(drop=config.get('drop', 0.3), **config['encoder']), LABELS)


def load(name):
    """A trained model, ready to read."""
    model = build(json.loads((CHECKPOINTS / f'{name}.json').read_text()))
    model.load_state_dict(torch.load(CHECKPOINTS / f'{name}.pt'))
    return model.eval()


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument('--name', default='names')
    cli.add_argument('--steps', type=int, default=6000)
    cli.add_argument('--tokens', type=int, default=1000)
    cli.add_argument('--seed', type=int, default=1)
    cli.add_argument('--threads', type=int, default=1)
    cli.add_argument('--rate', type=float, default=2e-3)
    cli.add_argument('--width', type=int, default=144)
    cli.add_argument('--blocks', default='3:1,3:1,3:2,3:1')
    cli.add_argument('--drop', type=float, default=0.3)
    cli.add_argument('--start', default='', help='continue from this checkpoint')
    cli.add_argument('--soft', default='', help='file of the teacher\'s probabilities (teach.py)')
    cli.add_argument('--teacher', type=int, default=0)
    cli.add_argument('--pretrained-rate', type=float, default=2e-4)
    cli.add_argument('--decay', type=float, default=0.999)
    cli.add_argument('--evaluations', type=int, default=4)
    options = cli.parse_args()
    training.seed_all(options.seed, options.threads)
    if options.teacher:
        config = dict(encoder='teacher')
    elif options.start:
        config = json.loads((CHECKPOINTS / f'{options.start}.json').read_text())
    else:
        blocks = [tuple(map(int, b.split(':'))) for b in options.blocks.split(',')]
        config = dict(encoder=dict(width=options.width, blocks=blocks, wide=True))
    config.update(drop=options.drop, options=vars(options), labels=LABELS)
    model = build(config)
    if options.start:
        model.load_state_dict(torch.load(CHECKPOINTS / f'{options.start}.pt'))
    (CHECKPOINTS / f'{options.name}.json').write_text(json.dumps(config))
    pool = {kind: [] for kind in ('PER', 'ORG', 'LOC', 'GPE', 'MISC')}
    conll = [with_countries(s) for s in corpora.names('conll2003', 'train') if s[0][0] != '-DOCSTART-']
    politics = [with_countries(s) for s in corpora.names('politics', 'train')]
    for words, tags in conll + politics * 4:
        for a, b, kind in corpora.spans(tags):
            if re.search('[a-z]', ''.join(words[a:b])):
                pool[kind].append(words[a:b])
    gold = [dict(words=words, tags=tags, pool=pool) for words, tags in conll + politics * 4]
    pools, weights = [gold], [1]
    if options.soft:
        import teach
        pools.append(teach.soft_names(options.soft))
        weights.append(2)
    conll_dev, politics_dev = dev_sentences('conll2003'), dev_sentences('politics')
    print([len(p) for p in pools], sum(p.numel() for p in model.parameters()), 'weights', flush=True)
    queues = [[] for _ in pools]

    def draw():
        which = random.choices(range(len(pools)), weights)[0]
        if not queues[which]:
            queues[which] = training.batches([len(i['words']) for i in pools[which]], options.tokens)
        return [pools[which][i] for i in queues[which].pop()]

    training.train(model, draw, loss_of, options.steps, options.name, options.rate,
                   lambda m: dict(conll=score(m, conll_dev), politics=score(m, politics_dev)), options.evaluations,
                   pretrained=model.encoder.pretrained(), pretrained_rate=options.pretrained_rate, decay=options.decay)


if __name__ == '__main__':
    main()
