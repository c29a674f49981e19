"""Swaps a trained model's layers for integer ones: int8 weights with a scale a row, int16 activations with a fixed scale.

Each product is exact: 14-bit activations (at most ACTIVATION) times 7-bit weights sum to less than 2^31 for up to 2,000
columns. Arc scores multiply activations with activations and therefore take 11 bits (PAIR).
"""
import copy

import torch
import torch.nn.functional as F
from torch import nn

import encoder as encoders

ACTIVATION = 8191
PAIR = 2047


def rows_to_int8(weight):
    """int8 rows and their float32 scales."""
    flat = weight.detach().reshape(weight.shape[0], -1)
    scale = flat.abs().amax(1).clamp_min(1e-8) / 127
    return torch.round(flat / scale[:, None]).clamp(-127, 127).to(torch.int8), scale


def to_int(x, scale, limit=ACTIVATION):
    """Activations as whole numbers (kept in float64, where the products below are exact); halves round to even."""
    return torch.round(x / scale).clamp(-limit, limit).double()


class IntLinear(nn.Module):
    """A linear layer in integers."""

    def __init__(self, layer):
        super().__init__()
        self.weight, self.scale = rows_to_int8(layer.weight)
        self.bias = layer.bias.detach() if layer.bias is not None else torch.zeros(len(self.scale))
        self.input_scale, self.seen, self.calibrating, self.layer = None, 0.0, True, layer

    def forward(self, x):
        if self.calibrating:
            self.seen = max(self.seen, float(x.abs().max()))
            return self.layer(x)
        whole = to_int(x, self.input_scale) @ self.weight.double().T
        return whole.float() * (self.scale * self.input_scale) + self.bias

    def freeze(self):
        """Fixes the activation scale from what calibration saw."""
        self.input_scale, self.calibrating = max(self.seen, 1e-6) / ACTIVATION, False


class IntConv(IntLinear):
    """A dilated convolution as a linear layer over the taps side by side: column = tap * channels + channel."""

    def __init__(self, conv):
        super().__init__(nn.Linear(1, 1))
        flat = conv.weight.detach().permute(0, 2, 1).reshape(conv.weight.shape[0], -1)
        self.weight, self.scale = rows_to_int8(flat)
        self.bias, self.layer = conv.bias.detach(), conv
        self.kernel, self.dilation = conv.kernel_size[0], conv.dilation[0]

    def forward(self, x):
        if self.calibrating:
            self.seen = max(self.seen, float(x.abs().max()))
            return self.layer(x)
        reach, length = self.dilation * (self.kernel // 2), x.shape[2]
        padded = F.pad(to_int(x.transpose(1, 2), self.input_scale), (0, 0, reach, reach))
        taps = [padded[:, k * self.dilation:k * self.dilation + length] for k in range(self.kernel)]
        whole = torch.cat(taps, 2) @ self.weight.double().T
        return (whole.float() * (self.scale * self.input_scale) + self.bias).transpose(1, 2)


class IntTable(nn.Module):
    """A table with int8 rows and a scale a row."""

    def __init__(self, table):
        super().__init__()
        self.weight, self.scale = rows_to_int8(table.weight)

    def forward(self, rows):
        return self.weight[rows].float() * self.scale[rows][..., None]


class IntArcs(nn.Module):
    """The biaffine arc product: dependents times int8 matrix, then times heads, in 11 bits each."""

    def __init__(self, matrix):
        super().__init__()
        # Rows of the matrix product's output side: (dependents | 1) @ matrix has one column a head feature.
        self.weight, self.scale = rows_to_int8(matrix[:-1].detach().T)
        self.bias = matrix[-1].detach().clone()
        self.matrix, self.calibrating = matrix.detach(), True
        self.seen = dict(input=0.0, left=0.0, right=0.0)
        self.scales = {}

    def forward(self, dependents, heads):
        if self.calibrating:
            one = torch.ones_like(dependents[:, :, :1])
            left = torch.cat([dependents, one], 2) @ self.matrix
            for key, value in (('input', dependents), ('left', left), ('right', heads)):
                self.seen[key] = max(self.seen[key], float(value.abs().max()))
            return left @ heads.transpose(1, 2)
        left = (to_int(dependents, self.scales['input']) @ self.weight.double().T).float()
        left = left * (self.scale * self.scales['input']) + self.bias
        whole = to_int(left, self.scales['left'], PAIR) @ to_int(heads, self.scales['right'], PAIR).transpose(1, 2)
        return whole.float() * (self.scales['left'] * self.scales['right'])

    def freeze(self):
        limits = dict(input=ACTIVATION, left=PAIR, right=PAIR)
        self.scales = {key: max(value, 1e-6) / limits[key] for key, value in self.seen.items()}
        self.calibrating = False


def _swap(module):
    for name, child in list(module.named_children()):
        if isinstance(child, nn.Linear):
            setattr(module, name, IntLinear(child))
        elif isinstance(child, nn.Conv1d):
            setattr(module, name, IntConv(child))
        elif isinstance(child, nn.Embedding):
            setattr(module, name, IntTable(child))
        else:
            _swap(child)


def _int_forward(self, x):
    states = self.encoder(x)
    dependent, head = self.sides(states)
    arcs = self.int_arcs(dependent[0], head[0])
    mask = x[:, :, 0] > 0
    reachable = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
    return self.tags(states), arcs.masked_fill(~reachable[:, None, :], -1e4), (dependent[1:], head[1:])


def quantise(model, calibrate):
    """An integer copy of a model. `calibrate(copy)` must run the copy over training text once."""
    out = copy.deepcopy(model).eval()
    _swap(out)
    for module in out.modules():
        if isinstance(module, encoders.Encoder):
            weight, scale = rows_to_int8(module.vectors)
            module.int_vectors = (weight, scale)
            module.vectors = weight.float() * scale[:, None]
    if hasattr(out, 'arcs'):
        out.int_arcs = IntArcs(out.arcs)
        out.forward = _int_forward.__get__(out)
    if hasattr(out, 'crf'):
        for name in ('moves', 'first'):
            parameter = getattr(out.crf, name)
            parameter.data = torch.round(parameter.data * 1024) / 1024
    calibrate(out)
    for module in out.modules():
        if hasattr(module, 'freeze'):
            module.freeze()
    return out
