import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseSearch } from '../records/parse-search.ts'
import { findTimeline, type TimelineQuery } from './find-timeline.ts'
import { putTestEvents } from './put-test-events.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

const find = (ledger: TestLedger['ledger'], more: Partial<TimelineQuery> = {}) =>
  findTimeline(ledger, { types: [], from: null, to: null, ...more })

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(async () => {
    await opened.clear()
    await putTestEvents(opened.ledger, [
      {
        id: 'talks',
        type: 'CONSULT',
        day: { from: '2026-03-04', to: '2026-03-04' },
        origins: ['mayor', 'wire'],
      },
      { id: 'march', type: 'PROTEST', day: { from: '2026-03-09', to: '2026-03-15' }, origins: ['mayor'] },
      { id: 'before', type: 'CONSULT', day: { from: null, to: '2026-03-01' }, origins: ['wire'] },
      { id: 'undated', type: 'AID', origins: [], tellings: 3, copies: 2 },
    ])
  })
  afterAll(() => opened.drop())

  test('events stand at their days, of most origins first; those without a day are listed beside them', async () => {
    const timeline = await find(opened.ledger)
    expect(timeline.events.map(({ id }) => id)).toEqual(['talks', 'before', 'march'])
    expect(timeline.undated.map(({ id }) => id)).toEqual(['undated'])
    expect(timeline).toMatchObject({ eventCount: 3, undatedCount: 1, outsideCount: 0, undatedReports: 0 })
    expect(timeline.types).toEqual([
      { type: 'CONSULT', events: 2 },
      { type: 'AID', events: 1 },
      { type: 'PROTEST', events: 1 },
    ])
  })

  test('statements stand at the days that they speak of, and their articles count; a type chooses none of them', async () => {
    await putTestEvents(opened.ledger, [
      { id: 'threat', type: 'THREATEN', origins: ['mayor'], tellings: 2 },
      {
        id: 'of a day',
        kind: 'statement',
        day: { from: '2026-03-07', to: '2026-03-07' },
        origins: ['mayor'],
        tellings: 2,
      },
      { id: 'of no day', kind: 'statement', origins: [] },
    ])
    const said = await find(opened.ledger, { queries: [parseSearch('kind:statement').query] })
    expect(said).toMatchObject({ eventCount: 0, statementCount: 1, undatedStatements: 1 })
    expect(said.statements.map(({ id }) => id)).toEqual(['of a day'])
    expect(said.reports.reduce((sum, { own }) => sum + own, 0)).toBe(3)
    expect((await find(opened.ledger, { to: '2026-03-05' })).statements).toEqual([])
    const typed = await find(opened.ledger, { types: ['THREATEN'] })
    expect(typed).toMatchObject({ statements: [], statementCount: 0, undatedStatements: 0 })
    expect(typed.reports.reduce((sum, { own }) => sum + own, 0)).toBe(2)
  })

  test('an article whose every telling is taken from another is a copy on its day', async () => {
    const { reports } = await find(opened.ledger)
    expect(reports.reduce((sum, { own }) => sum + own, 0)).toBe(4)
    expect(reports.reduce((sum, { copies }) => sum + copies, 0)).toBe(2)
  })

  test('days, types and a search choose; an open time may reach into any day', async () => {
    const inMarch = await find(opened.ledger, { from: '2026-03-05', to: '2026-03-10' })
    expect(inMarch.events.map(({ id }) => id)).toEqual(['march'])
    expect(inMarch.outsideCount).toBe(2)
    const early = await find(opened.ledger, { to: '2025-01-01' })
    expect(early.events.map(({ id }) => id)).toEqual(['before'])
    const consulted = await find(opened.ledger, { types: ['CONSULT'] })
    expect(consulted.events.map(({ id }) => id)).toEqual(['talks', 'before'])
    expect(consulted.types).toHaveLength(3)
    expect(consulted.reports.reduce((sum, { own }) => sum + own, 0)).toBe(2)
    const searched = await find(opened.ledger, { queries: [parseSearch('origins>=2').query] })
    expect(searched).toMatchObject({
      eventCount: 1,
      undatedCount: 0,
      types: [{ type: 'CONSULT', events: 1 }],
    })
  })
})
