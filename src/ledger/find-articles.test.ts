import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../records/article.ts'
import { articleSummarySchema } from '../records/article-summary.ts'
import { findArticles } from './find-articles.ts'
import { insertArticle } from './insert-article.ts'
import { insertDocument } from './insert-document.ts'
import { insertReading } from './insert-reading.ts'
import { ferryText, makeArticle, makeDocument, makeFerryReading } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  async function addArticle(
    more: Partial<Article> & { readonly text: string },
    where?: string,
  ): Promise<Article> {
    const article = makeArticle(more)
    const document = makeDocument(JSON.stringify(article), where === undefined ? {} : { where })
    const { documentId } = await insertDocument(opened.ledger, document)
    await insertArticle(opened.ledger, documentId, article)
    return article
  }

  const published = (value: string): Article['publishedAt'] => ({ value, precision: 'day', basis: 'meta' })

  async function titles(words?: string): Promise<(string | null)[]> {
    const { articles } = await findArticles(opened.ledger, words === undefined ? {} : { words })
    return articles.map((article) => article.title)
  }

  test('an empty ledger has no articles and no next page', async () => {
    expect(await findArticles(opened.ledger)).toEqual({ articles: [], nextCursor: null })
  })

  test('a summary says what the article and its current reading hold', async () => {
    const problem = { code: 'no-date', message: 'There is no date.', advice: null } as const
    const article = await addArticle({ text: ferryText, problems: [problem] }, 'saved/ferry.html')
    await insertReading(opened.ledger, article, makeFerryReading({ stages: ['other@1'], events: [] }))
    await insertReading(opened.ledger, article, makeFerryReading({ problems: [problem, problem] }))
    const { articles } = await findArticles(opened.ledger)
    const [summary] = articles
    expect(articleSummarySchema.parse(summary)).toEqual(summary)
    expect({ ...summary, addedAt: null }).toEqual({
      id: article.id,
      title: 'Ferry strike enters its third day',
      outlet: 'Coastal Courier',
      byline: 'Mara Lindqvist',
      publishedAt: { value: '2026-03-04T08:15:00+02:00', precision: 'minute', basis: 'meta' },
      url: 'https://coastal-courier.example/ferry',
      language: 'en',
      where: 'saved/ferry.html',
      statements: 1,
      events: 1,
      problems: 3,
      words: 18,
      addedAt: null,
    })
    expect(Math.abs(Date.parse(summary?.addedAt ?? '') - Date.now())).toBeLessThan(60_000)
  })

  test('the newest publication stands first and the undated last, whatever zone and precision a date has', async () => {
    await addArticle({ text: 'a', title: 'undated', publishedAt: null })
    await addArticle({ text: 'b', title: 'month', publishedAt: published('2026-03') })
    await addArticle({
      text: 'c',
      title: 'noon in Tokyo',
      publishedAt: published('2026-03-04T12:00:00+09:00'),
    })
    await addArticle({ text: 'd', title: 'four in London', publishedAt: published('2026-03-04T04:00:00Z') })
    await addArticle({ text: 'e', title: 'year', publishedAt: published('2027') })
    await addArticle({ text: 'f', title: 'nonsense', publishedAt: published('the day before') })
    await addArticle({ text: 'g', title: 'no zone', publishedAt: published('2026-03-04T03:30') })
    expect(await titles()).toEqual([
      'year',
      'four in London',
      'no zone',
      'noon in Tokyo',
      'month',
      'nonsense',
      'undated',
    ])
  })

  test('the cursor walks every article exactly once, over equal dates and undated ones', async () => {
    for (let i = 0; i < 23; i += 1) {
      const day = published(`2026-03-0${1 + (i % 3)}`)
      await addArticle({ text: `Bulletin ${i}.`, publishedAt: i % 5 === 0 ? null : day })
    }
    const all = (await findArticles(opened.ledger, { limit: 100 })).articles.map((article) => article.id)
    expect(new Set(all).size).toBe(23)
    for (const limit of [1, 4, 22, 23]) {
      const walked: string[] = []
      let cursor: string | null = null
      do {
        const page = await findArticles(opened.ledger, { limit, cursor })
        expect(page.articles.length).toBeLessThanOrEqual(limit)
        walked.push(...page.articles.map((article) => article.id))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(walked).toEqual(all)
    }
  })

  test('an article that is added while somebody walks the list neither repeats nor hides another', async () => {
    for (const day of ['01', '02', '03', '04'])
      await addArticle({ text: day, publishedAt: published(`2026-03-${day}`) })
    const first = await findArticles(opened.ledger, { limit: 2 })
    await addArticle({ text: 'new', publishedAt: published('2026-03-09') })
    const second = await findArticles(opened.ledger, { limit: 2, cursor: first.nextCursor })
    expect([...first.articles, ...second.articles].map((article) => article.publishedAt?.value)).toEqual([
      '2026-03-04',
      '2026-03-03',
      '2026-03-02',
      '2026-03-01',
    ])
  })

  test('words are found in the title and in the text, in another form of the word too', async () => {
    await addArticle({ title: 'Sanctions on grain', text: 'Nothing else of note.' })
    await addArticle({ title: 'Weather', text: 'They sanctioned the harbour master.' })
    await addArticle({ title: 'Football', text: 'The harbour team won, the grain team lost.' })
    expect((await titles('sanction')).sort()).toEqual(['Sanctions on grain', 'Weather'])
    expect(await titles('harbour sanctions')).toEqual(['Weather'])
    expect(await titles('"grain team"')).toEqual(['Football'])
    expect(await titles('harbour -grain')).toEqual(['Weather'])
    expect(await titles('volcano')).toEqual([])
    expect(await titles('  ')).toHaveLength(3)
  })

  test('words in other languages are found as they stand', async () => {
    await addArticle({ title: 'Порт', text: 'Паромы не ходят третий день.', language: 'ru' })
    expect(await titles('паромы')).toEqual(['Порт'])
  })

  test('what a person may type in a search never breaks it', async () => {
    await addArticle({ title: 'Quoted', text: 'O’Neill said "no".' })
    for (const words of ['"', "'", ':*', '& | !', '\\', '%', '(', 'said\u0000', '-', '🚢', 'or or']) {
      await expect(findArticles(opened.ledger, { words })).resolves.toBeDefined()
    }
    expect(await titles('said\u0000')).toEqual(['Quoted'])
  })

  test('a search has pages as well', async () => {
    for (let i = 0; i < 5; i += 1) await addArticle({ text: `Grain report ${i}.` })
    const first = await findArticles(opened.ledger, { words: 'grain', limit: 3 })
    const second = await findArticles(opened.ledger, { words: 'grain', limit: 3, cursor: first.nextCursor })
    expect(new Set([...first.articles, ...second.articles].map((article) => article.id)).size).toBe(5)
    expect(second.nextCursor).toBeNull()
  })

  test('an article that a newer extraction replaced is not listed', async () => {
    const { documentId } = await insertDocument(opened.ledger, makeDocument('One page.'))
    await insertArticle(opened.ledger, documentId, makeArticle({ text: 'Rough.', title: 'rough' }))
    await insertArticle(opened.ledger, documentId, makeArticle({ text: 'Clean.', title: 'clean' }))
    expect(await titles()).toEqual(['clean'])
  })

  test('a cursor or a limit that is none is refused', async () => {
    const forged = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url')
    for (const cursor of [
      'x',
      '',
      forged([]),
      forged(['2026', '1']),
      forged(['-infinity', '1; drop table article']),
    ]) {
      await expect(findArticles(opened.ledger, { cursor })).rejects.toMatchObject({ code: 'invalid-request' })
    }
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      await expect(findArticles(opened.ledger, { limit })).rejects.toMatchObject({ code: 'invalid-request' })
    }
  })
})
