import type { Article } from '../records/article.ts'
import type { Claim } from '../records/claim.ts'
import { makeReport } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { clearWeighing } from './clear-weighing.ts'
import { inWeighing } from './in-weighing.ts'
import { insertArticle } from './insert-article.ts'
import { insertDocument } from './insert-document.ts'
import { insertReading } from './insert-reading.ts'
import type { Ledger } from './ledger.ts'
import { insertReports, putClaims } from './put-claims.ts'
import { ferryText, makeArticle, makeDocument, makeFerryReading, spanOf } from './test-records.fixture.ts'

/** Puts these claims, with their reports, in the place of all that were there. */
export async function putTestClaims(ledger: Ledger, claims: readonly Claim[]): Promise<void> {
  await clearWeighing(ledger)
  await inWeighing(ledger, async (transaction) => {
    await insertReports(
      transaction,
      claims.flatMap(({ reports }) => reports.map((report) => ({ report, keys: [] }))),
    )
    const members = claims.flatMap(({ id: groupId, reports }) =>
      reports.map(({ id }, position) => ({ id, componentId: groupId, groupId, position })),
    )
    await putClaims(transaction, claims, members, [])
  })
}

/** Adds an article of the ferry’s words with its reading, and gives the report of its statement. */
export async function addReport(
  ledger: Ledger,
  outlet: string | null,
  day = '2026-03-04',
): Promise<{ article: Article; report: Report }> {
  const publishedAt = { value: day, precision: 'day', basis: 'meta' } as const
  const article = makeArticle({ text: ferryText, outlet, publishedAt })
  const { documentId } = await insertDocument(ledger, makeDocument(`${outlet} ${day}`))
  await insertArticle(ledger, documentId, article)
  const { readingId } = await insertReading(ledger, article, makeFerryReading())
  const report = makeReport({
    id: article.id,
    articleId: article.id,
    readingId,
    outlet,
    publishedAt: day,
    source: 'Ilse Brandt',
    proposition: 'The harbour union will not talk before Friday',
    modality: 'denied',
    span: spanOf(ferryText, 'The harbour union will not talk before Friday'),
  })
  return { article, report }
}
