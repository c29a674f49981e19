import { expect, test } from 'vitest'
import { findDateInUrl, findPublicationDate } from './find-publication-date.ts'

const nothing = { given: null, jsonLd: null, page: null, times: [], printed: [], url: null }

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
  })
})

test('the day a page was updated is not the day it was published', () => {
  const printed = ['Updated 6 March 2022', 'Published 4 March 2022, updated 5 March 2022']
  expect(findPublicationDate({ ...nothing, printed })?.value).toBe('2022-03-04')
  expect(findPublicationDate({ ...nothing, printed: ['Updated 6 March 2022'] })).toBeNull()
  const times = [
    { datetime: '2022-03-06', text: '6 March', names: 'updated', region: null, before: 0, element: 0 },
    { datetime: '2022-03-04', text: '4 March', names: '', region: null, before: 0, element: 0 },
  ]
  expect(findPublicationDate({ ...nothing, times })).toEqual({
    value: '2022-03-04',
    precision: 'day',
    basis: 'time-element',
  })
})

test('the operator’s word comes before everything', () => {
  const given = { value: '2022-03-04', precision: 'day' } as const
  expect(findPublicationDate({ ...nothing, given, url: 'https://herald.example/2021/01/01/x' })).toEqual({
    ...given,
    basis: 'given',
  })
})
