"""Writes what the teachers say about train and unlabelled text, and reads it back as training items for the students.

`python teach.py TASK NAME --teacher CHECKPOINT`, with syntax, names or attribution as the task, writes
HEARSAY_WORK/soft/NAME.pkl. Taggers may be several, joined by commas: their scores are averaged.
"""
import argparse
import copy
import json
import pickle
import random

import numpy as np
import torch

import attribution as attribution_model
import corpora
import names as names_model
import syntax as syntax_model
import training
from places import CHECKPOINTS, WORK

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


def together(readings, models):
    """Per text the tags and mean scores of several taggers, from the (tags, scores) that each of them gives."""
    crf = copy.deepcopy(models[0].crf)
    for key in ('moves', 'first'):
        getattr(crf, key).data = sum(getattr(model.crf, key).data for model in models) / len(models)
    means = [sum(scores for _, scores in own) / len(models) for own in zip(*readings)]
    return [([crf.labels[k] for k in crf.decode(mean)], mean) for mean in means]


def _read_names(models, sentences):
    found = [names_model.predict(m, [m.encoder.features(words) for words in sentences], scores=True) for m in models]
    return together(found, models)


def write_names(name, teacher, tokens, seed):
    """The teachers' tags and label probabilities for unlabelled sentences and for some of CoNLL and CrossNER train."""
    models = [names_model.load(one) for one in teacher.split(',')]
    for corpus in ('conll2003', 'politics'):
        dev = names_model.dev_sentences(corpus)
        found = _read_names(models, [words for words, _ in dev])
        print(corpus, names_model.score_tags([tags for tags, _ in found], dev), flush=True)
    sentences = unlabelled(tokens, seed)
    # Gold tags stand for themselves; a third of CoNLL is enough to show the teacher's doubts.
    sentences += [list(words) for words, _ in corpora.names('conll2003', 'train')[::3]]
    sentences += [list(words) for words, _ in corpora.names('politics', 'train')]
    found = _read_names(models, sentences)
    _write(name, [(words, tags, _softmax(scores)) for words, (tags, scores) in zip(sentences, found)])


def soft_names(name):
    """Training items with the teacher's tags and probabilities."""
    rows = pickle.loads((SOFT / f'{name}.pkl').read_bytes())
    return [dict(words=words, tags=tags, soft=soft) for words, tags, soft in rows]


def _read_attribution(models, documents):
    found = []
    for model in models:
        # The pretrained reader was made for short texts.
        reach = dict(longest=160, overlap=24) if type(model.encoder).__name__ == 'Teacher' else {}
        items = [attribution_model.item_of(d, model.encoder.features) for d in documents]
        found.append(attribution_model.predict(model, items, **reach))
    return together(found, models)


def write_attribution(name, teacher, tokens, seed):
    """The teachers' tags and label probabilities for PolNeAR's train texts and for about `tokens` tokens of news."""
    models = [attribution_model.load(one) for one in teacher.split(',')]
    syntax = json.loads((CHECKPOINTS / f'{teacher.split(",")[0]}.json').read_text())['syntax']
    dev = attribution_model.parsed(syntax, 'dev')
    found = _read_attribution(models, dev)
    print(attribution_model.score_tags([(tags, d['tags']) for d, (tags, _) in zip(dev, found)]), flush=True)
    train = {d['id']: d for d in attribution_model.parsed(syntax, 'train')}
    soft = {key: _softmax(scores) for key, (_, scores) in zip(train, _read_attribution(models, list(train.values())))}
    print('train', len(soft), flush=True)
    news, reader = corpora.news_documents(tokens, seed), syntax_model.load(syntax)
    for document in news:
        document.update(attribution_model.read_syntax(reader, document))
    for document, (tags, scores) in zip(news, _read_attribution(models, news)):
        document.update(tags=tags, soft=_softmax(scores))
    print('news', len(news), flush=True)
    _write(name, dict(train=soft, news=news))


def soft_attribution(name, items, features):
    """Gives the train items the teachers' probabilities; returns the news as further items."""
    data = pickle.loads((SOFT / f'{name}.pkl').read_bytes())
    for item in items:
        item['soft'] = data['train'][item['document']['id']]
    return [{**attribution_model.item_of(d, features), 'soft': d['soft']} for d in data['news']]


def _write(name, data):
    SOFT.mkdir(parents=True, exist_ok=True)
    (SOFT / f'{name}.pkl').write_bytes(pickle.dumps(data, protocol=5))


WRITERS = dict(syntax=write_syntax, names=write_names, attribution=write_attribution)


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument('task', choices=list(WRITERS))
    cli.add_argument('name')
    cli.add_argument('--teacher', required=True, help='checkpoint; for taggers, several with commas between')
    cli.add_argument('--tokens', type=int, default=600_000)
    cli.add_argument('--seed', type=int, default=1)
    cli.add_argument('--threads', type=int, default=1)
    options = cli.parse_args()
    training.seed_all(options.seed, options.threads)
    WRITERS[options.task](options.name, options.teacher, options.tokens, options.seed)


if __name__ == '__main__':
    main()
