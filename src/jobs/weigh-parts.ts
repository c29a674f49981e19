import type { LedgerTransaction } from '../ledger/ledger.ts'
import { deleteParts, insertParts } from '../ledger/put-parts.ts'
import { toInstant } from '../ledger/to-instant.ts'
import type { Article } from '../records/article.ts'
import type { Reading } from '../records/reading.ts'
import type { Report } from '../records/report.ts'
import { toAppearances } from '../weigh/to-appearances.ts'
import { toParts } from '../weigh/to-parts.ts'
import { toNamedOutlet } from './weigh-outlets.ts'
import type { Weigher } from './weigher.ts'

/** Takes out who is named in an article and in which part, and puts in who is where it is given. */
export async function weighParts(
  transaction: LedgerTransaction,
  weigher: Weigher,
  articleId: string,
  given: {
    readonly article: Article
    readonly reading: Reading
    readonly readingId: string
    readonly reports: readonly Report[]
  } | null,
): Promise<void> {
  await deleteParts(transaction, articleId)
  if (given === null) return
  const { article, reading, readingId, reports } = given
  const at = toInstant(article.publishedAt?.value ?? null)
  const outlet = toNamedOutlet(weigher, article.outlet)?.key ?? null
  await insertParts(
    transaction,
    toAppearances(reading).map((appearance) => ({ articleId, ...appearance, outlet, at })),
    toParts(reading, reports).map((part) => ({ articleId, readingId, ...part, outlet, at })),
  )
}
