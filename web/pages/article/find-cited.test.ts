import { expect, test } from 'vitest'
import { bareEvent, bareStatement } from '../../../src/records/bare-parts.ts'
import { findCited } from './find-cited.ts'

const text = 'It rained. “The pier holds,” said Ilves. “It always did.” Nobody asked.'
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const sentence = (words: string) => ({ ...spanOf(words), tokens: [] })

const reading = {
  mode: 'full',
  stages: [],
  sentences: ['It rained.', '“The pier holds,” said Ilves.', '“It always did.”', 'Nobody asked.'].map(
    sentence,
  ),
  mentions: [],
  references: [],
  actors: [],
  times: [],
  statements: [
    {
      ...bareStatement,
      cue: spanOf('said'),
      source: spanOf('Ilves'),
      content: { start: spanOf('“The pier').start, end: spanOf('did.”').end },
    },
  ],
  events: [{ ...bareEvent, type: 'AGREE', evidence: [] }],
  loadedWords: [],
  problems: [],
} as const

test('a statement is quoted in whole sentences, as many as its words stand in', () => {
  const span = findCited(reading, 's1')
  expect(span && text.slice(span.start, span.end)).toBe('“The pier holds,” said Ilves. “It always did.”')
})

test('what has no words, and what is not there, is not quoted', () => {
  expect([findCited(reading, 'e1'), findCited(reading, 's9')]).toEqual([null, null])
})
