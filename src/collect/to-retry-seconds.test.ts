import { expect, test } from 'vitest'
import { toFreshSeconds } from './to-fresh-seconds.ts'
import { toRetrySeconds } from './to-retry-seconds.ts'

const now = new Date('2026-03-02T08:00:00Z')

test('how long to wait is told in seconds or as a date in any of the three forms', () => {
  for (const [asked, seconds] of [
    ['120', 120],
    [' 0 ', 0],
    ['Mon, 02 Mar 2026 08:02:00 GMT', 120],
    ['Monday, 02-Mar-26 08:02:00 GMT', 120],
    ['Mon Mar  2 08:02:00 2026', 120],
    ['Mon, 02 Mar 2026 07:00:00 GMT', 0],
    ['2 minutes', null],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    ['99999999999999999999', null],
  ] as const)
    expect([asked, toRetrySeconds({ 'retry-after': asked }, now)]).toEqual([asked, seconds])
  expect(toRetrySeconds({}, now)).toBeNull()
})

test('a date is held against the clock of who wrote it', () => {
  expect(
    toRetrySeconds(
      { 'retry-after': 'Wed, 01 Jan 2020 00:10:00 GMT', date: 'Wed, 01 Jan 2020 00:00:00 GMT' },
      now,
    ),
  ).toBe(600)
})

test('how long an answer is good', () => {
  for (const [headers, seconds] of [
    [{ 'cache-control': 'public, max-age=600' }, 600],
    [{ 'cache-control': 'max-age=600', age: '590' }, 10],
    [{ 'cache-control': 'max-age=600', age: '9000' }, 0],
    [{ 'cache-control': 'no-cache, max-age=600' }, 0],
    [{ 'cache-control': 's-maxage=600' }, null],
    [{ 'cache-control': 'max-age=600', expires: '0' }, 600],
    [{ expires: 'Mon, 02 Mar 2026 09:00:00 GMT' }, 3600],
    [{ expires: 'Mon, 02 Mar 2026 09:00:00 GMT', date: 'Mon, 02 Mar 2026 08:30:00 GMT' }, 1800],
    [{ expires: '-1' }, 0],
    [{}, null],
  ] as const)
    expect([headers, toFreshSeconds(headers, now)]).toEqual([headers, seconds])
})
