import { expect, test } from 'vitest'
import type { Mark } from './find-marks.ts'
import { findStops } from './find-stops.ts'

const mark = (start: number, end: number, role: Mark['role'], address: Mark['address'] = null): Mark => ({
  start,
  end,
  role,
  address,
  gloss: null,
})

const marks = [
  mark(0, 8, 'event', 'e1'),
  mark(20, 60, 'content', 's1'),
  mark(20, 30, 'mention'),
  mark(10, 14, 'source', 's1'),
  mark(10, 14, 'mention'),
  mark(15, 19, 'cue', 's1'),
  mark(15, 60, 'evidence', 'e1'),
  mark(40, 40, 'time'),
]
const text = 'a'.repeat(60)
const spansOf = (hidden: Parameters<typeof findStops>[1]) =>
  findStops(marks, hidden, text).map(({ start, end }) => [start, end])

test('a walk goes through the text, and stops at a place once, over the longest of what begins there', () => {
  expect(spansOf(new Set())).toEqual([
    [0, 8],
    [10, 14],
    [15, 19],
    [20, 60],
  ])
  const roles = findStops(marks, new Set(), text).map((stop) => stop.marks.map(({ role }) => role))
  expect(roles[1]).toEqual(['source', 'mention'])
  expect(roles[3]).toEqual(['content', 'mention'])
})

test('a layer that is off is passed over, but not words that another layer marks', () => {
  expect(spansOf(new Set(['source', 'content', 'event']))).toEqual([
    [10, 14],
    [15, 19],
    [20, 30],
  ])
})

test('a quotation and the name that it begins with are one place', () => {
  const quoted = '“Arce lied,” she said.'
  expect(findStops([mark(0, 12, 'content', 's1'), mark(1, 5, 'mention')], new Set(), quoted)).toMatchObject([
    { start: 0, end: 12 },
  ])
})
