import { expect, test } from 'vitest'
import { bucketReports } from './bucket-reports.ts'
import { findTicks, formatTick } from './find-ticks.ts'
import { layLanes } from './lay-lanes.ts'
import { toEventTime, toExtent, toStanding } from './place-event.ts'
import { panRange, rangeOf, toDay, toDayNumber, zoomRange } from './time-range.ts'

const march = { from: toDayNumber('2026-03-01'), to: toDayNumber('2026-04-01') }
const days = (ticks: ReturnType<typeof findTicks>) =>
  ticks.map(({ dayNumber }) => toDay(dayNumber).toISOString().slice(0, 10))

test('the day under the pointer stays under it, and no range is shorter than two days', () => {
  const zoomed = zoomRange(march, 2, 310, 620)
  expect(zoomed.to - zoomed.from).toBe(15.5)
  expect((zoomed.from + zoomed.to) / 2).toBe((march.from + march.to) / 2)
  expect(zoomRange(march, 1e9, 0, 620).to).toBe(march.from + 2)
  expect(panRange(march, 20, 620)).toEqual({ from: march.from - 1, to: march.to - 1 })
})

test('a range holds all its days; none of nothing', () => {
  expect(rangeOf([])).toBeNull()
  const range = rangeOf([march.from, march.from + 100])
  expect(range?.from).toBeLessThan(march.from)
  expect(range?.to).toBeGreaterThan(march.from + 101)
})

test('lines stand at Mondays, months or years, as there is room', () => {
  expect(days(findTicks(march, 620))).toEqual([
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
    '2026-03-23',
    '2026-03-30',
  ])
  const year = { from: toDayNumber('2025-12-15'), to: toDayNumber('2026-12-15') }
  expect(days(findTicks(year, 500))).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'])
  const ages = { from: toDayNumber('1980-06-01'), to: toDayNumber('2026-01-01') }
  expect(days(findTicks(ages, 500))).toEqual(['1990-01-01', '2000-01-01', '2010-01-01', '2020-01-01'])
  expect(findTicks(march, 0)).toEqual([])
  expect(formatTick({ dayNumber: march.from, unit: 'day' }, 'en-GB')).toBe('1 Mar 2026')
  expect(formatTick({ dayNumber: march.from, unit: 'year' }, 'en-GB')).toBe('2026')
})

test('a day is a dot, a week a bar, an open time an arrow away from its bound', () => {
  const at = (from: string | null, to: string | null) => {
    const time = toEventTime({ day: { from, to } })
    return time && toExtent(time, march, 310)
  }
  expect(at('2026-03-04', '2026-03-04')).toEqual({ start: 35, end: 35, shape: 'dot' })
  expect(at('2026-03-02', '2026-03-08')).toEqual({ start: 10, end: 80, shape: 'bar' })
  expect(at(null, '2026-03-10')).toEqual({ start: 64, end: 100, shape: 'before' })
  expect(at('2026-03-11', null)).toEqual({ start: 100, end: 136, shape: 'after' })
  expect(at(null, null)).toBeNull()
  expect(toEventTime({ day: null })).toBeNull()
})

test('an event stands as the surest of its reports has it', () => {
  expect(toStanding(['planned', 'reported'])).toBe('told')
  expect(toStanding(['denied', 'hedged'])).toBe('hedged')
  expect(toStanding(['planned', 'conditional'])).toBe('planned')
  expect(toStanding(['conditional'])).toBe('conditional')
  expect(toStanding(['negated', 'denied'])).toBe('negated')
  expect(toStanding([])).toBe('told')
})

test('what touches goes into another lane; what finds no room in any is told', () => {
  const takings = [
    { start: 0, end: 50 },
    { start: 40, end: 90 },
    { start: 60, end: 100 },
    { start: 45, end: 46 },
  ]
  expect(layLanes(takings, 2, 4)).toEqual([0, 1, 0, null])
})

test('reports are counted by day, and by week where days are too narrow', () => {
  const reports = [
    { day: '2026-03-02', own: 1, copies: 2 },
    { day: '2026-03-04', own: 1, copies: 0 },
    { day: '2026-03-09', own: 4, copies: 0 },
    { day: '2024-01-01', own: 9, copies: 9 },
  ]
  expect(bucketReports(reports, march, 620)).toHaveLength(3)
  const monday = toDayNumber('2026-03-02')
  expect(bucketReports(reports, march, 60)).toEqual([
    { from: monday, days: 7, own: 2, copies: 2 },
    { from: monday + 7, days: 7, own: 4, copies: 0 },
  ])
})
