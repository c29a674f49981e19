import { expect, test } from 'vitest'
import { contentAt, wordsAt } from './words-at.ts'

const text = '“The bridge\nis safe,” Ilves said, “and open.”'
const said = {
  source: { start: 22, end: 27 },
  cue: { start: 28, end: 32 },
  content: { start: 0, end: text.length },
  contentParts: [
    { start: 0, end: 21 },
    { start: 34, end: text.length },
  ],
  kind: 'direct',
  via: null,
  nestedIn: null,
  modality: null,
  condition: null,
  sentence: 0,
  sourceEntity: null,
  sourceActor: null,
  addressee: null,
  addresseeActor: null,
  when: null,
  confidence: null,
} as const

test('words that run over a line break are shown on one line', () => {
  expect(wordsAt(text, { start: 5, end: 20 })).toBe('bridge is safe,')
  expect(wordsAt(text, null)).toBeNull()
})

test('a quotation in two halves is shown without the words between', () => {
  expect(contentAt(text, said)).toBe('“The bridge is safe,” … “and open.”')
})

test('a refusal to comment attributes no words', () => {
  expect(contentAt(text, { ...said, content: null, contentParts: [] })).toBeNull()
})
