"""Decodes arc scores to a tree with one root (Chu-Liu-Edmonds)."""
import numpy as np

LOW = -1e9


def _is_tree(heads):
    """Whether every token (1-based heads, index 0 unused) reaches the root 0."""
    state = [1] + [0] * (len(heads) - 1)
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 2
            path.append(node)
            node = heads[node]
        if state[node] == 2:
            return False
        for seen in path:
            state[seen] = 1
    return True


def _maximum(scores):
    """Best heads of a square matrix scores[dependent, head] with node 0 as the root."""
    count = scores.shape[0]
    heads = scores.argmax(1)
    heads[0] = 0
    seen = [0] * count
    seen[0] = -1
    for start in range(1, count):
        path, node = [], start
        while seen[node] == 0:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if seen[node] != start or node not in path:
            continue
        cycle = path[path.index(node):]
        inside = set(cycle)
        rest = [k for k in range(count) if k not in inside]
        place = {k: at for at, k in enumerate(rest)}
        new = len(rest)
        smaller = np.full((new + 1, new + 1), LOW)
        total = sum(scores[k, heads[k]] for k in cycle)
        leaves, enters = {}, {}
        for k in rest:
            smaller[place[k], :new] = scores[k, rest]
            if k:
                leaves[k] = max(cycle, key=lambda z: scores[k, z])
                smaller[place[k], new] = scores[k, leaves[k]]
            enters[k] = max(cycle, key=lambda z: scores[z, k] - scores[z, heads[z]])
            smaller[new, place[k]] = total + scores[enters[k], k] - scores[enters[k], heads[enters[k]]]
        solved, out = _maximum(smaller), heads.copy()
        for k in rest:
            if k:
                out[k] = leaves[k] if solved[place[k]] == new else rest[solved[place[k]]]
        into = rest[solved[new]]
        out[enters[into]] = into
        return out
    return heads


def best_tree(arcs):
    """1-based heads of scores[dependent, head], heads from 0 (the root); exactly one token hangs on the root."""
    count = arcs.shape[0]
    square = np.full((count + 1, count + 1), LOW)
    square[1:] = arcs
    np.fill_diagonal(square, LOW)
    heads = square.argmax(1)
    if (heads[1:] == 0).sum() == 1 and _is_tree(heads):
        return heads[1:]
    heads = _maximum(square.copy())
    if (heads[1:] == 0).sum() == 1:
        return heads[1:]
    best = None
    for root in np.argsort(-arcs[:, 0], kind='stable')[:3]:
        alone = square.copy()
        alone[1:, 0] = LOW
        alone[root + 1, 0] = 1e4
        tree = _maximum(alone)
        total = sum(square[i, tree[i]] for i in range(1, count + 1))
        if best is None or total > best[0]:
            best = total, tree
    return best[1][1:]
