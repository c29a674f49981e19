"""Where data and work files lie: two environment variables, so that no path is written into the scripts."""
import os
from pathlib import Path


def _folder(variable):
    value = os.environ.get(variable)
    if not value:
        raise SystemExit(f'set {variable} to a folder (see train/README.md)')
    return Path(value)


DATA = _folder('HEARSAY_DATA')
WORK = _folder('HEARSAY_WORK')
TOKENS = WORK / 'data'
CHECKPOINTS = WORK / 'checkpoints'
EXPORT = WORK / 'export'
for folder in (CHECKPOINTS, EXPORT):
    folder.mkdir(parents=True, exist_ok=True)
