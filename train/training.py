"""What every training run shares: batches of like length, a schedule in steps, averaged weights, checkpoints."""
import copy
import random
import time

import numpy as np
import torch

from features import COLUMNS
from places import CHECKPOINTS


def seed_all(seed, threads):
    """Fixes every source of chance and the number of threads."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)


def batches(lengths, tokens, shuffle=True):
    """Lists of item numbers of like length, padded size at most `tokens`."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + (random.random() * 4 if shuffle else 0))
    out, current, longest = [], [], 0
    for item in order:
        if current and max(longest, lengths[item]) * (len(current) + 1) > tokens:
            out.append(current)
            current, longest = [], 0
        current.append(item)
        longest = max(longest, lengths[item])
    if current:
        out.append(current)
    if shuffle:
        random.shuffle(out)
    return out


def pad(rows, columns=COLUMNS):
    """Feature arrays of several sentences as one padded tensor, and the mask of real tokens."""
    length = max(len(row) for row in rows)
    x = np.zeros((len(rows), length, columns), 'i8')
    mask = np.zeros((len(rows), length), bool)
    for at, row in enumerate(rows):
        x[at, :len(row)] = row
        mask[at, :len(row)] = True
    return torch.from_numpy(x), torch.from_numpy(mask)


def pad_numbers(rows, length, fill=0):
    """Lists of numbers as one padded tensor."""
    out = np.full((len(rows), length), fill, 'i8')
    for at, row in enumerate(rows):
        out[at, :len(row)] = row
    return torch.from_numpy(out)


class Average:
    """An exponential moving average of a model's weights, warmed up so that early steps do not linger."""

    def __init__(self, model, decay=0.999):
        self.model = copy.deepcopy(model).eval()
        self.decay, self.steps = decay, 0

    @torch.no_grad()
    def update(self, model):
        self.steps += 1
        keep = min(self.decay, (1 + self.steps) / (10 + self.steps))
        pairs = [(own, new) for own, new in zip(self.model.parameters(), model.parameters()) if new.requires_grad]
        torch._foreach_lerp_([own for own, _ in pairs], [new for _, new in pairs], 1 - keep)


def train(model, draw, loss_of, steps, name, rate=2e-3, evaluate=None, evaluations=4, decay=0.999, pretrained=(), pretrained_rate=1e-4):
    """Runs `steps` steps of Adam with a short warm-up and a linear fall; returns the averaged model.

    `draw()` gives the next batch, `loss_of(model, batch)` its loss. Saves a checkpoint at every evaluation.
    """
    parameters = [p for p in model.parameters() if p.requires_grad]
    old = {id(p) for p in pretrained}
    groups = [dict(params=[p for p in parameters if id(p) not in old], peak=rate)]
    if old:
        groups.append(dict(params=[p for p in parameters if id(p) in old], peak=pretrained_rate))
    adam = torch.optim.Adam(groups, lr=rate, betas=(0.9, 0.95), fused=True)
    average, began, running = Average(model, decay), time.time(), None
    for step in range(1, steps + 1):
        share = min(1.0, step / 200) * max(0.01, 1 - step / steps)
        for group in adam.param_groups:
            group['lr'] = group['peak'] * share
        loss = loss_of(model, draw())
        adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 5.0)
        adam.step()
        average.update(model)
        running = loss.item() if running is None else 0.99 * running + 0.01 * loss.item()
        if step % max(1, steps // evaluations) == 0 or step == steps:
            torch.save(average.model.state_dict(), CHECKPOINTS / f'{name}.pt')
            scores = evaluate(average.model) if evaluate else {}
            print(f'{name} step {step}/{steps} {(time.time() - began) / 60:.1f} min loss {running:.4f} {scores}', flush=True)
    return average.model
