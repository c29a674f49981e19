import { getTableName, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { inWeighing } from './in-weighing.ts'
import type { Ledger } from './ledger.ts'
import {
  actor,
  actorStale,
  appearance,
  claim,
  claimArticle,
  claimFacet,
  claimOrigin,
  claimOutlet,
  claimReport,
  credit,
  facet,
  imprint,
  outletArticle,
  outletName,
  outletTally,
  overlap,
  part,
  report,
  reportLink,
  shingle,
  story,
  storyArticle,
  storyLink,
  storyProfile,
  taken,
  weighed,
} from './schema.ts'

/** What weighing makes; all of it can be made again from articles and readings. */
export const weighedTables: readonly PgTable[] = [
  weighed,
  imprint,
  shingle,
  overlap,
  storyProfile,
  storyLink,
  story,
  storyArticle,
  report,
  reportLink,
  claim,
  claimReport,
  appearance,
  part,
  claimOrigin,
  actor,
  actorStale,
  outletName,
  outletArticle,
  taken,
  credit,
  claimOutlet,
  outletTally,
  facet,
  claimFacet,
  claimArticle,
]

/** Drops all that was weighed. */
export async function clearWeighing(ledger: Ledger): Promise<void> {
  const names = weighedTables.map((table) => `"${getTableName(table)}"`).join(', ')
  await inWeighing(ledger, (transaction) => transaction.execute(sql.raw(`truncate ${names}`)))
}

/** The same where anything was weighed by another version than this one. */
export async function clearOtherVersions(ledger: Ledger, version: string): Promise<void> {
  const other = await ledger.db
    .select({ id: weighed.articleId })
    .from(weighed)
    .where(sql`${weighed.version} <> ${version}`)
    .limit(1)
  if (other.length > 0) await clearWeighing(ledger)
}
