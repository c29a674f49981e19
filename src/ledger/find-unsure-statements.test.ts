import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../records/article.ts'
import { findUnsureStatements } from './find-unsure-statements.ts'
import { insertArticle } from './insert-article.ts'
import { insertDocument } from './insert-document.ts'
import { insertReading } from './insert-reading.ts'
import type { Ledger } from './ledger.ts'
import { makeArticle, makeDocument, makeFerryReading, makeStatement } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('on $name', (store) => {
  let opened: TestLedger
  let ledger: Ledger
  const articles: Article[] = []
  /** Three articles of 150 statements each, of which every tenth has no confidence. */
  const perArticle = 150

  const readingOf = (article: Article, n: number, shift = 0) => {
    const span = (at: number) => ({ start: at, end: at + 1 })
    return makeFerryReading({
      sentences: [{ start: 0, end: article.text.length, tokens: [] }],
      mentions: [],
      times: [],
      events: [],
      statements: Array.from({ length: perArticle }, (_, i) =>
        makeStatement({
          cue: span(i),
          confidence: i % 10 === 0 ? null : (i * 3 + n + shift) / 1000,
        }),
      ),
    })
  }

  beforeAll(async () => {
    opened = await store.open()
    ledger = opened.ledger
    for (let n = 0; n < 3; n++) {
      const article = makeArticle({ title: `Ferry ${n}`, text: 'x'.repeat(perArticle + n + 1) })
      const { documentId } = await insertDocument(
        ledger,
        makeDocument(article.text, { where: `https://coastal-courier.example/${n}` }),
      )
      await insertArticle(ledger, documentId, article)
      // What an older reading was unsure of is nobody's to judge now.
      if (n === 0) await insertReading(ledger, article, readingOf(article, n, -0.5))
      await insertReading(ledger, article, readingOf(article, n))
      articles.push(article)
    }
  })
  afterAll(() => opened.drop())

  test('every statement of the ledger is come to once, the least sure first', async () => {
    const found = []
    let cursor: string | null = null
    do {
      const page = await findUnsureStatements(ledger, { limit: 64, cursor })
      expect(page.statements.length).toBeLessThanOrEqual(64)
      found.push(...page.statements)
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(found).toHaveLength(3 * 135)
    expect(new Set(found.map(({ articleId, ordinal }) => `${articleId} ${ordinal}`)).size).toBe(3 * 135)
    expect(found.map(({ confidence }) => confidence)).toEqual(
      found.map(({ confidence }) => confidence).sort((a, b) => a - b),
    )
    expect(found[0]).toEqual({
      articleId: articles[0]?.id,
      title: 'Ferry 0',
      outlet: 'Coastal Courier',
      ordinal: 1,
      source: null,
      cue: 'x',
      proposition: null,
      confidence: 0.003,
    })
  })

  test('a cursor that no list gave is refused', async () => {
    await expect(findUnsureStatements(ledger, { limit: 5, cursor: 'WzFd' })).rejects.toMatchObject({
      code: 'invalid-request',
    })
  })
})
