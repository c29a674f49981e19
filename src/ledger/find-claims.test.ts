import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../records/article.ts'
import type { Claim, Report } from '../records/claim.ts'
import { reportSchema } from '../records/claim.ts'
import type { Reading } from '../records/reading.ts'
import { countLedger } from './count-ledger.ts'
import { findClaims } from './find-claims.ts'
import { findReports } from './find-reports.ts'
import { insertArticle } from './insert-article.ts'
import { insertDocument } from './insert-document.ts'
import { insertReading } from './insert-reading.ts'
import { replaceClaims } from './replace-claims.ts'
import {
  ferryText,
  makeArticle,
  makeClaim,
  makeDocument,
  makeEvent,
  makeFerryReading,
  spanOf,
} from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  async function addRead(
    outlet: string | null,
    more: Partial<Reading> = {},
    day = '2026-03-04',
  ): Promise<Article> {
    const publishedAt = { value: day, precision: 'day', basis: 'meta' } as const
    const article = makeArticle({ text: ferryText, outlet, publishedAt })
    const { documentId } = await insertDocument(opened.ledger, makeDocument(`${outlet} ${day}`))
    await insertArticle(opened.ledger, documentId, article)
    await insertReading(opened.ledger, article, makeFerryReading(more))
    return article
  }

  /** One report of its own for each name, of distinct articles. */
  async function addReports(...outlets: string[]): Promise<Report[]> {
    const before = (await findReports(opened.ledger)).length
    for (const [i, outlet] of outlets.entries()) {
      const day = `2026-${String(1 + ((before + i) % 12)).padStart(2, '0')}-${String(1 + ((before + i) % 28)).padStart(2, '0')}`
      await addRead(outlet, { events: [] }, day)
    }
    return (await findReports(opened.ledger)).slice(before)
  }

  test('what a reading states and what it tells are reports, with the sentence that holds the words', async () => {
    const article = await addRead('Coastal Courier')
    const reports = await findReports(opened.ledger)
    expect(reports.map((report) => reportSchema.parse(report))).toEqual(reports)
    expect(reports).toMatchObject([
      {
        articleId: article.id,
        outlet: 'Coastal Courier',
        publishedAt: '2026-03-04',
        kind: 'statement',
        ordinal: 0,
        source: 'Ilse Brandt',
        proposition: 'The harbour union will not talk before Friday',
        modality: 'denied',
        sentenceText: 'The harbour union will not talk before Friday, Ilse Brandt said.',
      },
      {
        kind: 'event',
        ordinal: 0,
        source: null,
        proposition: 'Crews blocked the northern pier',
        modality: 'fact',
        sentence: spanOf(ferryText, 'Crews blocked the northern pier on Tuesday.'),
      },
    ])
    expect(new Set(reports.map((report) => report.id)).size).toBe(2)
    expect(await findReports(opened.ledger)).toEqual(reports)
  })

  test('an event that somebody reports has that source; a statement without content is no report', async () => {
    const { statements } = makeFerryReading()
    const evidence = [spanOf(ferryText, 'will not talk')]
    await addRead('Coastal Courier', {
      statements: statements.map((statement) => ({ ...statement, content: null })),
      events: [makeEvent({ evidence, statement: 0 }), makeEvent({ evidence: [] })],
    })
    expect(await findReports(opened.ledger)).toMatchObject([
      { kind: 'event', source: 'Ilse Brandt', proposition: 'will not talk' },
    ])
  })

  test('only the current reading of the current article reports', async () => {
    const article = await addRead('Coastal Courier')
    await insertReading(opened.ledger, article, makeFerryReading({ stages: ['later@1'], statements: [] }))
    expect((await findReports(opened.ledger)).map((report) => report.kind)).toEqual(['event'])
    const { documentId } = await insertDocument(opened.ledger, makeDocument('Coastal Courier 2026-03-04'))
    await insertArticle(opened.ledger, documentId, makeArticle({ text: 'Cleaner.' }))
    expect(await findReports(opened.ledger)).toEqual([])
  })

  test('claims come back with their reports as they were given', async () => {
    const reports = await addReports('Coastal Courier', 'Daily Pier', 'Night Gazette')
    const [first, second, third] = reports
    if (!first || !second || !third) throw new Error('three were added')
    const claim = makeClaim('c1', [third, first, second], { firstPublishedAt: null })
    await replaceClaims(opened.ledger, [claim])
    expect(await findClaims(opened.ledger)).toEqual({ claims: [claim], nextCursor: null })
    expect((await countLedger(opened.ledger)).claims).toBe(1)
  })

  test('claims are replaced as a whole', async () => {
    const [first, second] = await addReports('Coastal Courier', 'Daily Pier')
    if (!first || !second) throw new Error('two were added')
    await replaceClaims(opened.ledger, [makeClaim('c1', [first]), makeClaim('c2', [second])])
    await replaceClaims(opened.ledger, [makeClaim('c3', [second, first])])
    expect((await findClaims(opened.ledger)).claims.map((claim) => claim.id)).toEqual(['c3'])
    await replaceClaims(opened.ledger, [])
    expect((await findClaims(opened.ledger)).claims).toEqual([])
  })

  test('a replacement that fails leaves the old claims', async () => {
    const [first] = await addReports('Coastal Courier')
    if (!first) throw new Error('one was added')
    const claim = makeClaim('c1', [first])
    await replaceClaims(opened.ledger, [claim])
    const broken = makeClaim('c2', [{ ...first, id: 'r2', articleId: 'f'.repeat(32) }])
    await expect(replaceClaims(opened.ledger, [broken])).rejects.toMatchObject({ code: '23503' })
    expect((await findClaims(opened.ledger)).claims).toEqual([claim])
  })

  test('replacing from two places at once leaves one of the two whole', async () => {
    const reports = await addReports('Coastal Courier', 'Daily Pier', 'Night Gazette')
    const one = reports.map((report, i) => makeClaim(`one${i}`, [report]))
    const other = [makeClaim('other', reports)]
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([replaceClaims(opened.ledger, one), replaceClaims(opened.ledger, other)])
      const { claims } = await findClaims(opened.ledger)
      expect([['one0', 'one1', 'one2'], ['other']]).toContainEqual(claims.map((claim) => claim.id).sort())
      expect(claims.flatMap((claim) => claim.reports)).toHaveLength(3)
    }
  })

  test('most outlets first, then most reports, then the earliest, the undated last', async () => {
    const reports = await addReports('A', 'B', 'C', 'A', 'A', 'A', 'D', 'E')
    const claimOf = (id: string, start: number, count: number, firstPublishedAt: string | null) =>
      makeClaim(id, reports.slice(start, start + count), { firstPublishedAt })
    await replaceClaims(opened.ledger, [
      claimOf('undated', 6, 1, null),
      claimOf('late', 7, 1, '2026-03-05'),
      claimOf('early', 5, 1, '2026-03-04T23:00:00+09:00'),
      claimOf('same outlet twice', 3, 2, '2026-12-01'),
      claimOf('three outlets', 0, 3, null),
    ])
    expect((await findClaims(opened.ledger)).claims.map((claim) => claim.id)).toEqual([
      'three outlets',
      'same outlet twice',
      'early',
      'late',
      'undated',
    ])
  })

  test('the cursor walks every claim exactly once', async () => {
    const reports = await addReports(...'ABCABCABCABC')
    const claims: Claim[] = [
      makeClaim('c00', reports.slice(0, 3)),
      makeClaim('c01', reports.slice(3, 5)),
      ...reports
        .slice(5)
        .map((report, i) => makeClaim(`c1${i}`, [report], { firstPublishedAt: i % 2 ? null : '2026' })),
    ]
    await replaceClaims(opened.ledger, claims)
    const all = (await findClaims(opened.ledger)).claims.map((claim) => claim.id)
    expect(new Set(all).size).toBe(9)
    const walked: string[] = []
    let cursor: string | null = null
    do {
      const page = await findClaims(opened.ledger, { limit: 2, cursor })
      walked.push(...page.claims.map((claim) => claim.id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(walked).toEqual(all)
    await expect(findClaims(opened.ledger, { cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid-request',
    })
  })

  test('the claims of one article are those that it reports', async () => {
    const [first, second] = await addReports('Coastal Courier', 'Daily Pier')
    if (!first || !second) throw new Error('two were added')
    const claims = [makeClaim('c1', [first]), makeClaim('c2', [second])]
    await replaceClaims(opened.ledger, claims)
    const found = await findClaims(opened.ledger, { articleId: second.articleId })
    expect(found.claims).toEqual([claims[1]])
  })
})
