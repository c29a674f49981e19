import { expect, test } from 'vitest'
import type { Mention } from '../../../src/records/reading.ts'
import { describeSource } from './describe-source.ts'

const text = 'Ana Petrov, a spokeswoman for the port, spoke. She said the port was open.'
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const mention = (role: string | null): Mention => ({
  ...spanOf('Ana Petrov'),
  type: 'PER',
  entity: 'Ana Petrov',
  role: role === null ? null : spanOf(role),
  confidence: null,
})
const reading = (...mentions: Mention[]) => ({ mentions, references: [] })
const source = (words: string, sourceEntity: string | null = 'Ana Petrov') => ({
  source: spanOf(words),
  sourceEntity,
})

test('“she” is told to be whom it stands for, and what she is', () => {
  expect(describeSource(text, reading(mention(null)), source('She'))).toBe('Ana Petrov')
  expect(describeSource(text, reading(mention('a spokeswoman for the port')), source('She'))).toBe(
    'Ana Petrov, a spokeswoman for the port',
  )
})

test('what the words say already is not said again', () => {
  const whole = 'Ana Petrov, a spokeswoman for the port'
  expect(describeSource(text, reading(mention('a spokeswoman for the port')), source(whole))).toBeNull()
  expect(describeSource(text, reading(), source('She', null))).toBeNull()
})

test('“her office” is told to be whose it is', () => {
  const told = 'Ana Petrov resigned. Her office said the port was open.'
  const start = told.indexOf('Her')
  const references = [{ start, end: start + 3, kind: 'possessive', mention: 0 } as const]
  const office = { source: { start, end: start + 'Her office'.length }, sourceEntity: null }
  expect(describeSource(told, { mentions: [mention(null)], references }, office)).toBe('her: Ana Petrov')
})
