"""Averages the weights of checkpoints that share a start: `python soup.py OUT A B …`; free accuracy at run time."""
import shutil
import sys

import torch

from places import CHECKPOINTS


def main():
    out, *sources = sys.argv[1:]
    states = [torch.load(CHECKPOINTS / f'{name}.pt') for name in sources]
    torch.save({key: sum(state[key] for state in states) / len(states) for key in states[0]}, CHECKPOINTS / f'{out}.pt')
    shutil.copy(CHECKPOINTS / f'{sources[0]}.json', CHECKPOINTS / f'{out}.json')


if __name__ == '__main__':
    main()
