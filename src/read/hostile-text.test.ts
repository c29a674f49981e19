import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { hostileFamilies, randomHostileTexts } from '../../bench/hostile-texts.mjs'
import {
  parseReading,
  type Reading,
  type ReadingMode,
  readingModes,
  type Sentence,
} from '../records/reading.ts'
import { articleOf, readerOf } from './read-text.fixture.ts'

const readAs = (mode: ReadingMode, text: string): Reading => readerOf(mode).read(articleOf(text))

/** What is wrong with a reading of a text; empty when nothing is. */
function findFaults(text: string, reading: Reading): string[] {
  const faults = [
    ...findOutsiders(reading, text.length),
    ...reading.sentences.flatMap(findTreeFaults),
    ...findLooseEnds(reading),
  ]
  if (!isDeepStrictEqual(parseReading(JSON.parse(JSON.stringify(reading))), reading))
    faults.push('the reading does not survive JSON')
  return faults
}

/** Spans, at any depth, that are empty or leave the text. */
function findOutsiders(value: unknown, length: number): string[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap((inner) => findOutsiders(inner, length))
  if (!('start' in value && 'end' in value)) return below
  const { start, end } = value as { start: number; end: number }
  return 0 <= start && start < end && end <= length
    ? below
    : [`span ${start} to ${end} of ${length}`, ...below]
}

/** Exactly one root, every head another token of the sentence, and every token under the root. */
function findTreeFaults({ tokens, start }: Sentence): string[] {
  const heads = tokens.map(({ head }) => head)
  const faults: string[] = []
  if (heads.filter((head) => head === -1).length !== 1)
    faults.push(`not one root in the sentence at ${start}`)
  for (const [i, head] of heads.entries())
    if (head < -1 || head >= tokens.length || head === i) faults.push(`head ${head} of ${i} at ${start}`)
  // From the root down, whatever the order; a cycle is never reached.
  const below: number[][] = tokens.map(() => [])
  for (const [i, head] of heads.entries()) below[head]?.push(i)
  const reached = heads.flatMap((head, i) => (head === -1 ? [i] : []))
  for (const token of reached) reached.push(...(below[token] ?? []))
  if (reached.length !== tokens.length) faults.push(`a cycle in the sentence at ${start}`)
  return faults
}

/** Numbers that point at nothing. */
function findLooseEnds({ sentences, mentions, references, statements, events }: Reading): string[] {
  const isOf = (list: readonly unknown[], index: number | null) => index === null || index < list.length
  return [
    ...references.filter(({ mention }) => !isOf(mentions, mention)).map(() => 'a reference to no mention'),
    ...statements
      .filter(({ nestedIn }) => !isOf(statements, nestedIn))
      .map(() => 'a statement nested in none'),
    ...statements
      .filter(({ sentence }) => !isOf(sentences, sentence))
      .map(() => 'a statement in no sentence'),
    ...events.filter(({ statement }) => !isOf(statements, statement)).map(() => 'an event of no statement'),
  ]
}

/** What went wrong with a text, with the text; null when nothing did. */
function tryText(mode: ReadingMode, text: string): { text: string; faults: string[] } | null {
  try {
    const faults = findFaults(text, readAs(mode, text))
    return faults.length === 0 ? null : { text: text.slice(0, 200), faults: faults.slice(0, 5) }
  } catch (error) {
    return { text: text.slice(0, 200), faults: [String(error instanceof Error ? error.stack : error)] }
  }
}

describe.each(readingModes)('in %s mode', (mode) => {
  test('ten thousand hostile texts are read: spans inside, one root a sentence, JSON and back', () => {
    const faults = [...randomHostileTexts(10_000, 20261124)].flatMap((text) => tryText(mode, text) ?? [])
    expect(faults.slice(0, 5)).toEqual([])
  })

  test.each(Object.entries(hostileFamilies))('%s: a page of it is read', (_, make) => {
    expect(tryText(mode, make(2000))).toBeNull()
  })

  // No clock: what grew faster than the text would run into the test's time limit.
  test.each([
    ['ten megabytes of one letter', 'one letter', 10_000_000],
    ['a megabyte of marks on one letter', 'combining marks', 1_000_000],
    ['a sentence of more than 5,000 tokens', 'a sentence without a stop', 30_000],
    ['thousands of names', 'many names', 40_000],
    ['thousands of verbs of saying', 'said', 20_000],
    ['thousands of opening quotation marks', 'opening quotation marks', 4_000],
  ])('%s', (_, family, length) => {
    expect(tryText(mode, hostileFamilies[family]?.(length) ?? '')).toBeNull()
  })
})
