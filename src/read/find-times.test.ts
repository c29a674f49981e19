import { describe, expect, test } from 'vitest'
import { readingModes } from '../records/reading.ts'
import { loadResources } from '../resources/load-resources.ts'
import { findTimes } from './find-times.ts'
import { articleOf, readerOf } from './read-text.fixture.ts'
import { splitSentences } from './split-sentences.ts'
import { splitTokens } from './split-tokens.ts'

const friday = '2025-11-21'
const { holidays } = await loadResources()
const timesOf = (text: string, day: string | null = friday, mode: 'fast' | 'full' = 'fast') =>
  readerOf(mode).read(articleOf(text, day)).times
const found = (text: string, day?: string | null, mode?: 'fast' | 'full') =>
  timesOf(text, day, mode).map(({ start, end, timex, from, to }) => [text.slice(start, end), timex, from, to])

/** Rows: a text, its one time, the TIMEX3 value, first and last day where they are not that value. */
const placed = (rows: readonly [string, string, string, (string | null)?, (string | null)?][]) =>
  rows.map(
    ([text, words, timex, from = timex, to = from]) =>
      [text, [words, timex, from, to]] as [string, (string | null)[]],
  )

describe.each(readingModes)('in %s mode', (mode) => {
  test.each(
    placed([
      ['The envoy left on Thursday.', 'Thursday', '2025-11-20'],
      ['The army took the town on Friday.', 'Friday', '2025-11-21'],
      ['The envoy will leave on Thursday.', 'Thursday', '2025-11-27'],
      ['The court meets on Monday.', 'Monday', '2025-11-24'],
      ['The envoy left last Friday.', 'last Friday', '2025-11-14'],
      ['He returns next Monday.', 'next Monday', '2025-11-24'],
      ['She spoke on Saturday the 22nd.', 'Saturday the 22nd', '2025-11-22'],
      ['The port shut yesterday.', 'yesterday', '2025-11-20'],
      ['They met on Wednesday, Nov. 19.', 'Wednesday, Nov. 19', '2025-11-19'],
      ['They met on the 19th.', 'the 19th', '2025-11-19'],
      ['They met on 18 November.', '18 November', '2025-11-18'],
      ['They met on Nov. 18, 2024.', 'Nov. 18, 2024', '2024-11-18'],
      ['The new law starts on January 3.', 'January 3', '2026-01-03'],
      ['He left three days ago.', 'three days ago', '2025-11-18'],
      ['He left on 21/10/2025.', '21/10/2025', '2025-10-21'],
      ['They met on Christmas Day 2024.', 'Christmas Day 2024', '2024-12-25'],
      ['They met at Easter.', 'Easter', '2025-04-20'],
      ['They met on Thanksgiving.', 'Thanksgiving', '2024-11-28'],
    ]),
  )('a day: %s', (text, time) => {
    expect(found(text, friday, mode)).toEqual([time])
  })

  test.each(
    placed([
      ['Prices rose last week.', 'last week', '2025-W46', '2025-11-10', '2025-11-16'],
      ['Prices rose over the weekend.', 'the weekend', '2025-W46-WE', '2025-11-15', '2025-11-16'],
      ['Prices rose last month.', 'last month', '2025-10', '2025-10-01', '2025-10-31'],
      ['Prices will rise next month.', 'next month', '2025-12', '2025-12-01', '2025-12-31'],
      ['He has ruled since 2018.', '2018', '2018', '2018-01-01', '2018-12-31'],
      ['The bill passed in March.', 'March', '2025-03', '2025-03-01', '2025-03-31'],
      ['He will stay until March.', 'March', '2026-03', '2026-03-01', '2026-03-31'],
      ['The bill passed in February 2024.', 'February 2024', '2024-02', '2024-02-01', '2024-02-29'],
      ['In May it rained.', 'May', '2025-05', '2025-05-01', '2025-05-31'],
      ['Prices rose in mid-November.', 'mid-November', '2025-11', '2025-11-01', '2025-11-30'],
      ['Prices rose in the first quarter.', 'the first quarter', '2025-Q1', '2025-01-01', '2025-03-31'],
      ['It fell in the 1990s.', 'the 1990s', '199', '1990-01-01', '1999-12-31'],
      ['It fell in the 19th century.', 'the 19th century', '18', '1801-01-01', '1900-12-31'],
      ['Spending rose in fiscal 2025.', 'fiscal 2025', '2025', null, null],
      ['It rained this summer.', 'this summer', '2025-SU', null, null],
      [
        'Prices fell earlier this year.',
        'Earlier this year'.toLowerCase(),
        '2025',
        '2025-01-01',
        '2025-11-21',
      ],
      ['They talked from 3 to 5 May.', '3 to 5 May', '2025-05-03/2025-05-05', '2025-05-03', '2025-05-05'],
      ['They talked on Nov. 3-5.', 'Nov. 3-5', '2025-11-03/2025-11-05', '2025-11-03', '2025-11-05'],
      ['He ruled between 2014 and 2018.', '2014 and 2018', '2014/2018', '2014-01-01', '2018-12-31'],
      ['In the past 17 days he met nobody.', 'the past 17 days', 'P17D', '2025-11-04', '2025-11-21'],
      ['The port was shelled overnight.', 'overnight', '2025-11-20TNI', '2025-11-20', '2025-11-21'],
    ]),
  )('a stretch: %s', (text, time) => {
    expect(found(text, friday, mode)).toEqual([time])
  })

  test.each(
    placed([
      ['They met at 3 p.m. on Friday.', '3 p.m. on Friday', '2025-11-21T15:00', '2025-11-21'],
      ['They left on Monday morning.', 'Monday morning', '2025-11-17TMO', '2025-11-17'],
      ['It sank at 7 p.m. EST Tuesday.', '7 p.m. EST Tuesday', '2025-11-18T19:00', '2025-11-18'],
      ['It sank last night.', 'last night', '2025-11-20TNI', '2025-11-20'],
      ['They left at 10:30 GMT.', '10:30 GMT', 'XXXX-XX-XXT10:30', null],
    ]),
  )('a time of day: %s', (text, time) => {
    expect(found(text, friday, mode)).toEqual([time])
  })

  test.each([
    ['It was a two-week truce.', 'two-week', 'DURATION', 'P2W', null],
    ['It was his second visit in just 17 days.', '17 days', 'DURATION', 'P17D', null],
    ['It lasted more than two years.', 'more than two years', 'DURATION', 'P2Y', 'MORE_THAN'],
    ['It lasted a year and a half.', 'a year and a half', 'DURATION', 'P1Y6M', null],
    ['It went on for years.', 'years', 'DURATION', 'PXY', null],
    ['It has been so in recent months.', 'recent months', 'DURATION', 'PXM', null],
    ['They meet every Friday.', 'every Friday', 'SET', 'XXXX-WXX-5', null],
    ['They meet twice a week.', 'twice a week', 'SET', 'P1W', null],
    ['It is paid annually.', 'annually', 'SET', 'P1Y', null],
    ['It was early 2024.', 'early 2024', 'DATE', '2024', 'START'],
    ['They came late on Monday.', 'late on Monday', 'DATE', '2025-11-17', 'END'],
    ['It is now a ruin.', 'now', 'DATE', 'PRESENT_REF', null],
    ['It was sold recently.', 'recently', 'DATE', 'PAST_REF', null],
    ['It will matter in the future.', 'the future', 'DATE', 'FUTURE_REF', null],
  ])('%s', (text, words, type, timex, mod) => {
    expect(
      timesOf(text, friday, mode).map((time) => ({ ...time, words: text.slice(time.start, time.end) })),
    ).toMatchObject([{ words, type, timex, mod }])
  })

  test('“a day later” and “the previous week” count from what the text told before them', () => {
    const text =
      'On 5 May 2021 he left. A day later he died. The previous week he had met her. That year was hard.'
    expect(timesOf(text, friday, mode).map(({ timex, anchor }) => [timex, anchor])).toEqual([
      ['2021-05-05', null],
      ['2021-05-06', 0],
      ['2021-W17', 1],
      ['2021', 2],
    ])
    expect(found('The next day he died.', friday, mode)).toEqual([['The next day', 'XXXX-XX-XX', null, null]])
  })

  test('a verb, a name, a number and a paper are no times', () => {
    for (const text of [
      'They may come.',
      'March on the capital!',
      'Mr. August met April Marsh.',
      'Theresa May left.',
      'She reads the Sun.',
      'The Sunday Times closed.',
      'The second man came.',
      '2,018 people, 2018 troops and $2018',
      'He is 44 years old, the son of a 70-year-old farmer.',
      'It sells 90,000 barrels a day.',
      'Three-quarters of them left.',
    ])
      expect(found(text, friday, mode)).toEqual([])
  })
})

test('without a day of publication a relative time is found and not placed', () => {
  expect(found('They met on Thursday.', null)).toEqual([['Thursday', 'XXXX-WXX-4', null, null]])
  expect(found('They met on 18 November.', null)).toEqual([['18 November', 'XXXX-11-18', null, null]])
  expect(found('They met last week, yesterday and in March.', null)).toEqual([
    ['last week', 'XXXX-WXX', null, null],
    ['yesterday', 'XXXX-XX-XX', null, null],
    ['March', 'XXXX-03', null, null],
  ])
  expect(found('In the past 17 days he met nobody.', null)).toEqual([
    ['the past 17 days', 'P17D', null, null],
  ])
})

test('31 February is no day, and a date that may be of two months is none', () => {
  expect(found('They met on 31 February.').map(([, , from]) => from)).toEqual([null])
  expect(found('They met on 03/04/2025.')).toEqual([])
})

test('what no calendar holds has no days', () => {
  expect(found('They died out 65 million years ago.')).toEqual([
    ['65 million years ago', 'PAST_REF', null, null],
  ])
  expect(found('In the past 900000000 days it rained.')).toEqual([
    ['the past 900000000 days', 'P900000000D', null, null],
  ])
  for (const text of [
    '0000-01-01',
    '9999-12-31',
    'In the past 9000 years.',
    '12 31 Dec. 0000',
    'In 99999 years',
  ])
    for (const [, timex, from] of found(text)) expect(`${timex} ${from}`).not.toMatch(/NaN|-\d{5}|^-/)
})

test('a date that is a name has its year; one that may be of any year has none', () => {
  expect(found('The Sept. 11 attacks changed it.')[0]?.[1]).toBe('2001-09-11')
  expect(found('The Jan. 30 attack changed it.')).toEqual([['Jan. 30', 'XXXX-01-30', null, null]])
})

test('a story of an earlier year goes on in that year', () => {
  const text =
    'On 1 May 1941 they met. By 3 June 1941 they had gone. On 5 July 1941 they returned. In August they left. On Thursday a book told of it.'
  expect(found(text).map(([, timex]) => timex)).toEqual([
    '1941-05-01',
    '1941-06-03',
    '1941-07-05',
    '1941-08',
    '2025-11-20',
  ])
})

/** Sentences of an unparsed text: what hostile input is stopped at is the grammar, not the parser. */
const bare = (text: string) =>
  splitSentences(text, splitTokens(text)).map(({ start, end, tokens }) => ({
    start,
    end,
    tokens: tokens.map((token) => ({
      ...token,
      lemma: '',
      upos: 'X',
      features: null,
      head: -1,
      deprel: 'dep',
    })),
  }))

// No clock: what grew faster than the text would run into the test's time limit.
test.each([
  ['ten megabytes of digits', '1'.repeat(10_000_000)],
  ['“the the the”', 'the '.repeat(100_000)],
  ['numbers', '12 '.repeat(50_000)],
  ['“two-”', 'two-'.repeat(40_000)],
  ['“last last”', 'last '.repeat(40_000)],
  ['days', 'Monday '.repeat(30_000)],
  ['“the end of the end of”', 'the end of '.repeat(20_000)],
  ['“from March to March”', 'March to '.repeat(20_000)],
  ['“a day later”', 'a day later '.repeat(15_000)],
])(
  '%s: a long page of it is read',
  (_, text) => {
    for (const { start, end } of findTimes(text, bare(text), friday, holidays)) {
      expect(start < end && end <= text.length).toBe(true)
      break
    }
  },
  30_000,
)
