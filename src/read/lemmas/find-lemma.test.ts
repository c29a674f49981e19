import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadLexicon } from '../../resources/load-lexicon.ts'
import { findLemma } from './find-lemma.ts'
import { findWordFeatures } from './find-word-features.ts'

const read = (name: string) => readFileSync(new URL(`../../../data/lexicon/${name}`, import.meta.url), 'utf8')
const lexicon = loadLexicon(read('verbs.tsv'), read('words.tsv'))
const withRulesAlone = loadLexicon(
  'lemma\tthird\tpresent\tpast\tparticiple\tgerund',
  'word\tupos\tlemma\tfeatures',
)

test.each(
  `
  sanctioned sanction, mediating mediate, planned plan, hoped hope, denied deny, agreed agree, visited visit,
  offered offer, travelled travel, controlled control, installed install, invited invite, promoted promote,
  executed execute, monitored monitor, explored explore, required require, described describe, provoked provoke,
  negotiated negotiate, created create, treated treat, arranged arrange, belonged belong, focusing focus,
  accused accuse, postponed postpone, abandoned abandon, intervened intervene, threatened threaten, forced force,
  handled handle, persuaded persuade, explained explain, killed kill, passed pass, sees see, goes go, vetoes veto,
  denies deny, reaches reach
`
    .trim()
    .split(/,\s+/),
)('by spelling alone, the verb of %s', (pair) => {
  const [word = '', lemma = ''] = pair.split(' ')
  expect(findLemma(word, 'VERB', withRulesAlone)).toBe(lemma)
})

test('irregular verbs are known', () => {
  for (const [word = '', lemma = ''] of [
    ['took', 'take'],
    ['withdrew', 'withdraw'],
    ['held', 'hold'],
    ['lying', 'lie'],
  ])
    expect(findLemma(word, 'VERB', lexicon)).toBe(lemma)
})

test('nouns lose their plural, and words that only end in “s” keep it', () => {
  const pairs = [
    ['envoys', 'envoy'],
    ['Parties', 'party'],
    ['crises', 'crisis'],
    ['MPs', 'MP'],
    ['process', 'process'],
    ['men', 'man'],
    ['1990s', '1990s'],
  ]
  for (const [word = '', lemma = ''] of pairs) expect(findLemma(word, 'NOUN', lexicon)).toBe(lemma)
})

test('a proper name keeps its letters', () => {
  for (const name of ['Sanders', 'NATO', 'Morvenia', 'Texas'])
    expect(findLemma(name, 'PROPN', lexicon)).toBe(name)
})

test('what is compared is told from what only looks so', () => {
  expect(findLemma('largest', 'ADJ', lexicon)).toBe('large')
  expect(findWordFeatures('largest', 'ADJ', lexicon)).toBe('Degree=Sup')
  expect(findLemma('former', 'ADJ', lexicon)).toBe('former')
  expect(findWordFeatures('former', 'ADJ', lexicon)).toBe('Degree=Pos')
  expect(findWordFeatures('never', 'ADV', lexicon)).toBe('PronType=Neg')
})

test('numbers and ordinals say what they are', () => {
  expect(findLemma('40,000', 'NUM', lexicon)).toBe('40000')
  expect(findWordFeatures('40,000', 'NUM', lexicon)).toBe('NumForm=Digit|NumType=Card')
  expect(findWordFeatures('21st', 'ADJ', lexicon)).toBe('Degree=Pos|NumForm=Combi|NumType=Ord')
  expect(findWordFeatures('first', 'ADJ', lexicon)).toBe('Degree=Pos|NumForm=Word|NumType=Ord')
})
