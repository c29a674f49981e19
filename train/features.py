"""Turns words into the integer features that every model reads. The runtime repeats this exactly; README.md says how."""
import functools

import numpy as np

from places import TOKENS

PLAIN = {
    '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '``': '"', "''": '"',
    '‘': "'", '’': "'", '–': '-', '—': '-', '-LRB-': '(', '-RRB-': ')',
}

#: Hash tables beside the word vectors: name, rows, width. Row 0 of every table is the empty word.
TABLES = (
    ('prefix3', 6000, 32),
    ('suffix3', 8000, 32),
    ('suffix2', 3000, 16),
    ('shape', 2000, 16),
    ('word', 20000, 32),
)
#: Column 0 holds the vector's row (0 padding, 1 unknown, then the vocabulary in order), then one column a table.
COLUMNS = 1 + len(TABLES)


def plain(word):
    """The word with quotation marks, dashes and bracket codes in their plain form."""
    return PLAIN.get(word) or word.replace('’', "'")


def shape(word):
    """X for upper case, x for other letters, d for digits, else the character; runs are cut at two."""
    marks = []
    for char in word:
        mark = 'X' if char.isupper() else 'x' if char.isalpha() else 'd' if char.isdecimal() else char
        if len(marks) >= 2 and marks[-1] == mark and marks[-2] == mark:
            continue
        marks.append(mark)
    return ''.join(marks)


def fnv(text, rows):
    """32-bit FNV-1a of the UTF-8 bytes, folded once, modulo rows."""
    value = 2166136261
    for byte in text.encode('utf8', 'replace'):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return (value ^ (value >> 16)) % rows


@functools.cache
def vocabulary():
    """Word to row, and the vectors with two rows of zeros before them."""
    words = (TOKENS / 'vectors.txt').read_text('utf8').rstrip('\n').split('\n')
    vectors = np.fromfile(TOKENS / 'vectors.f32', '<f4').reshape(len(words), 100)
    table = np.concatenate([np.zeros((2, 100), 'f4'), vectors])
    return {word: row + 2 for row, word in enumerate(words)}, table


@functools.cache
def word_features(word):
    """The row numbers of one word, column by column."""
    rows, _ = vocabulary()
    base = plain(word)
    lower = base.lower()
    keys = ('p' + lower[:3], 's' + lower[-3:], 't' + lower[-2:], 'h' + shape(base), 'W' + base)
    hashed = tuple(1 + fnv(key, size - 1) for key, (_, size, _) in zip(keys, TABLES))
    return (rows.get(lower, 1), *hashed)


def sentence_features(words):
    """One row of feature numbers a word."""
    return np.array([word_features(word) for word in words], 'i4').reshape(len(words), COLUMNS)
