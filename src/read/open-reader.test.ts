import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reading } from '../records/reading.ts'
import { parseReading } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import { articleOf, readerOf, readText } from './read-text.fixture.ts'
import { stages } from './stages.ts'

function spansOf(reading: Reading): Span[] {
  return [
    ...reading.sentences.flatMap(({ start, end, tokens }) => [{ start, end }, ...tokens]),
    ...reading.mentions,
    ...reading.times,
    ...reading.statements.flatMap(({ source, cue, content, contentParts, via, condition }) => [
      source,
      cue,
      content,
      via,
      condition,
      ...contentParts,
    ]),
    ...reading.events.flatMap(({ actor, recipient, where, evidence }) => [
      actor,
      recipient,
      where,
      ...evidence,
    ]),
  ].filter((span) => span !== null)
}

const words = fc.constantFrom(
  'said',
  'according to',
  'President',
  'Veresk',
  '“',
  '”',
  '"',
  "'",
  '’s',
  ',',
  '.',
  '\n\n',
  'that',
  'if',
  'denied',
  'who',
  '—',
  '(',
  ')',
  'reportedly',
  'did not respond',
  'on Thursday',
  '17 days',
  'met',
  'with',
  'Aldany',
  '\ud800',
  '\u202e',
  '👍',
  ':',
  'told',
  'quoted',
  'as saying',
  'and',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
)

test('every span lies in the text, whatever the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const outside = spansOf(readText(text).reading).filter(
        ({ start, end }) => !(0 <= start && start < end && end <= text.length),
      )
      expect(outside).toEqual([])
    }),
    { numRuns: 300, seed: 20251121 },
  )
})

test('a reading is the same twice, and survives JSON', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { reading } = readText(text)
      expect(readText(text).reading).toEqual(reading)
      expect(parseReading(JSON.parse(JSON.stringify(reading)))).toEqual(reading)
    }),
    { numRuns: 100, seed: 20251121 },
  )
})

test('every stage has what it needs from the stages before it', () => {
  const given = new Set<string>()
  for (const { name, needs, gives } of stages) {
    for (const need of needs) expect(given, `${name} needs ${need}`).toContain(need)
    for (const gift of gives) given.add(gift)
  }
})

test('every short order of the words that rules look for ends', () => {
  // A lone preposition before a verb once sent a rule in circles: every pair and triple of closed-class words is tried.
  const closed = [
    'in',
    'the',
    'to',
    'on',
    'Thursday',
    'last',
    'of',
    'and',
    'that',
    'who',
    ',',
    'Veresk',
    '’s',
    'not',
    'said',
    'met',
  ]
  for (const a of closed) {
    for (const b of closed) {
      for (const c of closed) readText(`${a} ${b} ${c} said that it met with Aldany.`)
    }
  }
})

test('a text in another language says so, one in English does not', () => {
  const problemsIn = (language: string | null) =>
    readerOf('fast')
      .read({ ...articleOf('Les ministres ont parlé.'), language })
      .problems.map(({ code }) => code)
  expect(problemsIn('fr')).toEqual(['language-not-supported'])
  expect([...problemsIn('en-GB'), ...problemsIn(null)]).toEqual([])
})

const hostile: Readonly<Record<string, () => string>> = {
  'one character': () => 'a'.repeat(2_000_000),
  'opening quotation marks': () => '“'.repeat(50_000),
  'one sentence': () => 'the man said that '.repeat(5_000),
  names: () => 'Veresk, '.repeat(20_000),
}

test.each(Object.keys(hostile))('reads %s without end', (name) => {
  // A blow-up in time would run into the test's time limit.
  expect(readText(hostile[name]?.() ?? '').reading.sentences.length).toBeGreaterThan(0)
})
