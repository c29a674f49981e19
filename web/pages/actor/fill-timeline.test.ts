import { expect, test } from 'vitest'
import { fillTimeline } from './fill-timeline.ts'

const bar = (at: string) => ({ at, modality: 'reported' as const, claims: 1 })

test('days and months without a statement are there too, over the ends of months and years', () => {
  expect(
    fillTimeline('day', [bar('2026-02-27'), bar('2026-03-01')]).map(({ at, bars }) => [at, bars.length]),
  ).toEqual([
    ['2026-02-27', 1],
    ['2026-02-28', 0],
    ['2026-03-01', 1],
  ])
  expect(fillTimeline('month', [bar('2025-12'), bar('2026-02')]).map(({ at }) => at)).toEqual([
    '2025-12',
    '2026-01',
    '2026-02',
  ])
  expect(fillTimeline('day', [])).toEqual([])
})

test('a statement dated a thousand years before does not make twelve thousand columns', () => {
  expect(fillTimeline('month', [bar('1026-01'), bar('2026-02')])).toHaveLength(2)
})
