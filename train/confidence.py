"""Calibrated probabilities: one temperature a decision, fitted on dev, with the expected calibration error.

`python confidence.py` writes HEARSAY_WORK/checkpoints/confidence.json, which export.py puts into the models' headers.
"""
import argparse
import json

import numpy as np

import attribution
import corpora
import linker
import names
import syntax
import training
from places import CHECKPOINTS

GRID = [round(0.5 + 0.1 * k, 2) for k in range(26)]
#: Temperatures tried where each trial reads whole articles again.
COARSE = [0.7, 0.85, 1.0, 1.2, 1.5, 1.8, 2.2]


def calibration_error(chances, right, bins=15):
    """Expected calibration error over equal-width bins, in percent."""
    chances, right = np.asarray(chances, 'f8'), np.asarray(right, 'f8')
    place = np.minimum((chances * bins).astype(int), bins - 1)
    gaps = [abs(chances[place == b].mean() - right[place == b].mean()) * (place == b).mean()
            for b in range(bins) if (place == b).any()]
    return round(100 * float(sum(gaps)), 2)


def _loss(chances, right):
    p = np.clip(np.asarray(chances, 'f8'), 1e-6, 1 - 1e-6)
    return float(-np.where(np.asarray(right, bool), np.log(p), np.log(1 - p)).mean())


def _fit(chances_at, right, grid=GRID):
    """The temperature of least loss, with errors before and after."""
    best = min(grid, key=lambda t: _loss(chances_at(t), right))
    return dict(temperature=best, ece=calibration_error(chances_at(best), right),
                ece_uncalibrated=calibration_error(chances_at(1.0), right), n=len(right))


def _logsumexp(x, axis):
    high = x.max(axis, keepdims=True)
    return (np.log(np.exp(x - high).sum(axis, keepdims=True)) + high).squeeze(axis)


def span_chances(crf, scores, found, temperature):
    """The probability that the tag path holds each span (start, end, kind) exactly, all scores divided by temperature."""
    moves = (crf.moves + crf.allowed).detach().numpy() / temperature
    first = (crf.first + crf.opening).detach().numpy() / temperature
    scores = scores.astype('f8') / temperature
    size = len(scores)
    ahead, behind = np.zeros_like(scores), np.zeros_like(scores)
    ahead[0] = scores[0] + first
    for at in range(1, size):
        ahead[at] = _logsumexp(ahead[at - 1][:, None] + moves, 0) + scores[at]
    for at in range(size - 2, -1, -1):
        behind[at] = _logsumexp(moves + (scores[at + 1] + behind[at + 1])[None], 1)
    total = _logsumexp(ahead[-1], 0)
    out = []
    for start, end, kind in found:
        opening, inner = crf.labels.index('B-' + kind), crf.labels.index('I-' + kind)
        path, state = ahead[start, opening], opening
        for at in range(start + 1, end):
            path, state = path + moves[state, inner] + scores[at, inner], inner
        if end < size:
            leave = [k for k in range(len(crf.labels)) if k != inner]
            path += _logsumexp(moves[state, leave] + scores[end, leave] + behind[end, leave], 0)
        out.append(float(np.exp(min(0.0, path - total))))
    return out


def of_syntax(model):
    """Temperatures of tags, arcs and labels."""
    ewt, gum = (syntax.items_of(part, model.relations) for part in corpora.treebank('dev'))
    items = ewt + gum
    found = syntax.predict(model, items, scores=True)
    out = {}
    for kind, gold, chosen in (('tag', 'tags', 'tags'), ('arc', 'heads', 'heads'), ('label', 'rels', 'rels')):
        rows = [f[f'{kind}_scores'][at] for f in found for at in range(len(f['tags']))]
        picks = np.concatenate([f[chosen] for f in found])
        right = picks == np.concatenate([np.array(i[gold]) for i in items])

        def chances(t):
            return [np.exp(r[p] / t - _logsumexp(r / t, 0)) for r, p in zip(rows, picks)]
        out[kind] = _fit(chances, right, GRID)
    return out


def of_names(model):
    """The temperature of whole names over both dev sets."""
    sentences = [s for c in ('conll2003', 'politics') for s in corpora.names(c, 'dev') if s[0][0] != '-DOCSTART-']
    found = names.predict(model, [model.encoder.features(words) for words, _ in sentences], scores=True)
    fold = lambda kind: 'LOC' if kind == 'GPE' else kind
    cases, right = [], []
    for (_, gold), (tags, scores) in zip(sentences, found):
        wanted = {(a, b, fold(k)) for a, b, k in corpora.spans(gold)}
        own = corpora.spans(tags)
        if own:
            cases.append((scores, own))
            right += [(a, b, fold(k)) in wanted for a, b, k in own]
    return dict(name=_fit(lambda t: [p for s, own in cases for p in span_chances(model.crf, s, own, t)], right, COARSE))


def of_attribution(model, linkers, syntax_name):
    """Temperatures of spans and links, and the weights that turn them into the chance that a whole statement is right."""
    documents = [linker.prepare(d) for d in attribution.parsed(syntax_name, 'dev')]
    items = [attribution.item_of(d, model.encoder.features) for d in documents]
    read = linker.states_and_tags(model, items)
    scores = [s for _, s in attribution.predict(model, items)]
    out = {}
    found = [corpora.spans(tags) for _, tags in read]
    right = [s in wanted for own, d in zip(found, documents) for wanted in [set(corpora.spans(d['tags']))] for s in own]
    kinds = [s[2] for own in found for s in own]
    at = {t: [p for s, own in zip(scores, found) for p in span_chances(model.crf, s, own, t)] for t in COARSE}
    for role in attribution.ROLES:
        pick = lambda values: [v for v, kind in zip(values, kinds) if kind == role]
        out[role] = _fit(lambda t: pick(at[t]), pick(right), COARSE)
    for role in linker.REACH:
        rows, right, picks = [], [], []
        for document, (states, tags) in zip(documents, read):
            own = [c for c in linker.cases(document, states, tags, True) if c['role'] == role]
            if own:
                found = linkers[role](*linker.collate(own)).detach().numpy()
                rows += list(found)
                picks += list(found.argmax(1))
                right += [f.argmax() == c['gold'] for f, c in zip(found, own)]
        out['link_' + role] = _fit(
            lambda t: [np.exp(r[p] / t - _logsumexp(r / t, 0)) for r, p in zip(rows, picks)], right, GRID)
    out['statement'] = _statement(model, linkers, documents, read, scores, out)
    return out


def statement_features(statement, chances):
    """1, and the logs of the least content, cue, source and link chances, and whether there is no source."""
    low = lambda values: float(np.log(max(1e-4, min(values, default=1.0))))
    return [1.0, low([chances[(*s, 'Content')] for s in statement['Content']]), low([chances[(*statement['cue'], 'Cue')]]),
            low([chances[(*s, 'Source')] for s in statement['Source']]), low(statement['p'].values()),
            0.0 if statement['Source'] else 1.0]


def _statement(model, linkers, documents, read, scores, fitted):
    rows, right, place = [], [], []
    for number, (document, (states, tags), own_scores) in enumerate(zip(documents, read, scores)):
        chances = {}
        for role in attribution.ROLES:
            own = [s for s in corpora.spans(tags) if s[2] == role]
            chances.update(zip(own, span_chances(model.crf, own_scores, own, fitted[role]['temperature'])))
        for statement in linker.link(linkers, document, states, tags):
            rows.append(statement_features(statement, chances))
            right.append(linker.score_whole([([statement], document)])['whole'] > 0)
            place.append(number)
    x, y, place = np.array(rows), np.array(right, 'f8'), np.array(place)

    def fit(x, y):
        weights = np.zeros(x.shape[1])
        for _ in range(50):
            p = 1 / (1 + np.exp(-x @ weights))
            step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-2 * np.eye(x.shape[1]), x.T @ (y - p) - 1e-2 * weights)
            weights = weights + step
        return weights

    crossed = np.zeros(len(y))
    for half in (0, 1):
        held = place % 2 == half
        crossed[held] = 1 / (1 + np.exp(-x[held] @ fit(x[~held], y[~held])))
    return dict(weights=[round(float(w), 5) for w in fit(x, y)], ece=calibration_error(crossed, y, 10), n=len(y),
                right=round(float(y.mean()), 4))


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument('--threads', type=int, default=1)
    cli.add_argument('--only', default='syntax,names,attribution', help='the parts to fit; others are kept as they are')
    for name in ('syntax', 'names', 'attribution', 'linker'):
        cli.add_argument('--' + name, default=name)
    options = cli.parse_args()
    training.seed_all(1, options.threads)
    store = CHECKPOINTS / 'confidence.json'
    out = json.loads(store.read_text()) if store.exists() else {}
    fits = dict(
        syntax=lambda: of_syntax(syntax.load(options.syntax)),
        names=lambda: of_names(names.load(options.names)),
        attribution=lambda: of_attribution(attribution.load(options.attribution), linker.load(options.linker), options.syntax),
    )
    for part in options.only.split(','):
        out[part] = fits[part]()
        print(part, json.dumps(out[part]), flush=True)
    store.write_text(json.dumps(out, indent=1))


if __name__ == '__main__':
    main()
