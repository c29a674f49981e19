import { expect, test } from 'vitest'
import { findTimes } from './find-times.ts'

const friday = '2025-11-21'
const found = (text: string, anchor: string | null = friday) =>
  findTimes(text, anchor).map(({ start, end, timex, from, to }) => [text.slice(start, end), timex, from, to])

test.each([
  ['on Thursday', ['Thursday', '2025-11-20', '2025-11-20', '2025-11-20']],
  ['last Friday', ['last Friday', '2025-11-14', '2025-11-14', '2025-11-14']],
  ['next Monday', ['next Monday', '2025-11-24', '2025-11-24', '2025-11-24']],
  ['yesterday', ['yesterday', '2025-11-20', '2025-11-20', '2025-11-20']],
  ['on 18 November', ['18 November', '2025-11-18', '2025-11-18', '2025-11-18']],
  ['on Nov. 18, 2024', ['Nov. 18, 2024', '2024-11-18', '2024-11-18', '2024-11-18']],
  ['on January 3', ['January 3', '2026-01-03', '2026-01-03', '2026-01-03']],
  ['in just 17 days', ['17 days', 'P17D', null, null]],
  ['three days ago', ['three days ago', '2025-11-18', '2025-11-18', '2025-11-18']],
  ['last week', ['last week', '2025-W46', '2025-11-10', '2025-11-16']],
  ['last month', ['last month', '2025-10', '2025-10-01', '2025-10-31']],
  ['since 2018', ['2018', '2018', '2018-01-01', '2018-12-31']],
  ['in March', ['March', '2025-03', '2025-03-01', '2025-03-31']],
  ['in February 2024', ['February 2024', '2024-02', '2024-02-01', '2024-02-29']],
])('%s', (text, time) => {
  expect(found(text)).toEqual([time])
})

test('without a day of publication a relative time is found and not placed', () => {
  expect(found('on Thursday', null)).toEqual([['Thursday', 'XXXX-WXX-4', null, null]])
  expect(found('18 November', null)).toEqual([['18 November', 'XXXX-11-18', null, null]])
})

test('numbers that count are no years, and 31 February is no day', () => {
  expect(found('2,018 people, 2018 troops and $2018')).toEqual([])
  expect(found('2025-02-31').filter(([, timex]) => timex === '2025-02-31')).toEqual([])
})
