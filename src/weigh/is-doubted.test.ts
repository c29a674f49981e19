import { expect, test } from 'vitest'
import { bareStatement } from '../records/bare-parts.ts'
import type { Modality } from '../records/reading.ts'
import { isDoubted } from './is-doubted.ts'

/** “Marsh | doubts | that he left”: source, cue and content of a sentence. */
const doubts = (parts: string, modality: Modality = 'hedged') => {
  const [source = '', cue = '', content = ''] = parts.split(' | ')
  const text = `${source} ${cue} ${content}.`
  const from = source.length + 1
  const behind = from + cue.length + 1
  return isDoubted(text, {
    ...bareStatement,
    modality,
    source: { start: 0, end: source.length },
    cue: { start: from, end: from + cue.length },
    content: { start: behind, end: behind + content.length },
  })
}

test.each([
  'Marsh | doubts | that Quintero will resign',
  'Marsh | was sceptical | that Quintero would resign',
  'Marsh | cast doubt on | the claim that Quintero met Arce',
  'Marsh | expressed | doubts that Quintero had met Arce',
  'Marsh | said | she doubted that Quintero would resign',
])('%s: doubted', (parts) => expect(doubts(parts)).toBe(true))

test('“questioned whether” doubts, “asked whether” asks', () => {
  expect(doubts('Marsh | questioned | whether Quintero had resigned', 'asked')).toBe(true)
  expect(doubts('Marsh | asked | whether Quintero had resigned', 'asked')).toBe(false)
})

test.each([
  'Marsh | believes | that Quintero will resign',
  'Marsh | does not doubt | that Quintero will resign',
  'Marsh no longer | doubts | that Quintero will resign',
  'Few | doubt | that Quintero will resign',
  'Marsh | said | there was no doubt that Quintero would resign',
])('%s: not doubted', (parts) => expect(doubts(parts)).toBe(false))

test('what is denied is no doubt', () => {
  expect(doubts('Marsh | denied | that she doubted that Quintero would resign', 'denied')).toBe(false)
})
