"""Reads the corpora into plain Python: treebanks, names, and attributions aligned to the reader's tokens."""
import json
import random
import re
from collections import defaultdict

import numpy as np

from places import DATA, TOKENS

UPOS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split()
#: GUM's genres whose texts are licensed for non-commercial use only; their documents are left out of training.
NC_GENRES = ('fiction', 'whow')
NAME_LABELS = {
    'person': 'PER', 'politician': 'PER', 'organisation': 'ORG', 'politicalparty': 'ORG', 'location': 'LOC',
    'country': 'GPE', 'misc': 'MISC', 'event': 'MISC', 'election': 'MISC',
}


def conllu(path, skip_genres=()):
    """Sentences as dicts of words, upos, heads (1-based, 0 the root) and deprels, in document order."""
    sentences, rows, genre, dropped = [], [], '', 0
    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# newdoc id'):
            genre = line.split('_')[1] if '_' in line else ''
        if not line:
            if rows and genre in skip_genres:
                dropped += 1
            elif rows:
                words, upos, heads, rels = zip(*rows)
                sentences.append(dict(words=words, upos=upos, heads=[int(h) for h in heads], rels=rels))
            rows = []
            continue
        if line[0] == '#':
            continue
        cells = line.split('\t')
        if '-' in cells[0] or '.' in cells[0]:
            continue
        rows.append((cells[1], cells[3], cells[6], cells[7]))
    if dropped:
        print(f'{path.name}: {dropped} sentences of {", ".join(skip_genres)} left out (non-commercial licence)')
    return sentences


def treebank(part):
    """EWT and GUM sentences of train or dev; GUM's non-commercial documents are left out of train."""
    skip = NC_GENRES if part == 'train' else ()
    ewt = conllu(DATA / f'ud/en_ewt-ud-{part}.conllu')
    gum = conllu(DATA / f'ud/en_gum-ud-{part}.conllu', skip)
    return ewt, gum


def names(corpus, part):
    """Sentences as (words, BIO tags) with the labels PER ORG LOC GPE MISC; CoNLL-2003 itself knows no GPE."""
    sentences, words, tags = [], [], []
    for line in open(DATA / 'ner' / corpus / f'{part}.txt', encoding='utf8'):
        line = line.rstrip('\n')
        if not line.strip():
            if words:
                sentences.append((words, tags))
            words, tags = [], []
            continue
        word, tag = line.split('\t')
        words.append(word)
        tags.append('O' if tag == 'O' else tag[:2] + NAME_LABELS[tag[2:]])
    if words:
        sentences.append((words, tags))
    return sentences


def spans(tags):
    """(start, end, label) of BIO tags; an I without its B opens a span."""
    out, start, label = [], None, ''
    for at, tag in enumerate([*tags, 'O']):
        if start is not None and not (tag[0] == 'I' and tag[2:] == label):
            out.append((start, at, label))
            start = None
        if tag[0] == 'B' or (tag[0] == 'I' and start is None):
            start, label = at, tag[2:]
    return out


CLOSERS = {'"', '”', '’', "'", ')', ']'}


def split_sentences(words, breaks):
    """Token ranges of sentences: a stop before a capital, or a line break. Stands in for the reader's own splitter."""
    out, start, count = [], 0, len(words)
    for at in range(count):
        end = at + 1 == count or breaks[at + 1]
        if not end and words[at] in ('.', '!', '?', '…', '...', '?!', '!!'):
            following = words[at + 1]
            end = following not in CLOSERS and (following[0].isupper() or following in ('“', '‘', '"') or following[0].isdigit())
        elif not end and words[at] in ('"', '”', '’', ')', ']') and at > start and words[at - 1] in ('.', '!', '?', '…'):
            following = words[at + 1]
            end = following[0].isupper() or following in ('“', '"')
        if end:
            out.append((start, at + 1))
            start = at + 1
    return out


def quotation_states(words, breaks):
    """0 outside, 1 inside, 2 opening mark, 3 closing mark of double quotation marks; a line break closes."""
    state, out = 0, []
    for at, word in enumerate(words):
        if breaks[at]:
            state = 0
        if word in ('“', '``'):
            state = 1
            out.append(2)
        elif word in ('”', "''"):
            state = 0
            out.append(3)
        elif word == '"':
            out.append(3 if state else 2)
            state = 1 - state
        else:
            out.append(state)
    return out


def _articles(name):
    """Tokenised articles with offsets in code points, words, and whether a line break stands before each token."""
    for line in open(TOKENS / f'{name}.jsonl', encoding='utf8'):
        row = json.loads(line)
        text, pairs = row['text'], row['spans']
        if any(ord(char) > 0xFFFF for char in text):
            points, unit = {}, 0
            for at, char in enumerate(text):
                points[unit] = at
                unit += 2 if ord(char) > 0xFFFF else 1
            points[unit] = len(text)
            pairs = [(points.get(a, 0), points.get(b, 0)) for a, b in pairs]
        if not pairs:
            continue
        words = [text[a:b] for a, b in pairs]
        breaks = [True] + ['\n' in text[x[1]:y[0]] for x, y in zip(pairs, pairs[1:])]
        words = [word or '?' for word in words]
        yield dict(id=row['id'], words=words, pairs=pairs, breaks=breaks)


def news():
    """The unlabelled news articles as lists of sentences (lists of words); paragraphs are lost in this corpus."""
    for article in _articles('news'):
        words = article['words']
        yield [words[a:b] for a, b in split_sentences(words, article['breaks'])]


def _with_structure(article):
    """The article with its sentences and quotation states."""
    sentences = split_sentences(article['words'], article['breaks'])
    article['sentences'] = sentences
    article['sentence_of'] = np.repeat(np.arange(len(sentences)), [b - a for a, b in sentences])
    article['quotes'] = quotation_states(article['words'], article['breaks'])
    return article


def news_documents(tokens, seed):
    """Unlabelled news articles, about `tokens` tokens in all, in the shape of PolNeAR's documents."""
    # An odd number of straight marks would turn the quotations of the rest of the article inside out.
    articles = [a for a in _articles('news') if a['words'].count('"') % 2 == 0 and 100 <= len(a['words']) <= 3000]
    random.Random(seed).shuffle(articles)
    out = []
    for article in articles:
        out.append(_with_structure(article))
        tokens -= len(article['words'])
        if tokens <= 0:
            break
    return out


def _annotation(path):
    """Spans by id, and events as dicts of roles, from one brat file."""
    texts, events = {}, []
    for line in open(path, encoding='utf8', newline='\n'):
        line = line.rstrip('\n')
        if line.startswith('T') and '\t' in line:
            key, body = line.split('\t')[:2]
            kind, places = body.split(' ', 1)
            texts[key] = [tuple(map(int, pair.split())) for pair in places.split(';')]
        elif line.startswith('E') and '\t' in line:
            events.append(dict(pair.split(':') for pair in line.split('\t')[1].split()))
    return texts, events


def _align(article, path):
    """BIO tags and attributions (role to token numbers) of one annotator's file."""
    texts, events = _annotation(path)
    pairs = article['pairs']
    tags, attributions = ['O'] * len(pairs), []
    for event in events:
        found = defaultdict(list)
        for role in ('Source', 'Cue', 'Content', 'Content2'):
            for start, end in texts.get(event.get(role), ()):
                name, first = role.rstrip('2'), True
                inside = [at for at, (a, b) in enumerate(pairs) if a < end and b > start]
                found[name] += inside
                for at in inside:
                    if tags[at] != 'O':
                        first = True
                        continue
                    tags[at] = ('B-' if first else 'I-') + name
                    first = False
        if found:
            attributions.append({role: sorted(set(found[role])) for role in found if found[role]})
    return tags, attributions


def polnear(part, every_annotator=False):
    """Articles with tokens, sentences, quotation states, tags and attributions; the first annotator's file, or all."""
    files = defaultdict(list)
    for path in sorted((DATA / 'polnear/data' / part / 'attributions').glob('*.ann')):
        files[path.stem.rsplit('_', 1)[0]].append(path)
    documents = []
    for article in _articles(f'polnear-{part}'):
        article = _with_structure(article)
        for path in files[article['id']][: None if every_annotator else 1]:
            tags, attributions = _align(article, path)
            documents.append({**article, 'tags': tags, 'attributions': attributions})
    return documents


def split_hyphens(words, tags, rng=random):
    """The sentence as the reader's tokeniser would split it: CoNLL leaves hyphens whole, UD does not."""
    out_words, out_tags = [], []
    for word, tag in zip(words, tags):
        parts = [part for part in re.split(r'(?<=\w)(-)(?=\w)', word) if part] if rng.random() < 0.8 else [word]
        out_words += parts
        out_tags += [tag] + ['I' + tag[1:] if tag != 'O' else 'O'] * (len(parts) - 1)
    return out_words, out_tags
