"""Turns shipped model files back into checkpoints, so that training can go on from them: `python restore.py FOLDER`.

FOLDER holds what export.py wrote (data/model does). Writes the word vectors into HEARSAY_WORK/data and the checkpoints
syntax, names, attribution, linker (--names etc. rename them) and confidence.json. The weights are those of the integer
model as floats: quantising them again gives the same whole numbers, and export.py takes the activation scales from
NAME.inputs.json, so that a model that is not trained on comes out as it went in.
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

import linker
from check_export import Weights
from crf import IMPOSSIBLE, Crf
from places import CHECKPOINTS, TOKENS

LINKER = 'linker.'


def restore_vectors(file):
    """Writes vectors.txt and vectors.f32 as vectors.mjs would."""
    (TOKENS / 'vectors.txt').write_bytes(bytes(file['words']) + b'\n')
    (file['vectors.weight'][2:] * file['vectors.scale'][2:, None]).astype('<f4').tofile(TOKENS / 'vectors.f32')


def _floats(file, name):
    """A tensor of the file as floats; the rows of integer layers and tables times their scales."""
    tensor, scale = file[name], name.removesuffix('.weight') + '.scale'
    if tensor.dtype == np.int8:
        tensor = tensor.astype('f4') * file[scale][:, None]
    return torch.from_numpy(tensor.astype('f4'))


def _state(file, names):
    """Weights and biases under the names that they have in the files."""
    return {name: _floats(file, name) for name in names if not name.endswith('.scale') and not name.startswith('crf.')}


def _unfold_blocks(state, blocks):
    """Convolutions from taps side by side back to (outputs, channels, taps)."""
    for at, (kernel, _) in enumerate(blocks):
        if kernel:
            name = f'encoder.blocks.{at}.mix.weight'
            flat = state[name]
            state[name] = flat.reshape(len(flat), kernel, -1).permute(0, 2, 1).contiguous()


def _join_arcs(state):
    """The arc matrix from its transposed weight and its bias, the last row."""
    state['arcs'] = torch.cat([state.pop('arcs.weight').T, state.pop('arcs.bias')[None]])


def _add_crf(state, file):
    """The free part of the moves: what is stored less what forbids."""
    crf = Crf(file.header['labels'])
    for name, fixed in (('moves', crf.allowed), ('first', crf.opening)):
        stored = torch.from_numpy(file[f'crf.{name}'].astype('f4')) / 1024
        state[f'crf.{name}'] = torch.where(fixed == IMPOSSIBLE, torch.zeros(()), stored)
    state['crf.allowed'], state['crf.opening'] = crf.allowed, crf.opening


def _encoder_config(header):
    own = [name for name, _, _ in header['tables']].index('word') + 1
    return dict(width=header['width'], blocks=header['blocks'], extras=header['tables'][own:], wide=True)


def _save(name, state, config, inputs):
    torch.save({key: value.clone() for key, value in state.items()}, CHECKPOINTS / f'{name}.pt')
    (CHECKPOINTS / f'{name}.json').write_text(json.dumps(config))
    (CHECKPOINTS / f'{name}.inputs.json').write_text(json.dumps(inputs))


def _inputs(file, of_linker):
    """The activation scales of the linker's layers, or of all others."""
    return {key.removeprefix(LINKER): value for key, value in file.header['inputs'].items()
            if key.startswith(LINKER) == of_linker}


def restore(file, name, config):
    """Writes one model's checkpoint; a linker in the same file is left aside."""
    state = _state(file, [key for key in file.tensors if not key.startswith(LINKER)])
    _unfold_blocks(state, file.header['blocks'])
    if 'arcs.weight' in state:
        _join_arcs(state)
    if 'crf.moves' in file.tensors:
        _add_crf(state, file)
    _save(name, state, dict(encoder=_encoder_config(file.header), drop=0.2, **config), _inputs(file, False))


def restore_linker(file, name, tagger, relations):
    """Writes the linker's checkpoint from the attribution file."""
    state = _state(file, [key for key in file.tensors if key.startswith(LINKER)])
    state = {key.removeprefix(LINKER): value for key, value in state.items()}
    assert len(linker.FEATURES) == len(file.header['linker']['features']), 'the file is of another linker'
    config = dict(width=file.header['width'], relations=relations, tagger=tagger)
    _save(name, state, config, _inputs(file, True))


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument('folder', type=Path)
    for name in ('syntax', 'names', 'attribution', 'linker'):
        cli.add_argument('--' + name, default=name, help='name of the checkpoint')
    options = cli.parse_args()
    TOKENS.mkdir(exist_ok=True)
    files = {kind: Weights(options.folder / f'{kind}.bin') for kind in ('vectors', 'syntax', 'names', 'attribution')}
    restore_vectors(files['vectors'])
    head = files['syntax'].header
    arc, rel, _ = head['sizes']
    restore(files['syntax'], options.syntax, dict(relations=head['relations'], arc=arc, rel=rel))
    restore(files['names'], options.names, dict(labels=files['names'].header['labels']))
    relations = len(head['relations'])
    labels = files['attribution'].header['labels']
    restore(files['attribution'], options.attribution, dict(labels=labels, relations=relations, syntax=options.syntax))
    restore_linker(files['attribution'], options.linker, options.attribution, relations)
    confidence = {kind: files[kind].header['confidence'] for kind in ('syntax', 'names', 'attribution')}
    (CHECKPOINTS / 'confidence.json').write_text(json.dumps(confidence, indent=1))


if __name__ == '__main__':
    main()
