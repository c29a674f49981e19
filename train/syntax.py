"""The syntax model: parts of speech and Universal Dependencies. `python syntax.py` trains it."""
import argparse
import json
import random

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import corpora
import encoder as encoders
import training
from dropout import dropout
from features import sentence_features
from places import CHECKPOINTS
from tree import best_tree

HIDDEN = -1e4


class Syntax(nn.Module):
    """Encoder, a linear layer for tags, biaffine arcs, and labels from paired head and dependent states."""

    def __init__(self, relations, encoder, arc=128, rel=128, drop=0.3):
        super().__init__()
        self.relations, self.drop = relations, drop
        self.encoder = encoder
        width = encoder.width
        self.root = nn.Parameter(torch.zeros(width))
        self.tags = nn.Linear(width, len(corpora.UPOS))
        # One matrix product for the dependents' and one for the heads' side: arc, label product, label sum.
        self.sizes = (arc, rel, rel)
        self.dependent = nn.Linear(width, sum(self.sizes))
        self.head = nn.Linear(width, sum(self.sizes))
        self.arcs = nn.Parameter(torch.empty(arc + 1, arc))
        nn.init.xavier_uniform_(self.arcs)
        self.labels = nn.Linear(2 * rel, len(relations))

    def sides(self, states):
        """Dependent and head views of every token; the heads begin with the root."""
        batch = states.shape[0]
        rooted = torch.cat([self.root.expand(batch, 1, -1), states], 1)
        out = []
        for layer, z in ((self.dependent, states), (self.head, rooted)):
            arc, product, total = layer(z).split(self.sizes, 2)
            views = (F.leaky_relu(arc, 0.1), F.leaky_relu(product, 0.1), total)
            out.append([dropout(view, self.drop, self.training) for view in views])
        return out

    def forward(self, x):
        """Tag scores, arc scores (batch, dependent, head with the root first), and the views for labels."""
        states = self.encoder(x)
        dependent, head = self.sides(states)
        one = torch.ones_like(dependent[0][:, :, :1])
        arcs = torch.cat([dependent[0], one], 2) @ self.arcs @ head[0].transpose(1, 2)
        mask = x[:, :, 0] > 0
        reachable = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        arcs = arcs.masked_fill(~reachable[:, None, :], HIDDEN)
        return self.tags(states), arcs, (dependent[1:], head[1:])

    def label_scores(self, views, heads):
        """Label scores of each token below the given heads (batch, length)."""
        (product_d, sum_d), (product_h, sum_h) = views
        at = heads[:, :, None].expand(-1, -1, product_d.shape[2])
        pair = torch.cat([product_d * product_h.gather(1, at), F.leaky_relu(sum_d + sum_h.gather(1, at), 0.1)], 2)
        return self.labels(pair)


def items_of(sentences, relations, features=sentence_features):
    """Training items with gold numbers; a relation unseen in training counts as dep."""
    index = {name: at for at, name in enumerate(relations)}
    upos = {name: at for at, name in enumerate(corpora.UPOS)}
    return [
        dict(x=features(s['words']), words=s['words'], tags=[upos[t] for t in s['upos']], heads=s['heads'],
             rels=[index.get(r, index['dep']) for r in s['rels']], names=s['rels'])
        for s in sentences
    ]


def predict(model, items, tokens=4000, scores=False):
    """Per item: tags, heads, relations (numbers); with `scores`, also the raw tag, arc and label scores."""
    out = [None] * len(items)
    with torch.no_grad():
        for batch in training.batches([len(i['x']) for i in items], tokens, False):
            x, _ = training.pad([items[i]['x'] for i in batch], model.encoder.columns)
            tags, arcs, views = model(x)
            heads = np.zeros(x.shape[:2], 'i8')
            for row, i in enumerate(batch):
                n = len(items[i]['x'])
                heads[row, :n] = best_tree(arcs[row, :n, :n + 1].numpy().astype('f8'))
            labels = model.label_scores(views, torch.from_numpy(heads))
            best_tags, best_labels = tags.argmax(2).numpy(), labels.argmax(2).numpy()
            for row, i in enumerate(batch):
                n = len(items[i]['x'])
                found = dict(tags=best_tags[row, :n], heads=heads[row, :n], rels=best_labels[row, :n])
                if scores:
                    found.update(tag_scores=tags[row, :n].numpy(), arc_scores=arcs[row, :n, :n + 1].numpy(),
                                 label_scores=labels[row, :n].numpy())
                out[i] = found
    return out


def score(model, items):
    """UPOS, UAS, LAS without subtypes, LAS with subtypes, in percent of the tokens (punctuation counted)."""
    count = right_tags = right_heads = right_plain = right_full = 0
    for item, found in zip(items, predict(model, items)):
        heads = found['heads'] == np.array(item['heads'])
        names = [model.relations[r] for r in found['rels']]
        count += len(heads)
        right_tags += (found['tags'] == np.array(item['tags'])).sum()
        right_heads += heads.sum()
        right_plain += sum(h and a.split(':')[0] == b.split(':')[0] for h, a, b in zip(heads, names, item['names']))
        right_full += sum(h and a == b for h, a, b in zip(heads, names, item['names']))
    percent = [round(100 * float(n) / count, 2) for n in (right_tags, right_heads, right_plain, right_full)]
    return dict(zip(('upos', 'uas', 'las', 'las_subtypes'), percent))


def relations_of(sentences):
    """The relation names with subtypes seen at least 20 times, and dep."""
    counts = {}
    for sentence in sentences:
        for rel in sentence['rels']:
            counts[rel] = counts.get(rel, 0) + 1
    return sorted({rel for rel, n in counts.items() if n >= 20} | {'dep'})


def vary(words):
    """Now and then the sentence in lower case, in capitals at the front, or with plain or curly marks swapped."""
    chance = random.random()
    if chance < 0.03:
        return [w.lower() for w in words]
    if chance < 0.08:
        swap = {'"': '“' if random.random() < 0.5 else '”', "'s": '’s', "n't": 'n’t', "'": '’'}
        return [swap.get(w, w) for w in words]
    return words


def loss_of(model, items):
    """Cross-entropy of gold tags, heads and labels, mixed with the teacher's probabilities where an item has them."""
    x, mask = training.pad([model.encoder.features(vary(i['words'])) for i in items], model.encoder.columns)
    length = x.shape[1]
    tags, arcs, views = model(x)
    heads = training.pad_numbers([i['heads'] for i in items], length)
    labels = model.label_scores(views, heads)
    gold_tags = training.pad_numbers([i['tags'] for i in items], length)
    gold_rels = training.pad_numbers([i['rels'] for i in items], length)
    total = (
        F.cross_entropy(tags[mask], gold_tags[mask], label_smoothing=0.02)
        + F.cross_entropy(arcs[mask], heads[mask])
        + F.cross_entropy(labels[mask], gold_rels[mask], label_smoothing=0.02)
    )
    if 'soft_arcs' not in items[0]:
        return total
    soft_tags = torch.zeros(tags.shape)
    soft_arcs = torch.zeros(arcs.shape)
    soft_rels = torch.zeros(labels.shape)
    for row, item in enumerate(items):
        n = len(item['heads'])
        soft_tags[row, :n] = torch.from_numpy(item['soft_tags'].astype('f4'))
        soft_arcs[row, :n, :n + 1] = torch.from_numpy(item['soft_arcs'].astype('f4'))
        soft_rels[row, :n] = torch.from_numpy(item['soft_rels'].astype('f4'))
    soft = sum(
        -(p[mask] * F.log_softmax(s[mask], 1)).sum(1).mean()
        for p, s in ((soft_tags, tags), (soft_arcs, arcs), (soft_rels, labels))
    )
    return soft if items[0].get('unlabelled') else 0.5 * total + soft


def build(config):
    """The model that a saved configuration describes."""
    if config['encoder'] == 'teacher':
        from teacher import Teacher
        encoder = Teacher()
    else:
        encoder = encoders.Encoder(drop=config.get('drop', 0.3), **config['encoder'])
    return Syntax(config['relations'], encoder, config['arc'], config['rel'], config.get('drop', 0.3))


def load(name):
    """A trained model, ready to read."""
    config = json.loads((CHECKPOINTS / f'{name}.json').read_text())
    model = build(config)
    model.load_state_dict(torch.load(CHECKPOINTS / f'{name}.pt'))
    return model.eval()


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument('--name', default='syntax')
    cli.add_argument('--steps', type=int, default=12000)
    cli.add_argument('--tokens', type=int, default=1000)
    cli.add_argument('--seed', type=int, default=1)
    cli.add_argument('--threads', type=int, default=1)
    cli.add_argument('--rate', type=float, default=2e-3)
    cli.add_argument('--width', type=int, default=176)
    cli.add_argument('--blocks', default='3:1,3:1,3:2,3:4,3:1')
    cli.add_argument('--wide', type=int, default=1)
    cli.add_argument('--drop', type=float, default=0.3)
    cli.add_argument('--start', default='', help='continue from this checkpoint')
    cli.add_argument('--deepen', default='', help='with --start: further blocks at the end, which begin by adding nothing')
    cli.add_argument('--teacher', type=int, default=0)
    cli.add_argument('--soft', default='', help='file of the teacher\'s probabilities (teach.py)')
    cli.add_argument('--evaluations', type=int, default=4)
    cli.add_argument('--pretrained-rate', type=float, default=2e-4)
    cli.add_argument('--decay', type=float, default=0.999)
    options = cli.parse_args()
    training.seed_all(options.seed, options.threads)
    ewt, gum = corpora.treebank('train')
    relations = relations_of(ewt + gum)
    blocks, further = ([[*map(int, b.split(':'))] for b in text.split(',') if b] for text in (options.blocks, options.deepen))
    if options.teacher:
        config = dict(relations=relations, encoder='teacher', arc=256, rel=256, drop=options.drop)
    elif options.start:
        config = json.loads((CHECKPOINTS / f'{options.start}.json').read_text())
        config['drop'] = options.drop
    else:
        config = dict(relations=relations, encoder=dict(width=options.width, blocks=blocks, wide=bool(options.wide)),
                      arc=128, rel=128, drop=options.drop)
    if further:
        old = len(config['encoder']['blocks'])
        config['encoder']['blocks'] += further
    model = build(config)
    if options.start:
        model.load_state_dict(torch.load(CHECKPOINTS / f'{options.start}.pt'), strict=not further)
    if further:
        model.encoder.silence(old)
    config['options'] = vars(options)
    (CHECKPOINTS / f'{options.name}.json').write_text(json.dumps(config))
    features = model.encoder.features
    gold = items_of(ewt + gum, config['relations'], features)
    pools = [gold]
    if options.soft:
        import teach
        gold, unlabelled = teach.soft_syntax(options.soft, gold)
        pools = [gold, unlabelled]
    dev_ewt, dev_gum = (items_of(part, config['relations'], features) for part in corpora.treebank('dev'))
    print(sum(len(i['x']) for i in gold), 'tokens,', sum(p.numel() for p in model.parameters()), 'weights', flush=True)
    queues = [[] for _ in pools]

    def draw():
        which = random.choices(range(len(pools)), [1, 1][:len(pools)])[0]
        if not queues[which]:
            queues[which] = training.batches([len(i['x']) for i in pools[which]], options.tokens)
        return [pools[which][i] for i in queues[which].pop()]

    training.train(model, draw, loss_of, options.steps, options.name, options.rate,
                   lambda m: dict(ewt=score(m, dev_ewt), gum=score(m, dev_gum)), options.evaluations,
                   pretrained=model.encoder.pretrained(), pretrained_rate=options.pretrained_rate,
                   decay=options.decay)


if __name__ == '__main__':
    main()
