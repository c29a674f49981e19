import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReading, type Reading } from '../records/reading.ts'
import type { PartAct } from '../records/review.ts'
import { toPartKeys } from '../records/to-part-keys.ts'
import { applyReview } from './apply-review.ts'
import { actOn, at, machineReading, reviewedText } from './made-reading.fixture.ts'

const apply = (acts: readonly PartAct[], reading = machineReading) =>
  applyReview(reviewedText, reading, acts, acts.length)

describe('what is rejected is gone, and what pointed at it points at what is left', () => {
  test('a relay that is none: whom it relayed speaks for himself', () => {
    const { reading } = apply([actOn(machineReading, 'statement', 0, 'reject')])
    expect(reading.statements).toMatchObject([{ cue: at('said'), nestedIn: null }])
    expect(reading.events[0]).toMatchObject({ statement: 0, modality: 'reported' })
    expect(reading.stages).toEqual(['find-statements@1', 'review@1'])
  })

  test('a statement that is none: its event is told by the relay', () => {
    const { reading } = apply([actOn(machineReading, 'statement', 1, 'reject')])
    expect(reading.events[0]).toMatchObject({ statement: 0, modality: 'reported' })
  })

  test('no statement at all: the event stands in the outlet’s own voice', () => {
    const { reading } = apply([
      actOn(machineReading, 'statement', 0, 'reject'),
      actOn(machineReading, 'statement', 1, 'reject'),
    ])
    expect(reading.statements).toEqual([])
    expect(reading.events[0]).toMatchObject({ statement: null, modality: 'fact' })
  })

  test('a name that is none: nothing refers to it, and nobody is it', () => {
    const { reading } = apply([actOn(machineReading, 'mention', 1, 'reject')])
    expect(reading.mentions.map(({ entity }) => entity)).toEqual(['Aldany', 'Tomás Arce'])
    expect(reading.references).toEqual([])
    expect(reading.actors.map(({ name }) => name)).toEqual(['Aldany', 'Tomás Arce'])
    expect(reading.statements.map(({ sourceActor }) => sourceActor)).toEqual([0, null])
    expect(reading.events[1]?.actor).toMatchObject({ actor: 1 })
  })
})

test('each part stays known by the word that makes it, whatever is rejected, added or moved before it', () => {
  const { statements, events } = toPartKeys(machineReading)
  expect(new Set([...statements, ...events]).size).toBe(statements.length + events.length)
  const rejected = apply([actOn(machineReading, 'statement', 0, 'reject')]).reading
  expect(toPartKeys(rejected).statements).toEqual(statements.slice(1))
  const corrected = apply([
    actOn(machineReading, 'event', 0, 'correct', {
      event: { type: 'COERCE', trigger: at('Aldany'), evidence: at('Ilse Brandt') },
    }),
  ]).reading
  expect([...toPartKeys(corrected).events].sort()).toEqual([...events].sort())
})

test('what was added at one word stays known, whatever else was added there and taken back', () => {
  const { start } = at('Ilse')
  const [one, two] = [4, 40].map((length, i): PartAct => {
    const { target, ...act } = actOn(machineReading, 'event', 0, 'accept')
    const span = { start, end: start + length }
    const words = reviewedText.slice(start, start + length)
    return {
      ...act,
      id: `added${i}`,
      kind: 'add',
      target: { ...target, head: at('Ilse'), span, words, actor: null, recipient: null },
      said: { event: { type: 'COERCE' } },
    }
  }) as [PartAct, PartAct]
  const keys = (...acts: PartAct[]) => toPartKeys(apply(acts).reading).events
  expect(keys(one, two)).toHaveLength(machineReading.events.length + 2)
  expect(keys(one, two)).toEqual(expect.arrayContaining([...keys(one), ...keys(two)]))
})

test('two events of one word are told apart, and stay so when the first is rejected', () => {
  const [event] = machineReading.events
  if (!event) throw new Error('an event')
  const twice: Reading = { ...machineReading, events: [event, { ...event, type: 'PROTEST' }] }
  const { events } = toPartKeys(twice)
  expect(new Set(events).size).toBe(2)
  const { reading } = apply([actOn(twice, 'event', 0, 'reject')], twice)
  expect(toPartKeys(reading).events).toEqual(events.slice(1))
})

describe('what is corrected is what was said', () => {
  test('a type takes its codes with it, and who does it is looked up', () => {
    const said = { event: { type: 'COERCE' as const, actor: at('Ilse Brandt'), modality: 'denied' as const } }
    const { reading } = apply([actOn(machineReading, 'event', 0, 'correct', said)])
    expect(reading.events[0]).toMatchObject({
      type: 'COERCE',
      quadClass: 4,
      cameo: null,
      modality: 'denied',
      actor: { ...at('Ilse Brandt'), entity: 'Ilse Brandt', actor: 1 },
    })
  })

  test.each([
    { when: { from: '2026-03-03', to: '2026-03-03' }, precision: 'day' },
    { when: { from: '2026-03-03', to: '2026-03-09' }, precision: 'interval' },
    { when: { from: null, to: '2026-03-09' }, precision: 'interval' },
  ])('an event happened when it is said to have: $when', ({ when, precision }) => {
    const { reading } = apply([actOn(machineReading, 'event', 0, 'correct', { event: { when } })])
    expect(reading.events[0]?.when).toEqual({ ...when, precision, basis: 'said', time: null })
  })

  test('that nothing tells the day is said, too', () => {
    const { reading } = apply([actOn(machineReading, 'event', 0, 'correct', { event: { when: null } })])
    expect(reading.events[0]?.when).toBeNull()
  })

  test('a source and a content by their words; no machine is sure of them', () => {
    const said = { statement: { source: at('Aldany'), content: at('Morvenia had attacked') } }
    const { reading } = apply([actOn(machineReading, 'statement', 1, 'correct', said)])
    expect(reading.statements[1]).toMatchObject({
      sourceEntity: 'Aldany',
      sourceActor: 0,
      contentParts: [at('Morvenia had attacked')],
      confidence: null,
    })
  })

  test('an attribution in the middle cuts the content in two', () => {
    const said = { statement: { content: at('that Ilse Brandt said that Morvenia had attacked Selgrad') } }
    const { reading } = apply([actOn(machineReading, 'statement', 1, 'correct', said)])
    expect(reading.statements[1]?.contentParts).toEqual([
      at('that'),
      at('that Morvenia had attacked Selgrad'),
    ])
  })

  test('words that are not in the text correct nothing', () => {
    const said = { event: { actor: { start: 5, end: 5000 } } }
    expect(apply([actOn(machineReading, 'event', 0, 'correct', said)]).missed).toHaveLength(1)
  })
})

describe('the log is replayed', () => {
  test('a later act supersedes an earlier one', () => {
    const rejected = actOn(machineReading, 'event', 0, 'reject')
    const accepted = actOn(machineReading, 'event', 0, 'accept')
    expect(apply([rejected, accepted]).reading.events).toHaveLength(2)
    expect(apply([accepted, rejected]).reading.events).toHaveLength(1)
  })

  test('an act on a corrected part finds it where the correction has put it', () => {
    const first = actOn(machineReading, 'event', 0, 'correct', { event: { type: 'COERCE' } })
    const corrected = apply([first]).reading
    const second = actOn(corrected, 'event', 0, 'correct', { event: { type: 'THREATEN' } })
    expect(apply([first, second]).reading.events[0]?.type).toBe('THREATEN')
  })

  test('a reader of another version that cuts the words otherwise is corrected too', () => {
    const act = actOn(machineReading, 'event', 0, 'correct', { event: { type: 'COERCE' } })
    const [event] = machineReading.events
    const other: Reading = {
      ...machineReading,
      events: event ? [{ ...event, type: 'THREATEN', evidence: [at('had attacked Selgrad')] }] : [],
    }
    expect(apply([act], other).reading.events[0]?.type).toBe('COERCE')
  })

  test('what is no longer found is told, and changes nothing', () => {
    const act = actOn(machineReading, 'event', 0, 'reject')
    const { reading, missed } = apply([act], { ...machineReading, events: [] })
    expect(missed).toEqual([act.id])
    expect(reading.problems).toMatchObject([{ code: 'review-lost' }])
  })

  test('a part that the machine missed is put in its place in the text; found later by itself, it is corrected', () => {
    const whole = actOn(machineReading, 'event', 0, 'correct', {
      event: { type: 'ASSAULT', modality: 'denied' },
    })
    const added = { ...whole, kind: 'add' } as PartAct
    const without = { ...machineReading, events: machineReading.events.slice(1) }
    const { reading, marks } = apply([added], without)
    expect(reading.events).toMatchObject([
      { type: 'ASSAULT', statement: 1, modality: 'denied' },
      { type: 'CONSULT' },
    ])
    expect(marks).toEqual([{ act: added.id, part: 'event', index: 0 }])
    expect(apply([added]).reading.events).toHaveLength(2)
  })
})

describe('whatever is done', () => {
  const span = fc
    .tuple(fc.nat(reviewedText.length - 1), fc.nat(40))
    .map(([start, length]) => ({ start, end: Math.min(start + length + 1, reviewedText.length) }))
  const anAct = fc
    .record({
      part: fc.constantFrom('mention' as const, 'statement' as const, 'event' as const),
      which: fc.nat(5),
      kind: fc.constantFrom('accept' as const, 'reject' as const, 'correct' as const),
      span,
      other: fc.option(span),
    })
    .map(({ part, which, kind, span, other }) => {
      const lists = {
        mention: machineReading.mentions,
        statement: machineReading.statements,
        event: machineReading.events,
      }
      const said = {
        mention: { mention: { span } },
        statement: { statement: { content: other, source: span } },
        event: { event: { evidence: span, actor: other, recipient: span } },
      }[part]
      return actOn(machineReading, part, which % lists[part].length, kind, said)
    })

  test('every span lies in the text, every index is there, and twice gives the same', () => {
    fc.assert(
      fc.property(fc.array(anAct, { maxLength: 8 }), (acts) => {
        const { reading, marks } = apply(acts)
        expect(apply(acts).reading).toEqual(reading)
        expect(parseReading(JSON.parse(JSON.stringify(reading)))).toEqual(reading)
        const spans = [
          ...reading.mentions,
          ...reading.statements.flatMap(({ source, cue, content, contentParts }) => [
            source,
            cue,
            content,
            ...contentParts,
          ]),
          ...reading.events.flatMap(({ actor, recipient, evidence }) => [actor, recipient, ...evidence]),
        ].filter((one) => one !== null)
        for (const { start, end } of spans)
          expect(0 <= start && start < end && end <= reviewedText.length).toBe(true)
        const { statements, actors, mentions, events } = reading
        for (const { nestedIn, sourceActor } of statements) {
          expect(nestedIn === null || nestedIn < statements.length).toBe(true)
          expect(sourceActor === null || sourceActor < actors.length).toBe(true)
        }
        for (const { statement, actor } of events) {
          expect(statement === null || statement < statements.length).toBe(true)
          expect(!actor || actor.actor === null || actor.actor < actors.length).toBe(true)
        }
        for (const { mention } of reading.references) expect(mention).toBeLessThan(mentions.length)
        const counts = { mention: mentions.length, statement: statements.length, event: events.length }
        for (const { part, index } of marks) expect(index === null || index < counts[part]).toBe(true)
      }),
    )
  })
})
