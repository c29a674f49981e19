import { expect, test } from 'vitest'
import type { Article } from './article.ts'
import { bareArticle } from './bare-article.ts'
import { cslItemSchema } from './csl-item.ts'
import type { Span } from './span.ts'
import { toCitation } from './to-citation.ts'

const text =
  'The harbour is closed, Ilse Brandt said.\n\n“We will not talk,” she told the Courier 😀 on Friday.\n\nAsked again, she kept silent.'

const ferry: Article = {
  ...bareArticle,
  id: '3f9a2c0111223344556677889900aabb',
  text,
  title: 'Ferry strike “not over”',
  authors: ['Mara Lindqvist', 'Jo van Dam'],
  outlet: 'Coastal Courier',
  url: 'https://coastal-courier.example/ferry',
  publishedAt: { value: '2026-03-04T23:30:00-05:00', precision: 'minute', basis: 'meta' },
  language: 'en',
}

const spanOf = (words: string): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

const cite = (article: Article, span: Span | null) =>
  toCitation(
    {
      article,
      reading: null,
      document: {
        id: 'd1',
        mediaType: 'text/html',
        sizeBytes: 1,
        sightings: [
          {
            where: '/home/me/page.html',
            collectedAt: '2026-03-05T09:30:00.000Z',
            lastCollectedAt: '2026-03-09T09:30:00.000Z',
          },
        ],
      },
    },
    span,
  )

test('words are cited with outlet, authors, title, day, address and their place in the archive', () => {
  expect(cite(ferry, spanOf('The harbour is closed')).text).toBe(
    '“The harbour is closed” Coastal Courier, Mara Lindqvist, Jo van Dam, ‘Ferry strike “not over”’, 2026-03-04, https://coastal-courier.example/ferry, Hearsay 3f9a2c0111223344556677889900aabb#char=0,21, collected 2026-03-05T09:30:00.000Z.',
  )
})

test('words that hold quotation marks stand in single ones, letter for letter', () => {
  expect(cite(ferry, spanOf('“We will not talk,” she told the Courier')).text).toMatch(
    /^‘“We will not talk,” she told the Courier’ Coastal/,
  )
})

test('words across paragraphs are one line', () => {
  expect(cite(ferry, spanOf('on Friday.\n\nAsked again')).text).toMatch(/^“on Friday\. Asked again” /)
})

test('reference managers get names undivided, the day as parts, and the quote as a note', () => {
  const { csl } = cite(ferry, spanOf('The harbour is closed'))
  expect(cslItemSchema.parse(csl)).toEqual(csl)
  expect(csl).toEqual({
    id: 'hearsay:3f9a2c0111223344556677889900aabb#char=0,21',
    type: 'article-newspaper',
    title: 'Ferry strike “not over”',
    author: [{ literal: 'Mara Lindqvist' }, { literal: 'Jo van Dam' }],
    'container-title': 'Coastal Courier',
    issued: { 'date-parts': [[2026, 3, 4]] },
    accessed: { 'date-parts': [[2026, 3, 5]] },
    URL: 'https://coastal-courier.example/ferry',
    language: 'en',
    archive: 'Hearsay',
    archive_location: '3f9a2c0111223344556677889900aabb#char=0,21',
    note: '“The harbour is closed” Hearsay 3f9a2c0111223344556677889900aabb#char=0,21, collected 2026-03-05T09:30:00.000Z',
  })
})

test('a day is no more exact than the page is', () => {
  const dated = (value: string, precision: 'month' | 'year') =>
    cite({ ...ferry, publishedAt: { value, precision, basis: 'text' } }, null).csl.issued
  expect(dated('2026-03', 'month')).toEqual({ 'date-parts': [[2026, 3]] })
  expect(dated('2026', 'year')).toEqual({ 'date-parts': [[2026]] })
})

test('of an article of which nothing is known its words and its place are cited, never the file it came from', () => {
  const { text: line, csl } = cite({ ...bareArticle, id: 'aa', text }, spanOf('she kept silent'))
  expect(line).toMatch(/^“she kept silent” date unknown, Hearsay aa#char=\d+,\d+, collected 2026-03-05T/)
  expect(JSON.stringify({ line, csl })).not.toContain('/home/me')
  expect(csl).not.toHaveProperty('issued')
})

test('an article is cited as a whole where no words are asked for', () => {
  const { text: line, csl } = cite(ferry, null)
  expect(line).toMatch(/^Coastal Courier, .*, Hearsay 3f9a2c0111223344556677889900aabb, collected/)
  expect(csl.archive_location).toBe(ferry.id)
})

test('a span without words is refused: outside the text, backwards, blank, half a character', () => {
  const smile = text.indexOf('😀')
  for (const span of [
    { start: 0, end: text.length + 1 },
    { start: text.length, end: text.length + 5 },
    { start: 9, end: 9 },
    { start: 9, end: 4 },
    { start: -3, end: 4 },
    spanOf('\n\n'),
    { start: smile, end: smile + 1 },
    { start: smile + 1, end: smile + 5 },
  ])
    expect(() => cite(ferry, span)).toThrow(/there are no words/)
})
