import { makeEvent, makeMention, makeStatement } from '../ledger/test-records.fixture.ts'
import type { Reading } from '../records/reading.ts'
import type { PartAct, ReviewPart, Said } from '../records/review.ts'
import type { Span } from '../records/span.ts'
import { toPartAnchor } from './to-part-anchor.ts'

export const reviewedText =
  'The agency of Aldany reported that Ilse Brandt said that Morvenia had attacked Selgrad. Tomás Arce met Brandt in San Telmo on Monday.'

/** Where words stand in the text. */
export function at(words: string): Span {
  const start = reviewedText.indexOf(words)
  if (start === -1) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

/** A chain of two statements with an event at its end, and an event that nobody reports. */
export const machineReading: Reading = {
  mode: 'fast',
  stages: ['find-statements@1'],
  sentences: [
    {
      ...at('The agency of Aldany reported that Ilse Brandt said that Morvenia had attacked Selgrad.'),
      tokens: [],
    },
    { ...at('Tomás Arce met Brandt in San Telmo on Monday.'), tokens: [] },
  ],
  mentions: [
    makeMention({ ...at('Aldany'), type: 'GPE', entity: 'Aldany' }),
    makeMention({ ...at('Ilse Brandt'), entity: 'Ilse Brandt' }),
    makeMention({ ...at('Tomás Arce'), entity: 'Tomás Arce' }),
  ],
  references: [{ ...at('Brandt in'), kind: 'description', mention: 1 }],
  actors: [
    actor('Aldany', 'Aldany', 'ALD'),
    actor('Ilse Brandt', 'Ilse Brandt', null),
    actor('Tomás Arce', 'Tomás Arce', 'STM'),
  ],
  times: [],
  statements: [
    makeStatement({
      source: at('The agency of Aldany'),
      cue: at('reported'),
      content: at('Ilse Brandt said that Morvenia had attacked Selgrad'),
      sourceActor: 0,
    }),
    makeStatement({
      source: at('Ilse Brandt'),
      cue: at('said'),
      content: at('Morvenia had attacked Selgrad'),
      nestedIn: 0,
      sourceActor: 1,
      sourceEntity: 'Ilse Brandt',
      confidence: 0.8,
    }),
  ],
  events: [
    makeEvent({
      type: 'ASSAULT',
      quadClass: 4,
      cameo: '190',
      trigger: at('attacked'),
      evidence: [at('Morvenia had attacked Selgrad')],
      modality: 'reported',
      statement: 1,
    }),
    makeEvent({
      type: 'CONSULT',
      quadClass: 1,
      trigger: at('met'),
      evidence: [at('Tomás Arce met Brandt in San Telmo')],
      actor: { ...at('Tomás Arce'), entity: 'Tomás Arce', country: 'STM', code: null, actor: 2 },
    }),
  ],
  loadedWords: [],
  problems: [],
}

function actor(words: string, name: string, country: string | null): Reading['actors'][number] {
  return {
    kind: 'person',
    name,
    role: null,
    country,
    code: null,
    wikidata: null,
    count: null,
    basis: 'article',
    spans: [at(words)],
  }
}

let count = 0

/** An act on a part of a reading as it is. */
export function actOn(
  reading: Reading,
  part: ReviewPart,
  index: number,
  kind: 'accept' | 'reject' | 'correct',
  said: Said = {},
): PartAct {
  const target = toPartAnchor('0'.repeat(32), reviewedText, reading, part, index)
  if (target === null) throw new Error(`no ${part} ${index}`)
  count++
  const act = { id: `act${count}`, at: '2026-03-01T10:00:00.000Z', by: 'Petra', reason: null, target }
  return kind === 'correct' ? { ...act, kind, said } : { ...act, kind }
}
