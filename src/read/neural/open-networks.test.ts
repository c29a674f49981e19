import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { TokenRange } from '../token-range.ts'
import {
  fixtureArticles,
  openShippedNetworks,
  parsedSentencesOf,
  sentencesOf,
} from './fixture-articles.fixture.ts'

const reader = openShippedNetworks()

const pair = ({ from, to }: TokenRange): number[] => [from, to]

test('every token gets the part of speech, head and relation that the training code gave it', () => {
  for (const article of fixtureArticles) {
    const parses = reader.parse(sentencesOf(article))
    expect(parses.map(({ upos }) => upos)).toEqual(article.syntax.map(({ upos }) => upos))
    expect(parses.map(({ heads }) => heads.map((head) => head + 1))).toEqual(
      article.syntax.map(({ heads }) => heads),
    )
    expect(parses.map(({ deprels }) => deprels)).toEqual(article.syntax.map(({ rels }) => rels))
  }
})

test('arc and label scores are those of the training code to 0.01, seen through their probabilities', () => {
  const header = { arc: temperature('arc'), label: temperature('label') }
  const softmax = (scores: readonly number[], chosen: number, t: number): number => {
    const own = scores[chosen] ?? 0
    return 1 / scores.reduce((sum, score) => sum + Math.exp((score - own) / t), 0)
  }
  for (const article of fixtureArticles)
    for (const [k, parse] of reader.parse(sentencesOf(article), { confidence: true }).entries()) {
      const expected = article.syntax[k]
      for (const [at, chance] of (parse.confidence ?? []).entries()) {
        const labels = expected?.labels[at] ?? []
        const arc = softmax(expected?.arcs[at] ?? [], expected?.heads[at] ?? 0, header.arc)
        expect(chance).toBeCloseTo(
          arc * softmax(labels, labels.indexOf(Math.max(...labels)), header.label),
          2,
        )
      }
    }
})

/** The temperature in the shipped syntax model’s header. */
function temperature(kind: string): number {
  const file = readFileSync(new URL('../../../data/model/syntax.bin', import.meta.url))
  const header = JSON.parse(file.subarray(8, 8 + file.readUInt32LE(4)).toString('utf8'))
  return header.confidence[kind]?.temperature ?? 1
}

test('names are those that the training code found, each with a probability', () => {
  for (const article of fixtureArticles)
    for (const [k, names] of reader.findNames(sentencesOf(article)).entries()) {
      const tags = article.names[k]?.tags ?? []
      const found = tags.map(() => 'O')
      for (const { from, to, type, confidence } of names) {
        found.fill(`I-${type}`, from, to)
        found[from] = `B-${type}`
        expect(confidence).toBeGreaterThan(0.05)
        expect(confidence).toBeLessThanOrEqual(1)
      }
      expect(found).toEqual(tags)
    }
})

test('attributions are those that the training code found, with shared sources and contents in several pieces', () => {
  for (const article of fixtureArticles) {
    const found = reader.findAttributions(parsedSentencesOf(article, reader))
    expect(
      found.map(({ cue, source, content }) => ({
        cue: pair(cue),
        Source: source.map(pair),
        Content: content.map(pair),
      })),
    ).toEqual(article.statements)
    for (const { confidence } of found) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThan(1)
    }
  }
})

/** Labels, ranges and probabilities to the last bit. */
function readEverything(): string {
  const readings = fixtureArticles.map((article) => {
    const parsed = parsedSentencesOf(article, reader)
    return {
      parses: parsed.parses,
      names: reader.findNames(parsed.sentences),
      attributions: reader.findAttributions(parsed),
    }
  })
  return createHash('sha256').update(JSON.stringify(readings)).digest('hex')
}

test('twenty sentences are read alike to the last bit on every machine', async () => {
  // After new weights, and only then: vitest -u.
  await expect(`${readEverything()}\n`).toMatchFileSnapshot('../../../train/kernel/reading.sha256')
})

test('what was read before leaves no trace', () => {
  const first = readEverything()
  reader.parse([Array.from({ length: 3000 }, (_, k) => `word${k}`)])
  expect(readEverything()).toBe(first)
})

test('a sentence is read alike alone and among others', () => {
  const sentences = fixtureArticles.flatMap(sentencesOf)
  const together = reader.parse(sentences, { confidence: true })
  for (const [k, sentence] of sentences.entries())
    expect(reader.parse([sentence], { confidence: true })[0]).toEqual(together[k])
})

test('nothing to read gives nothing', () => {
  expect(reader.parse([])).toEqual([])
  expect(reader.parse([[]])).toEqual([{ upos: [], heads: [], deprels: [], confidence: null }])
  expect(reader.findNames([[], []])).toEqual([[], []])
  expect(reader.findAttributions({ sentences: [], startsParagraph: [], parses: [] })).toEqual([])
  const empty = { sentences: [[]], startsParagraph: [true], parses: reader.parse([[]]) }
  expect(reader.findAttributions(empty)).toEqual([])
})

const hostile = [
  ['\ud800', '\udc00x', 'a\ud83d', '😀', '👩‍👩‍👧', '\u202e‮', '', ' ', 'İSTANBUL', 'ΣΊΣΥΦΟΣ', '\0'],
  ['x'.repeat(100_000), 'constructor', '__proto__', 'toString', '”', '“'],
  Array.from({ length: 5000 }, () => '"'),
  Array.from({ length: 257 }, (_, k) => (k % 7 === 0 ? ',' : 'and')),
]

function reachesRoot(heads: readonly number[], token: number): boolean {
  let node = token
  for (let steps = 0; steps <= heads.length && node !== -1; steps++) node = heads[node] ?? -1
  return node === -1
}

test('hostile tokens and endless sentences are read: one head each, one root a sentence, every range inside', () => {
  const parses = reader.parse(hostile, { confidence: true })
  for (const [k, { heads, upos, deprels, confidence }] of parses.entries()) {
    const { length } = hostile[k] ?? []
    expect([upos.length, heads.length, deprels.length, confidence?.length]).toEqual([
      length,
      length,
      length,
      length,
    ])
    expect(heads.filter((head) => head === -1)).toHaveLength(1)
    for (const [at, head] of heads.entries())
      expect(head >= -1 && head < (length ?? 0) && head !== at).toBe(true)
    expect(heads.every((_, at) => reachesRoot(heads, at))).toBe(true)
  }
  for (const [k, names] of reader.findNames(hostile).entries())
    for (const { from, to } of names) expect(from < to && to <= (hostile[k]?.length ?? 0)).toBe(true)
  const count = hostile.flat().length
  const article = { sentences: hostile, startsParagraph: hostile.map(() => true), parses }
  for (const { cue, source, content } of reader.findAttributions(article))
    for (const { from, to } of [cue, ...source, ...content]) expect(from < to && to <= count).toBe(true)
})

test('a long article is read in windows: the attributions of its parts are found where they stand, once each', () => {
  const article = fixtureArticles[1]
  if (article === undefined) throw new Error('The fixture has five articles.')
  const times = 180
  const one = parsedSentencesOf(article, reader)
  const repeat = <T>(list: readonly T[]): T[] => Array.from({ length: times }, () => list).flat()
  const found = reader.findAttributions({
    sentences: repeat(one.sentences),
    startsParagraph: repeat(one.startsParagraph),
    parses: repeat(one.parses),
  })
  const size = article.words.length
  expect(size * times).toBeGreaterThan(9000)
  const starts = found.map(({ cue }) => cue.from)
  expect(new Set(starts).size).toBe(starts.length)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
  // Copies far from both ends see the same words around them, whether a window ends near by or not.
  const inMiddle = (copy: number): number[] =>
    starts.filter((start) => Math.floor(start / size) === copy).map((start) => start % size)
  for (let copy = 2; copy < times - 2; copy++) expect(inMiddle(copy)).toEqual(inMiddle(2))
  expect(inMiddle(2).length).toBeGreaterThan(2)
})
