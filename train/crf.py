"""A linear-chain CRF over BIO labels whose partition sum is a parallel scan, fast on long articles."""
import numpy as np
import torch
from torch import nn

IMPOSSIBLE = -1e4


def bio(kinds):
    """The BIO labels of some kinds: O first, then B and I of each kind."""
    return ['O', *(mark + kind for kind in kinds for mark in ('B-', 'I-'))]


class Crf(nn.Module):
    """Transitions between BIO labels; an I may follow only its own B or I."""

    def __init__(self, labels):
        super().__init__()
        count = len(labels)
        self.labels = labels
        self.moves = nn.Parameter(torch.zeros(count, count))
        self.first = nn.Parameter(torch.zeros(count))
        allowed, opening = torch.zeros(count, count), torch.zeros(count)
        for to, label in enumerate(labels):
            if label[0] == 'I':
                opening[to] = IMPOSSIBLE
                for source, before in enumerate(labels):
                    if before not in ('B-' + label[2:], label):
                        allowed[source, to] = IMPOSSIBLE
        self.register_buffer('allowed', allowed)
        self.register_buffer('opening', opening)

    def _total(self, scores, mask):
        """Log of the summed scores of all paths, by pairwise products in the log semiring."""
        batch, length, count = scores.shape
        moves = self.moves + self.allowed
        start = scores[:, 0] + self.first + self.opening
        if length == 1:
            return torch.logsumexp(start, 1)
        steps = moves + scores[:, 1:, None, :]
        same = torch.full((count, count), IMPOSSIBLE, dtype=scores.dtype)
        same.fill_diagonal_(0.0)
        steps = torch.where(mask[:, 1:, None, None], steps, same)
        while steps.shape[1] > 1:
            if steps.shape[1] % 2:
                steps = torch.cat([steps, same.expand(batch, 1, count, count)], 1)
            left, right = steps[:, 0::2], steps[:, 1::2]
            # Shifted exponentials and a matrix product are far cheaper than a logsumexp over a fourth axis.
            high_left, high_right = left.amax(3, keepdim=True), right.amax(2, keepdim=True)
            product = torch.matmul((left - high_left).exp(), (right - high_right).exp())
            steps = product.clamp_min(1e-30).log() + high_left + high_right
        return torch.logsumexp(start[:, :, None] + steps[:, 0], (1, 2))

    def loss(self, scores, allowed_labels, mask):
        """Negative log likelihood a token of the paths inside `allowed_labels` (batch, length, labels; bool)."""
        inside = scores.masked_fill(~allowed_labels, IMPOSSIBLE)
        return (self._total(scores, mask) - self._total(inside, mask)).sum() / mask.sum()

    def gold_loss(self, scores, gold, mask):
        """Negative log likelihood a token of one gold path (batch, length)."""
        moves = self.moves + self.allowed
        path = scores.gather(2, gold[:, :, None])[:, :, 0]
        total = path[:, 0] + (self.first + self.opening)[gold[:, 0]]
        total = total + ((path[:, 1:] + moves[gold[:, :-1], gold[:, 1:]]) * mask[:, 1:]).sum(1)
        return (self._total(scores, mask) - total).sum() / mask.sum()

    def decode(self, scores):
        """Viterbi: the best label numbers of one sequence of scores (numpy, length by labels)."""
        moves = (self.moves + self.allowed).detach().numpy()
        best, back = scores[0] + (self.first + self.opening).detach().numpy(), []
        for row in scores[1:]:
            paths = best[:, None] + moves
            step = paths.argmax(0)
            back.append(step)
            best = paths[step, np.arange(len(row))] + row
        path = [int(best.argmax())]
        for step in reversed(back):
            path.append(int(step[path[-1]]))
        return path[::-1]
