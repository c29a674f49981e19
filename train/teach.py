"""Writes what the teachers say about train and unlabelled text, and reads it back as training items for the students.

`python teach.py syntax NAME` and `python teach.py names NAME` write HEARSAY_WORK/soft/NAME.pkl.
"""
import argparse
import pickle
import random

import numpy as np
import torch

import corpora
import names as names_model
import syntax as syntax_model
import training
from places import WORK

SOFT = WORK / 'soft'


def unlabelled(tokens, seed, longest=60):
    """News sentences of 4 to `longest` tokens, about `tokens` in all, half of them from PolNeAR's train texts."""
    pools = [[], []]
    for document in corpora.polnear('train'):
        pools[0] += [document['words'][a:b] for a, b in document['sentences']]
    for article in corpora.news():
        pools[1] += article
    rng, out = random.Random(seed), []
    for pool in pools:
        rng.shuffle(pool)
        left = tokens // 2
        for words in pool:
            if 4 <= len(words) <= longest:
                out.append(words)
                left -= len(words)
            if left <= 0:
                break
    return out


def _softmax(scores):
    low = np.exp(scores - scores.max(-1, keepdims=True))
    return (low / low.sum(-1, keepdims=True)).astype('f2')


def write_syntax(name, teacher, tokens, seed):
    """The teacher's tag, arc and label probabilities for train and for unlabelled sentences."""
    model = syntax_model.load(teacher)
    ewt, gum = corpora.treebank('train')
    gold = syntax_model.items_of(ewt + gum, model.relations, model.encoder.features)
    plain = [dict(words=words, x=model.encoder.features(words)) for words in unlabelled(tokens, seed)]
    out = []
    for part, items in (('gold', gold), ('unlabelled', plain)):
        rows = []
        for batch in training.batches([len(i['x']) for i in items], 4000, False):
            chosen = [items[i] for i in batch]
            with torch.no_grad():
                x, _ = training.pad([i['x'] for i in chosen], model.encoder.columns)
                tags, arcs, views = model(x)
                best = arcs.argmax(2)
                heads = best if part == 'unlabelled' else training.pad_numbers([i['heads'] for i in chosen], x.shape[1])
                labels = model.label_scores(views, heads).numpy()
            for at, number in enumerate(batch):
                n = len(items[number]['x'])
                rows.append((number, _softmax(tags[at, :n].numpy()), _softmax(arcs[at, :n, :n + 1].numpy()),
                             _softmax(labels[at, :n]), best[at, :n].numpy().astype('i2')))
        rows.sort(key=lambda row: row[0])
        out.append([row[1:] for row in rows])
        print(part, sum(len(r[3]) for r in out[-1]), 'tokens', flush=True)
    _write(name, dict(gold=out[0], unlabelled=out[1], words=[i['words'] for i in plain]))


def soft_syntax(name, gold):
    """Training items: the gold sentences with the teacher's probabilities, and the unlabelled ones with its readings."""
    data = pickle.loads((SOFT / f'{name}.pkl').read_bytes())
    for item, (tags, arcs, rels, _) in zip(gold, data['gold']):
        item.update(soft_tags=tags, soft_arcs=arcs, soft_rels=rels)
    plain = [
        dict(words=words, x=words, tags=tags.argmax(1), heads=heads.astype('i8'), rels=rels.argmax(1), soft_tags=tags,
             soft_arcs=arcs, soft_rels=rels, unlabelled=True)
        for words, (tags, arcs, rels, heads) in zip(data['words'], data['unlabelled'])
    ]
    return gold, plain


def write_names(name, teacher, tokens, seed):
    """The teacher's tags and label probabilities for unlabelled sentences and for some of CoNLL and CrossNER train."""
    model = names_model.load(teacher)
    sentences = unlabelled(tokens, seed)
    # Gold tags stand for themselves; a third of CoNLL is enough to show the teacher's doubts.
    sentences += [list(words) for words, _ in corpora.names('conll2003', 'train')[::3]]
    sentences += [list(words) for words, _ in corpora.names('politics', 'train')]
    found = names_model.predict(model, [model.encoder.features(words) for words in sentences], scores=True)
    _write(name, [(words, tags, _softmax(scores)) for words, (tags, scores) in zip(sentences, found)])


def soft_names(name):
    """Training items with the teacher's tags and probabilities."""
    rows = pickle.loads((SOFT / f'{name}.pkl').read_bytes())
    return [dict(words=words, tags=tags, soft=soft) for words, tags, soft in rows]


def _write(name, data):
    SOFT.mkdir(parents=True, exist_ok=True)
    (SOFT / f'{name}.pkl').write_bytes(pickle.dumps(data, protocol=5))


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument('task', choices=['syntax', 'names'])
    cli.add_argument('name')
    cli.add_argument('--teacher', required=True)
    cli.add_argument('--tokens', type=int, default=600_000)
    cli.add_argument('--seed', type=int, default=1)
    cli.add_argument('--threads', type=int, default=1)
    options = cli.parse_args()
    training.seed_all(options.seed, options.threads)
    write = write_syntax if options.task == 'syntax' else write_names
    write(options.name, options.teacher, options.tokens, options.seed)


if __name__ == '__main__':
    main()
