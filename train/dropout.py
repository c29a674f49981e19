"""Dropout from a pool of masks drawn once: drawing fresh ones took a sixth of a training step."""
import functools
import random

import torch

POOL = 1 << 22


@functools.cache
def _pool(share):
    generator = torch.Generator().manual_seed(int(share * 1000) + 7)
    return (torch.rand(POOL, generator=generator) >= share).float() / (1 - share)


def dropout(x, share, training):
    """x with a share of its entries zeroed and the rest scaled up, in training alone."""
    if not training or share <= 0:
        return x
    count = x.numel()
    start = random.randrange(POOL - count) if count < POOL else 0
    mask = _pool(share)[start:start + count]
    if count > POOL:
        mask = _pool(share).repeat(-(-count // POOL))[:count]
    return x * mask.view(x.shape)
