import { expect, test } from 'vitest'
import type { DocumentHints } from '../records/document.ts'
import type { DateEvidence } from './date-evidence.ts'
import type { TimeElement } from './find-blocks.ts'
import { findModificationDate } from './find-modification-date.ts'
import { findPrintedDates, type PrintedDate } from './find-printed-dates.ts'
import { findDateInUrl, findPublicationDate } from './find-publication-date.ts'
import type { PlacedBlock } from './placed-block.ts'

const noHints: DocumentHints = {
  url: null,
  title: null,
  authors: [],
  outlet: null,
  publishedAt: null,
  modifiedAt: null,
  language: null,
  original: null,
  basis: 'feed',
}

const noTimes = { inHead: [], others: [] }
const nothing: DateEvidence = {
  given: null,
  jsonLd: null,
  page: null,
  times: noTimes,
  printed: [],
  hints: null,
  url: null,
  order: null,
}

const dates = (line: string): PrintedDate[] =>
  findPrintedDates(
    [line, 'The ferry sailed again on Monday after a week in port, its owner said.'].map(toBlock),
    [1],
    null,
    -1,
    null,
  )

const toBlock = (text: string, element: number): PlacedBlock => ({
  text,
  element,
  kind: 'paragraph',
  linkShare: 0,
  links: [],
  isStrong: false,
  inQuote: false,
  row: null,
  cell: null,
  region: null,
  credit: null,
  kept: true,
  isOwn: false,
})

const time = (datetime: string | null, text: string, names = ''): TimeElement => ({
  datetime,
  text,
  names,
  region: null,
  before: 0,
  element: 0,
})

test('an address gives its day, or its month when it has no more', () => {
  const dates = Object.fromEntries(
    [
      'https://herald.example/2022/03/04/bridge',
      'https://herald.example/2022/3/4/bridge',
      'https://herald.example/2022/mar/04/bridge',
      'https://herald.example/news-2022-03-04.html',
      'https://herald.example/20220304-bridge',
      'https://herald.example/2022/03/bridge',
      'https://herald.example/article/20221399',
      'https://herald.example/room/2022/101',
      'https://herald.example/?date=2022-03-04',
      'https://herald.example/04-03-2022-bridge',
      'https://archive.example/web/20220401101530/https://herald.example/2021/05/06/bridge',
      'https://archive.example/web/20220401101530/https://herald.example/bridge',
    ].map((url) => [new URL(url).href.slice(new URL(url).origin.length), findDateInUrl(url)?.value ?? null]),
  )
  expect(dates).toEqual({
    '/2022/03/04/bridge': '2022-03-04',
    '/2022/3/4/bridge': '2022-03-04',
    '/2022/mar/04/bridge': '2022-03-04',
    '/news-2022-03-04.html': '2022-03-04',
    '/20220304-bridge': '2022-03-04',
    '/2022/03/bridge': '2022-03',
    '/article/20221399': null,
    '/room/2022/101': null,
    '/?date=2022-03-04': null,
    '/04-03-2022-bridge': '2022-03-04',
    '/web/20220401101530/https://herald.example/2021/05/06/bridge': '2021-05-06',
    '/web/20220401101530/https://herald.example/bridge': null,
  })
})

test('the day a page was updated is not the day it was published', () => {
  const printed = dates('Published 4 March 2022, updated 6 March 2022')
  expect(findPublicationDate({ ...nothing, printed })?.value).toBe('2022-03-04')
  expect(findModificationDate({ ...nothing, printed })?.value).toBe('2022-03-06')
  const inHead = [time('2022-03-06', '6 March', 'updated'), time('2022-03-04', '4 March')]
  const times = { inHead, others: [] }
  expect(findPublicationDate({ ...nothing, times })).toEqual({
    value: '2022-03-04',
    precision: 'day',
    basis: 'time-element',
  })
  expect(findModificationDate({ ...nothing, times })?.value).toBe('2022-03-06')
})

test('a page that only tells its last change is dated by it, and says the same of both', () => {
  const evidence = { ...nothing, printed: dates('Stand: 06.03.2022, 10:15 Uhr') }
  expect(findPublicationDate(evidence)).toEqual(findModificationDate(evidence))
  expect(findPublicationDate(evidence)?.value).toBe('2022-03-06T10:15')
})

test('the hour of the same day is taken from whoever tells it', () => {
  const times = { inHead: [time('2022-03-04', '4 March 2022, 10:15')], others: [] }
  const printed = dates('4 March 2022, 10:15')
  expect(findPublicationDate({ ...nothing, times, printed })?.value).toBe('2022-03-04T10:15')
})

test('an instant in UTC is told in the zone that the page prints', () => {
  const times = { inHead: [time('2022-03-05T02:05:30Z', 'March 4, 2022 at 7:05 p.m.')], others: [] }
  expect(findPublicationDate({ ...nothing, times })?.value).toBe('2022-03-04T19:05:30-07:00')
  const zoned = {
    inHead: [time('2022-03-05T02:05:30Z', ''), time('2022-03-04T21:05:30-05:00', '')],
    others: [],
  }
  expect(findPublicationDate({ ...nothing, times: zoned })?.value).toBe('2022-03-04T21:05:30-05:00')
  // Another clock is another event.
  const other = { inHead: [time('2022-03-05T02:05:30Z', 'March 4, 2022 at 7:22 p.m.')], others: [] }
  expect(findPublicationDate({ ...nothing, times: other })?.value).toBe('2022-03-05T02:05:30Z')
})

test('what a feed says goes before bare lines of print and the address, and behind the page’s data', () => {
  const hints = { ...noHints, publishedAt: '2022-03-04T10:15:00Z' }
  const weak = { ...nothing, hints, url: 'https://herald.example/2022/03/03/bridge' }
  expect(findPublicationDate(weak)).toEqual({
    value: '2022-03-04T10:15:00Z',
    precision: 'second',
    basis: 'feed',
  })
  const times = { inHead: [time('2022-03-02', '2 March 2022')], others: [] }
  expect(findPublicationDate({ ...weak, times })?.basis).toBe('time-element')
})

test.each([
  ['Von Jane Doe am 04.03.2022, 11:51', 'publication'],
  ['Опубликовано 4 марта 2022', 'publication'],
  ['発行 2022年3月4日', 'publication'],
  ['입력 2022.03.04 10:15', 'publication'],
  ['نشر في 4 مارس 2022', 'publication'],
  ['Letzte Änderung: 04.03.2022', 'change'],
  ['Mis à jour le 4 mars 2022', 'change'],
  ['更新日 2022年3月4日', 'change'],
  ['Friday, 4 March 2022', null],
])('%s is a date of %s', (line, of) => {
  expect(dates(line)).toMatchObject([{ of, place: 'head' }])
  expect(dates(line)[0]?.value.slice(0, 10)).toBe('2022-03-04')
})

test('a text may open with its day; a day in its first sentence is the story’s', () => {
  const opening = (text: string) =>
    findPrintedDates([toBlock(text, 0)], [0], null, -1, null).map(({ value, place }) => `${place} ${value}`)
  expect(opening('(04.03.2022) Farmers in Selgrad fear for their harvest.')).toEqual(['start 2022-03-04'])
  expect(opening('Selgrad, 4 March 2022 – Farmers fear for their harvest.')).toEqual(['start 2022-03-04'])
  expect(opening('4. März 2022. Die Bauern von Selgrad fürchten um ihre Ernte.')).toEqual([
    'start 2022-03-04',
  ])
  expect(opening('On 4 March 2022 the farmers in Selgrad: they feared for their harvest.')).toEqual([])
  expect(opening('The law that was passed in Selgrad on 4 March 2022 was repealed by the court.')).toEqual([])
})

test('what a blog says of its entry below is a date, a copyright is none', () => {
  const below = (line: string) =>
    findPrintedDates([toBlock('The ferry sailed.', 0), toBlock(line, 1)], [0], null, -1, null).map(
      ({ value, of }) => `${of} ${value}`,
    )
  expect(below('This entry was posted on March 4th, 2022 at 10:15 am and is filed under Ferries.')).toEqual([
    'publication 2022-03-04T10:15',
  ])
  expect(below('Diese Seite wurde zuletzt am 4. März 2022 geändert.')).toEqual(['change 2022-03-04'])
  expect(below('Copyright © 04.03.2022 by the Ferry Company')).toEqual([])
  expect(below('The next ferry sails on 4 March 2022 at noon from the old port.')).toEqual([])
})

test('the operator’s word comes before everything', () => {
  const given = { value: '2022-03-04', precision: 'day' } as const
  expect(findPublicationDate({ ...nothing, given, url: 'https://herald.example/2021/01/01/x' })).toEqual({
    ...given,
    basis: 'given',
  })
})
