import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type FeedHistory,
  type PageHistory,
  pageReadingAges,
  planFeedVisit,
  planPageVisit,
} from './plan-visit.ts'

const start = new Date('2026-03-02T08:00:00Z')
const hour = 3600
const day = 24 * hour

const feed = (more: Partial<FeedHistory> = {}): FeedHistory => ({
  address: 'https://courier.example/feed',
  visitedAt: start,
  intervalSeconds: 1800,
  sinceLastSeconds: 1800,
  newEntries: 0,
  entryDates: [],
  failures: 0,
  isLasting: false,
  askAgainAfterSeconds: null,
  freshForSeconds: null,
  retryAfterSeconds: null,
  ...more,
})

const secondsTo = (nextAt: string, from = start) => (Date.parse(nextAt) - from.getTime()) / 1000

/** Visits a feed that publishes every so many seconds, and gives the intervals. */
function follow(publishesEverySeconds: number, visits: number): number[] {
  const intervals: number[] = []
  let [now, last, interval, seen] = [0, 0, 1800, 0]
  for (let i = 0; i < visits; i++) {
    const there = Math.floor(now / publishesEverySeconds)
    const plan = planFeedVisit(
      feed({
        visitedAt: new Date(start.getTime() + now * 1000),
        intervalSeconds: interval,
        sinceLastSeconds: now - last,
        newEntries: there - seen,
      }),
    )
    ;[last, seen, interval] = [now, there, plan.intervalSeconds]
    now = (Date.parse(plan.nextAt) - start.getTime()) / 1000
    intervals.push(interval)
  }
  return intervals
}

describe('a feed', () => {
  test('is visited about as often as it publishes', () => {
    for (const [everySeconds, least, most] of [
      [60, 300, 400],
      [hour, hour / 2, 2 * hour],
      [6 * hour, 3 * hour, 12 * hour],
      [30 * day, day / 2, day],
    ] as const) {
      const settled = follow(everySeconds, 60).slice(30)
      const median = settled.sort((a, b) => a - b)[15] ?? 0
      expect([everySeconds, median >= least && median <= most, median]).toEqual([everySeconds, true, median])
    }
  })

  test('that wakes up is soon visited often', () => {
    let interval = day
    for (let visits = 0; visits < 6; visits++) {
      interval = planFeedVisit(
        feed({ intervalSeconds: interval, sinceLastSeconds: interval, newEntries: 300 }),
      ).intervalSeconds
    }
    expect(interval).toBe(300)
  })

  test('is judged by the dates of its entries at first, of which absurd ones do not count', () => {
    const every = (seconds: number) =>
      Array.from({ length: 10 }, (_, i) => new Date(start.getTime() - i * seconds * 1000).toISOString())
    const first = { intervalSeconds: null, sinceLastSeconds: null, newEntries: 10 }
    expect(planFeedVisit(feed({ ...first, entryDates: every(2 * hour) })).intervalSeconds).toBe(2 * hour)
    const odd = ['2099-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1970-01-01', 'yesterday', null]
    expect(planFeedVisit(feed({ ...first, entryDates: [...odd, ...every(2 * hour)] })).intervalSeconds).toBe(
      2 * hour,
    )
    for (const entryDates of [[], odd, ['2026-03-01T00:00:00Z']])
      expect(planFeedVisit(feed({ ...first, entryDates })).intervalSeconds).toBe(1800)
  })

  test('is not asked sooner than its publisher wants, but once a day at least', () => {
    for (const [more, least, most] of [
      [{ askAgainAfterSeconds: 3 * hour }, 3 * hour, 3 * hour],
      [{ freshForSeconds: 4 * hour }, 4 * hour, 4 * hour],
      [{ freshForSeconds: 31_536_000 }, day, day],
      [{ retryAfterSeconds: 5 * hour, failures: 1 }, 5 * hour, 5 * hour],
      [{ retryAfterSeconds: 1e9, failures: 1 }, 7 * day, 7 * day],
      [{ askAgainAfterSeconds: 0, freshForSeconds: -5 }, 2700 * 0.9, 2700 * 1.1],
    ] as const) {
      const seconds = secondsTo(planFeedVisit(feed(more)).nextAt)
      expect([more, seconds >= least && seconds <= most]).toEqual([more, true])
    }
  })

  test('that fails is waited for longer each time, up to a day; what is gone, up to a week', () => {
    const waits = (isLasting: boolean) =>
      [1, 2, 3, 8, 1000].map(
        (failures) => secondsTo(planFeedVisit(feed({ failures, isLasting })).nextAt) / 60,
      )
    const [first = 0] = waits(false)
    expect(waits(false).map((minutes) => Math.round((minutes / first) * 10))).toEqual([
      10, 20, 40, 1280, 1440,
    ])
    const lasting = waits(true)
    expect(lasting[0]).toBeGreaterThanOrEqual(324)
    expect(lasting.at(-1)).toBeLessThanOrEqual(11_088)
    expect(lasting[1]).toBeCloseTo(2 * (lasting[0] ?? 0), 0)
    expect(planFeedVisit(feed({ failures: 9 })).intervalSeconds).toBe(1800)
  })

  test('of a thousand feeds that are due at once, the next visits are spread', () => {
    const minutes = Array.from({ length: 1000 }, (_, i) =>
      Math.floor(secondsTo(planFeedVisit(feed({ address: `https://courier.example/${i}` })).nextAt) / 60),
    )
    const busiest = Math.max(
      ...[...new Set(minutes)].map((m) => minutes.filter((other) => other === m).length),
    )
    // 45 minutes, a tenth more or less: 9 minutes.
    expect(busiest).toBeLessThan(200)
  })

  test('whatever its history, the plan lies between the limits and is the same each time', () => {
    const seconds = fc.oneof(fc.constant(null), fc.double(), fc.integer())
    fc.assert(
      fc.property(
        fc.record({
          address: fc.string(),
          visitedAt: fc.date({
            min: new Date('1990-01-01'),
            max: new Date('2200-01-01'),
            noInvalidDate: true,
          }),
          intervalSeconds: seconds,
          sinceLastSeconds: seconds,
          newEntries: fc.oneof(fc.nat(), fc.double()),
          entryDates: fc.array(
            fc.oneof(fc.constant(null), fc.string(), fc.date({ noInvalidDate: true }).map(String)),
          ),
          failures: fc.nat(),
          isLasting: fc.boolean(),
          askAgainAfterSeconds: seconds,
          freshForSeconds: seconds,
          retryAfterSeconds: seconds,
        }),
        (history) => {
          const plan = planFeedVisit(history)
          expect(plan).toEqual(planFeedVisit(history))
          expect(plan.intervalSeconds).toBeGreaterThanOrEqual(300)
          expect(plan.intervalSeconds).toBeLessThanOrEqual(day)
          const wait = secondsTo(plan.nextAt, history.visitedAt)
          expect(wait).toBeGreaterThanOrEqual(300)
          expect(wait).toBeLessThanOrEqual(7 * day * 1.1 + 1)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

const page = (more: Partial<PageHistory> = {}): PageHistory => ({
  address: 'https://courier.example/bridge',
  visitedAt: start,
  firstSeenAt: start.toISOString(),
  publishedAt: start.toISOString(),
  hasChanged: false,
  failures: 0,
  isLasting: false,
  retryAfterSeconds: null,
  ...more,
})

/** The ages, in hours, at which a page is visited from its publication on. */
function visits(more: (ageSeconds: number) => Partial<PageHistory>): number[] {
  const ages: number[] = []
  let at = start
  for (let i = 0; i < 200; i++) {
    const age = (at.getTime() - start.getTime()) / 1000
    const { nextAt } = planPageVisit(
      page({
        visitedAt: at,
        ...more(age),
        publishedAt: start.toISOString(),
        firstSeenAt: start.toISOString(),
      }),
    )
    if (nextAt === null) return ages
    at = new Date(nextAt)
    ages.push((at.getTime() - start.getTime()) / 1000 / hour)
  }
  throw new Error('it is visited without end')
}

describe('a page', () => {
  test('is read again an hour, six hours, a day, three days, a week and a month after it was published', () => {
    const ages = visits(() => ({}))
    expect(ages).toHaveLength(pageReadingAges.length)
    for (const [i, due] of pageReadingAges.entries()) {
      expect(ages[i]).toBeGreaterThanOrEqual(due / hour)
      expect(ages[i]).toBeLessThanOrEqual((due / hour) * 1.1)
    }
  })

  test('that goes on changing is read more often, though not without end', () => {
    const ages = visits(() => ({ hasChanged: true }))
    expect(ages.length).toBeGreaterThan(12)
    expect(ages.length).toBeLessThan(30)
    expect(ages.at(-1)).toBeGreaterThanOrEqual(30 * 24)
  })

  test('that is older than a month is not read again, nor one that a visit just caught', () => {
    const published = (days: number) => new Date(start.getTime() - days * day * 1000).toISOString()
    expect(planPageVisit(page({ publishedAt: published(31) })).nextAt).toBeNull()
    expect(planPageVisit(page({ publishedAt: published(29) })).nextAt).toBeNull()
    expect(planPageVisit(page({ publishedAt: published(400), hasChanged: true })).nextAt).toBeNull()
    const { nextAt } = planPageVisit(page({ publishedAt: published(2.9) }))
    expect(nextAt === null ? 0 : secondsTo(nextAt) / day).toBeGreaterThan(4)
  })

  test('that is dated in the future, or absurdly, is as old as since it was seen', () => {
    for (const publishedAt of ['2031-01-01T00:00:00Z', 'soon', null, '2026-03-02T09:30:00+01:00']) {
      const { nextAt } = planPageVisit(page({ publishedAt }))
      expect([publishedAt, nextAt === null ? null : secondsTo(nextAt) < 1.1 * hour]).toEqual([
        publishedAt,
        true,
      ])
    }
  })

  test('that fails is tried again soon; that has gone, when it would have been read anyway', () => {
    const wait = (more: Partial<PageHistory>) => secondsTo(planPageVisit(page(more)).nextAt ?? '') / 60
    expect(wait({ failures: 1 })).toBeLessThanOrEqual(11)
    expect(wait({ failures: 2 })).toBeGreaterThanOrEqual(20)
    expect(wait({ failures: 1, isLasting: true })).toBeGreaterThanOrEqual(60)
    expect(wait({ failures: 1, retryAfterSeconds: 7200 })).toBe(120)
    expect(visits(() => ({ failures: 1, isLasting: true }))).toHaveLength(pageReadingAges.length)
    expect(visits((age) => ({ failures: 1 + Math.floor(age / hour) })).length).toBeLessThan(100)
  })

  test('whatever its history, the next visit lies ahead, and not beyond two months', () => {
    const dates = fc.oneof(
      fc.string(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    )
    fc.assert(
      fc.property(
        fc.record({
          address: fc.string(),
          visitedAt: fc.date({
            min: new Date('1990-01-01'),
            max: new Date('2200-01-01'),
            noInvalidDate: true,
          }),
          firstSeenAt: dates,
          publishedAt: fc.oneof(fc.constant(null), dates),
          hasChanged: fc.boolean(),
          failures: fc.nat(),
          isLasting: fc.boolean(),
          retryAfterSeconds: fc.oneof(fc.constant(null), fc.double(), fc.integer()),
        }),
        (history) => {
          const { nextAt } = planPageVisit(history)
          if (nextAt === null) return
          const wait = secondsTo(nextAt, history.visitedAt)
          expect(wait).toBeGreaterThanOrEqual(600)
          expect(wait).toBeLessThanOrEqual(60 * day)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
