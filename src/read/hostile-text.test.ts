import { describe, expect, test } from 'vitest'
import { findFaults } from '../../bench/hostile-faults.mjs'
import { hostileFamilies, randomHostileTexts } from '../../bench/hostile-texts.mjs'
import { parseReading, type ReadingMode, readingModes } from '../records/reading.ts'
import { articleOf, readerOf } from './read-text.fixture.ts'

/** What went wrong with a text, with the text; null when nothing did. */
function tryText(mode: ReadingMode, text: string): { text: string; faults: string[] } | null {
  try {
    const faults = findFaults(text, readerOf(mode).read(articleOf(text)), parseReading)
    return faults.length === 0 ? null : { text: text.slice(0, 200), faults: faults.slice(0, 5) }
  } catch (error) {
    return { text: text.slice(0, 200), faults: [String(error instanceof Error ? error.stack : error)] }
  }
}

// A sample: `npm run bench -- reading --hostile` reads ten thousand and measures how time grows with length.
describe.each(readingModes)('in %s mode', (mode) => {
  test('three hundred hostile texts are read: spans inside, one root a sentence, JSON and back', () => {
    const faults = [...randomHostileTexts(300, 20261124)].flatMap((text) => tryText(mode, text) ?? [])
    expect(faults.slice(0, 5)).toEqual([])
  })

  test.each(Object.entries(hostileFamilies))('%s: a page of it is read', (_, make) => {
    expect(tryText(mode, make(600))).toBeNull()
  })

  // No clock: what grew faster than the text would run into the test’s time limit.
  test.each([
    ['a megabyte of one letter', 'one letter', 1_000_000],
    ['a hundred kilobytes of marks on one letter', 'combining marks', 100_000],
    ['a sentence of more than 5,000 tokens', 'a sentence without a stop', 30_000],
    ['thousands of verbs of saying', 'said', 10_000],
    ['hundreds of opening quotation marks', 'opening quotation marks', 1_000],
  ])('%s', (_, family, length) => {
    expect(tryText(mode, hostileFamilies[family]?.(length) ?? '')).toBeNull()
  })
})
