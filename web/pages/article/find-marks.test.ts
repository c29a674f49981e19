import { expect, test } from 'vitest'
import { bareEvent } from '../../../src/records/bare-parts.ts'
import type { Reading, Statement } from '../../../src/records/reading.ts'
import { findMarks, findPointedAt } from './find-marks.ts'
import { segmentText } from './segment-text.ts'

const text = '“The bridge is safe,” Ilves said on Tuesday, “and it will stay open.”'
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const said: Statement = {
  source: spanOf('Ilves'),
  cue: spanOf('said'),
  content: { start: 0, end: text.length },
  contentParts: [spanOf('“The bridge is safe,”'), spanOf('“and it will stay open.”')],
  kind: 'direct',
  via: null,
  nestedIn: null,
  modality: 'reported',
  condition: null,
  sentence: 0,
  sourceEntity: 'Mara Ilves',
  sourceActor: null,
  addressee: null,
  addresseeActor: null,
  when: null,
  confidence: 0.93,
}
const reading: Reading = {
  mode: 'full',
  stages: [],
  sentences: [],
  mentions: [{ ...spanOf('Ilves'), type: 'PER', entity: 'Mara Ilves', role: null, confidence: 0.98 }],
  references: [],
  actors: [],
  times: [
    {
      ...spanOf('Tuesday'),
      type: 'DATE',
      timex: '2026-03-10',
      mod: null,
      from: '2026-03-10',
      to: '2026-03-10',
      anchor: null,
    },
  ],
  statements: [said],
  events: [],
  loadedWords: [],
  problems: [],
}

test('the words between the two halves of a quotation are not marked as its content', () => {
  const content = findMarks(reading).filter(({ role }) => role === 'content')
  expect(content.map(({ start, end }) => text.slice(start, end))).toEqual([
    '“The bridge is safe,”',
    '“and it will stay open.”',
  ])
})

test('a mention and a time say what they stand for', () => {
  const glosses = findMarks(reading).flatMap(({ gloss }) => gloss ?? [])
  expect(glosses).toEqual(['person · Mara Ilves', 'date · 2026-03-10'])
})

test('whoever points at nested words means the innermost statement', () => {
  const outer = { start: 0, end: 40, role: 'content', address: 's1', gloss: null } as const
  const inner = { start: 10, end: 30, role: 'content', address: 's2', gloss: null } as const
  const name = { start: 12, end: 15, role: 'mention', address: null, gloss: 'PER' } as const
  const pointed = segmentText({ start: 0, end: 40 }, [inner, name, outer]).map(({ marks }) =>
    findPointedAt(marks),
  )
  expect(pointed).toEqual(['s1', 's2', 's2', 's2', 's1'])
})

test('words of a mention alone point at no statement', () => {
  expect(findPointedAt([{ start: 0, end: 2, role: 'mention', address: null, gloss: 'ORG' }])).toBeNull()
})

test('an event is marked at the word that names it; words that are its cue, too, mean the statement', () => {
  const event = { ...bareEvent, type: 'ACCUSE', evidence: [{ start: 0, end: text.length }] } as const
  const marked = (trigger: ReturnType<typeof spanOf>) =>
    findMarks({ ...reading, events: [{ ...event, trigger }] })
  const [mark] = marked(spanOf('stay')).filter(({ role }) => role === 'event')
  expect(mark).toMatchObject({ ...spanOf('stay'), address: 'e1' })
  const pointedAt = (words: string) =>
    findPointedAt(segmentText(spanOf(words), marked(spanOf(words)))[0]?.marks ?? [])
  expect([pointedAt('stay'), pointedAt('said')]).toEqual(['e1', 's1'])
})
