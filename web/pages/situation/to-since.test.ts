import { expect, test } from 'vitest'
import { toSince } from './to-since.ts'

const now = new Date(2026, 2, 10, 9, 30).getTime()
const midnight = (day: number) => new Date(2026, 2, day).toISOString()

test('yesterday, a week and a day begin with the reader’s own midnight', () => {
  expect(toSince('yesterday', now)).toEqual({ choice: 'yesterday', at: midnight(9) })
  expect(toSince('week', now)).toEqual({ choice: 'week', at: midnight(3) })
  expect(toSince('2026-03-04', now)).toEqual({ choice: 'day', at: midnight(4) })
})

test('what an address does not say, or says wrongly, is the last visit; ever is before any article', () => {
  for (const since of [undefined, 'tomorrow', '2026-13-40'])
    expect(toSince(since, now)).toEqual({ choice: 'visit', at: null })
  expect(toSince('ever', now).at).toBe('1970-01-01T00:00:00.000Z')
})
