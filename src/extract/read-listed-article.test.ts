import { expect, test } from 'vitest'
import type { Article } from '../records/article.ts'
import { listedArticleMediaType } from '../records/listed-article.ts'
import { type ExtractOptions, extractArticle } from './extract-article.ts'

async function extract(value: unknown, options: ExtractOptions = {}): Promise<Article> {
  const extraction = await extractArticle(
    {
      where: 'news.jsonl#3',
      bytes: new Uint8Array(Buffer.from(JSON.stringify(value))),
      mediaType: listedArticleMediaType,
      charset: 'utf-8',
      headers: {},
      collectedAt: '2024-06-01T12:00:00.000Z',
    },
    options,
  )
  if ('problem' in extraction) throw new Error(`${extraction.problem.code}: ${extraction.problem.message}`)
  return extraction.article
}

const text =
  'NORTHGATE (Meridian Press) - The old bridge will open again before the winter.\n\nRead more: the ferry stops.\r\n\r\nThe ferry stops in October.'

test('an article of a list is what the list says, and all of its text', async () => {
  const article = await extract({
    url: 'https://meridianpost.example/bridge',
    outlet: 'Meridian Post',
    date: '2024-03-05T10:00:00+01:00',
    modified: 'March 6, 2024',
    title: 'Bridge  to open again',
    authors: ['Jane Doe', 'Reuters'],
    language: 'en',
    text,
    id: 17,
  })
  expect(article).toMatchObject({
    url: 'https://meridianpost.example/bridge',
    outlet: 'Meridian Post',
    title: 'Bridge to open again',
    authors: ['Jane Doe'],
    byline: 'Jane Doe, Reuters',
    language: 'en',
    publishedAt: { value: '2024-03-05T10:00:00+01:00', precision: 'second', basis: 'given' },
    modifiedAt: { value: '2024-03-06', precision: 'day', basis: 'given' },
    // “Read more: …” is furniture of a page; whoever made the list has left it in.
    text: 'NORTHGATE (Meridian Press) - The old bridge will open again before the winter.\n\nRead more: the ferry stops.\n\nThe ferry stops in October.',
    dropped: [],
    problems: [],
  })
  expect(article.credits.map(({ agency }) => agency)).toEqual(['Meridian Press', 'Reuters'])
})

test('what the list does not say is not known, and what the operator says goes before it', async () => {
  const article = await extract({ text: 'The ferry stops in October.', date: 'soon' })
  expect(article).toMatchObject({ title: null, outlet: null, url: null, publishedAt: null, authors: [] })
  expect(article.problems).toMatchObject([{ code: 'no-date' }])
  const given = await extract({ text: 'The ferry stops.', date: '2024-03-05' }, { date: '2024-03-07' })
  expect(given.publishedAt).toMatchObject({ value: '2024-03-07', basis: 'given' })
})

test('numbers, paragraphs in an array and the NaN of a spreadsheet are understood', async () => {
  const article = await extract({
    title: 'NaN',
    author: 'By Jane Doe and John Roe',
    date: 1_709_629_200,
    content: ['The bridge opens.', 'The ferry stops.'],
  })
  expect(article).toMatchObject({
    title: null,
    authors: ['Jane Doe', 'John Roe'],
    publishedAt: { value: '2024-03-05T09:00:00Z' },
    text: 'The bridge opens.\n\nThe ferry stops.',
  })
})
