import { expect, test } from 'vitest'
import type { DocumentHints } from '../records/document.ts'
import { findOriginalCredit } from './find-original-credit.ts'

const hints = (title: string | null, url: string | null): DocumentHints => ({
  url: null,
  title: null,
  authors: [],
  outlet: null,
  publishedAt: null,
  modifiedAt: null,
  language: null,
  original: { title, url },
  basis: 'feed',
})

test('an article that first stood in the feed of another outlet credits that outlet', () => {
  const found = findOriginalCredit(
    hints('Meridian Press: World', 'https://meridian.example/rss'),
    'Herald',
    'https://herald.example/a',
  )
  expect(found).toMatchObject({ of: 'text', agency: 'Meridian Press', text: 'Meridian Press: World' })
})

test('the page’s own feed is no other outlet', () => {
  const url = 'https://www.herald.example/a'
  expect(findOriginalCredit(hints('Herald', 'https://feeds.other.example/herald'), 'Herald', url)).toBeNull()
  expect(
    findOriginalCredit(hints('Top stories', 'https://feeds.herald.example/top'), 'Herald', url),
  ).toBeNull()
  expect(findOriginalCredit(hints('Herald | Politics', null), 'Herald', url)).toBeNull()
  expect(findOriginalCredit(null, 'Herald', url)).toBeNull()
  expect(findOriginalCredit(hints(null, null), 'Herald', url)).toBeNull()
})
