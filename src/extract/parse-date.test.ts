import { expect, test } from 'vitest'
import { findDateOrder } from './find-date-order.ts'
import { isDateLine, parseMachineDate, parsePrintedDate } from './parse-date.ts'

test.each([
  ['2022-03-04T10:15:30+02:00', '2022-03-04T10:15:30+02:00', 'second'],
  ['2022-03-04T10:15:30.123Z', '2022-03-04T10:15:30Z', 'second'],
  ['2022-03-04 10:15:30', '2022-03-04T10:15:30', 'second'],
  ['2022-03-04T10:15+0530', '2022-03-04T10:15+05:30', 'minute'],
  ['2022-03-04', '2022-03-04', 'day'],
  ['2022-3-4', '2022-03-04', 'day'],
  ['2022/03/04', '2022-03-04', 'day'],
  ['20220304', '2022-03-04', 'day'],
  ['20220304T101530Z', '2022-03-04T10:15:30Z', 'second'],
  ['2022-03', '2022-03', 'month'],
  ['2022', '2022', 'year'],
  ['2022-03-04T10:15:30:684Z', '2022-03-04T10:15:30Z', 'second'],
  ['04-03-2022T10:15:30+0100', '2022-03-04T10:15:30+01:00', 'second'],
  ['24-03-2022', '2022-03-24', 'day'],
  ['1646388930', '2022-03-04T10:15:30Z', 'second'],
  // Midnight to the second is a day without a time.
  ['2022-03-04T00:00:00+01:00', '2022-03-04', 'day'],
])('a machine’s %s', (text, value, precision) => {
  expect(parseMachineDate(text)).toEqual({ value, precision })
})

test.each([
  ['March 4, 2022', '2022-03-04', 'day'],
  ['Fri, March 4th, 2022 at 3:05 p.m. EST', '2022-03-04T15:05-05:00', 'minute'],
  ['Friday 4 March 2022 10.15 GMT', '2022-03-04T10:15Z', 'minute'],
  ['Fri, 04 Mar 2022 10:15:30 +0100', '2022-03-04T10:15:30+01:00', 'second'],
  ['Fri Mar 04 2022 10:15:30 GMT+0100 (CET)', '2022-03-04T10:15:30+01:00', 'second'],
  ['Published: 12:30 AM, 4 Sept. 2022', '2022-09-04T00:30', 'minute'],
  ['4. März 2022, 10:15 Uhr', '2022-03-04T10:15', 'minute'],
  ['4 de marzo de 2022', '2022-03-04', 'day'],
  ['le 1er août 2022', '2022-08-01', 'day'],
  ['4 марта 2022, 10:15', '2022-03-04T10:15', 'minute'],
  ['4 березня 2022', '2022-03-04', 'day'],
  ['2022年3月4日', '2022-03-04', 'day'],
  ['04.03.2022 10:15', '2022-03-04T10:15', 'minute'],
  ['25.04.24 | 14:07', '2024-04-25T14:07', 'minute'],
  ['03/24/2022', '2022-03-24', 'day'],
  ['24/03/2022', '2022-03-24', 'day'],
  ['Fri Mar 04 10:15:30 CET 2022', '2022-03-04T10:15:30+01:00', 'second'],
  ['2022. március 4., 10:15', '2022-03-04T10:15', 'minute'],
  ['2022 m. kovo 4 d.', '2022-03-04', 'day'],
  ['2022. 3. 4. 오후 3:05', '2022-03-04T15:05', 'minute'],
  ['2022.03.04 10:15', '2022-03-04T10:15', 'minute'],
  ['2022年3月4日 午後3時05分', '2022-03-04T15:05', 'minute'],
  ['令和4年3月4日', '2022-03-04', 'day'],
  ['民國111年3月4日', '2022-03-04', 'day'],
  ['4 มีนาคม 2565', '2022-03-04', 'day'],
  ['٤ مارس ٢٠٢٢', '2022-03-04', 'day'],
  ['4 تشرين الثاني 2022', '2022-11-04', 'day'],
  ['4 במרץ 2022', '2022-03-04', 'day'],
  ['४ मार्च २०२२', '2022-03-04', 'day'],
  ['4 tháng 3, 2022', '2022-03-04', 'day'],
  ['4 mars 2022 à 10h15', '2022-03-04T10:15', 'minute'],
  // An offset that means three things is none.
  ['4 March 2022 10:15 IST', '2022-03-04T10:15', 'minute'],
])('a printed %s', (text, value, precision) => {
  expect(parsePrintedDate(text)).toEqual({ value, precision })
})

test('slashes are read in the order of the page’s readers', () => {
  expect(parsePrintedDate('03/04/2022', 'day-first')?.value).toBe('2022-04-03')
  expect(parsePrintedDate('03/04/2022', 'month-first')?.value).toBe('2022-03-04')
  expect(parsePrintedDate('24/03/2022', 'month-first')?.value).toBe('2022-03-24')
  expect(findDateOrder('en-US', null)).toBe('month-first')
  expect(findDateOrder('en_GB', null)).toBe('day-first')
  expect(findDateOrder('fr', 'https://herald.example/')).toBe('day-first')
  expect(findDateOrder('en', 'https://herald.co.uk/')).toBe('day-first')
  expect(findDateOrder('en', 'https://herald.com/')).toBeNull()
  expect(findDateOrder('en-CA', null)).toBeNull()
  expect(findDateOrder(null, null)).toBeNull()
})

test('a long line of anything is read in a moment', () => {
  const start = performance.now()
  for (const line of ['1', '1/', 'März ', '4 ', '٤', '年', '2022-', 'a '].map((piece) =>
    piece.repeat(1_000_000),
  ))
    parsePrintedDate(line)
  expect(performance.now() - start).toBeLessThan(1_000)
})

test('what could be two days, or is in no calendar, is no date', () => {
  expect(parsePrintedDate('03/04/2022')).toBeNull()
  expect(parsePrintedDate('30 February 2022')).toBeNull()
  expect(parseMachineDate('2022-13-01')).toBeNull()
  expect(parseMachineDate('2022-02-29')).toBeNull()
  expect(parseMachineDate('2024-02-29')).not.toBeNull()
  expect(parseMachineDate('yesterday')).toBeNull()
  expect(parsePrintedDate('some 4 people in 2022')).toBeNull()
  expect(parsePrintedDate('14:07')).toBeNull()
})

test('a line that holds a date and nothing else is a date line', () => {
  for (const line of [
    'March 4, 2022',
    'Friday, 4 March 2022 at 10:15 GMT',
    '04.03.2022',
    'Fr., 4. März 2022, 10:15 Uhr',
    '2022年3月4日',
    '5 hours ago',
    '2022-03-04',
  ]) {
    expect([line, isDateLine(line)]).toEqual([line, true])
  }
  for (const line of [
    'On March 4, 2022, the bridge fell',
    '12',
    'Page 4 of 7',
    'Bridge 2022',
    '4 comments',
    'May 4 be with you',
    'Room 101',
  ]) {
    expect([line, isDateLine(line)]).toEqual([line, false])
  }
})
