"""The encoder that all models share in shape, not in weights: tables, a linear layer, gated convolutions."""
import torch
import torch.nn.functional as F
from torch import nn

from dropout import dropout
from features import COLUMNS, TABLES, sentence_features, vocabulary
from precision import FAST


class Block(nn.Module):
    """A residual block: layer norm, a convolution, a gate. `wide` convolves all channels at once, else each alone."""

    def __init__(self, width, kernel, dilation, wide):
        super().__init__()
        self.kernel, self.dilation, self.wide = kernel, dilation, wide
        self.norm = nn.LayerNorm(width)
        if wide:
            self.mix = nn.Conv1d(width, 2 * width, kernel, dilation=dilation, padding=dilation * (kernel // 2))
        else:
            self.taps = nn.Parameter(torch.randn(kernel, width) * 0.1)
            self.taps.data[kernel // 2] += 1.0
            self.mix = nn.Linear(width, 2 * width)

    def _convolve(self, y):
        """The convolution as one product of the taps side by side: twice as fast in training."""
        reach, length = self.dilation * (self.kernel // 2), y.shape[1]
        padded = F.pad(y.to(FAST), (0, 0, reach, reach))
        taps = torch.cat([padded[:, k * self.dilation:k * self.dilation + length] for k in range(self.kernel)], 2)
        weight = self.mix.weight.to(FAST).permute(0, 2, 1).reshape(self.mix.weight.shape[0], -1)
        return F.linear(taps, weight).float() + self.mix.bias

    def forward(self, x, mask, drop):
        y = self.norm(x) * mask
        if self.wide:
            y = self._convolve(y) if self.training else self.mix(y.transpose(1, 2)).transpose(1, 2)
        else:
            reach, length = self.dilation * (self.kernel // 2), x.shape[1]
            padded = F.pad(y, (0, 0, reach, reach))
            y = sum(padded[:, k * self.dilation:k * self.dilation + length] * self.taps[k] for k in range(self.kernel))
            y = self.mix(y)
        return x + dropout(F.glu(y, 2), drop, self.training)


class TreeBlock(nn.Module):
    """A residual block in which each token sees itself and its head: layer norm, a linear layer, a gate."""

    def __init__(self, width):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Linear(2 * width, 2 * width)

    def forward(self, x, heads, drop):
        y = self.norm(x)
        above = y.gather(1, heads[:, :, None].expand(-1, -1, y.shape[2]))
        return x + dropout(F.glu(self.mix(torch.cat([y, above], 2)), 2), drop, self.training)


class Encoder(nn.Module):
    """Feature rows (batch, length, columns) to states (batch, length, width).

    `extras` are further small tables (name, rows, width) whose columns follow the word columns. `blocks` is a list of
    (kernel, dilation); kernel 0 stands for a tree block, which needs heads (absolute; a root points at itself). Padding rows hold 0 in column 0.
    """

    def __init__(self, width, blocks, extras=(), wide=False, drop=0.3):
        super().__init__()
        self.config = dict(width=width, blocks=[list(b) for b in blocks], extras=[list(e) for e in extras], wide=wide)
        _, vectors = vocabulary()
        self.register_buffer('vectors', torch.tensor(vectors), persistent=False)
        sizes = [(rows, size) for _, rows, size in (*TABLES, *extras)]
        self.tables = nn.ModuleList(nn.Embedding(rows, size, padding_idx=0) for rows, size in sizes)
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.1)
            table.weight.data[0] = 0
        self.enter = nn.Linear(100 + sum(size for _, size in sizes), width)
        self.blocks = nn.ModuleList(
            Block(width, kernel, dilation, wide) if kernel else TreeBlock(width) for kernel, dilation in blocks)
        self.norm = nn.LayerNorm(width)
        self.width, self.drop = width, drop

    features = staticmethod(sentence_features)
    columns = COLUMNS

    def silence(self, first):
        """Makes the blocks from number `first` on add nothing, so that a deeper model begins where a trained one ended."""
        for block in self.blocks[first:]:
            nn.init.zeros_(block.mix.weight)
            nn.init.zeros_(block.mix.bias)

    def pretrained(self):
        """No weight of this encoder was trained before."""
        return []

    def embed(self, x):
        """The concatenated table rows; in training, words are sometimes hidden so that affixes must serve."""
        ids = x[:, :, 0]
        if self.training:
            ids = ids.masked_fill(torch.rand(ids.shape) < 0.05, 1)
        parts = [F.embedding(ids, self.vectors)]
        for column, table in enumerate(self.tables, 1):
            rows = x[:, :, column]
            if self.training and column == len(TABLES):
                rows = rows.masked_fill(torch.rand(rows.shape) < 0.25, 0)
            parts.append(table(rows))
        return torch.cat(parts, 2)

    def forward(self, x, heads=None):
        mask = (x[:, :, 0] > 0).unsqueeze(2).float()
        y = self.enter(dropout(self.embed(x), self.drop, self.training))
        for block in self.blocks:
            tree = isinstance(block, TreeBlock)
            y = block(y, heads if tree else mask, self.drop * 0.5)
        return dropout(self.norm(y), self.drop, self.training)
