import { type InferInsertModel, type SQL, sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import { insertRows } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { toReplacement } from './replace-rows.ts'
import { claimOutlet, credit, outletArticle, outletName, taken } from './schema.ts'
import { textArray } from './to-array.ts'

/** An outlet as the ledger keeps it: by the key of its name. */
export interface NamedOutlet {
  readonly key: string
  readonly name: string
}

/** Takes out whose an article is, whom it credits, and what was taken from it or by it. */
export async function deleteOutletArticle(transaction: LedgerTransaction, articleId: string): Promise<void> {
  for (const table of [outletArticle, credit])
    await transaction.execute(sql`delete from ${table} where article_id = ${articleId}`)
  await transaction.execute(sql`delete from taken where later_id = ${articleId} or earlier_id = ${articleId}`)
}

/** Keeps whose an article is, and whom it credits. */
export async function insertOutletArticle(
  transaction: LedgerTransaction,
  article: InferInsertModel<typeof outletArticle> & { readonly written: string; readonly name: string },
  credits: readonly InferInsertModel<typeof credit>[],
): Promise<void> {
  const { written, name, ...row } = article
  await transaction.insert(outletName).values({ written, key: row.key, name }).onConflictDoNothing()
  await insertRows(transaction, outletArticle, [row])
  await insertRows(transaction, credit, credits)
}

/** The outlets of these articles, as far as they are known; by the articles’ ids. */
export async function findOutletsOf(
  transaction: LedgerTransaction,
  articleIds: Iterable<string>,
): Promise<Map<string, NamedOutlet>> {
  const rows = await findRows<NamedOutlet & { readonly id: string }>(
    transaction,
    sql`select article_id as id, outlet_article.key, outlet_name.name from outlet_article
      join article on article.id = article_id
      join outlet_name on outlet_name.written = article.outlet
      where article_id = any(${textArray(new Set(articleIds))})`,
  )
  return new Map(rows.map(({ id, ...outlet }) => [id, outlet]))
}

/** Puts what was taken among these articles, and by them from others, where it was other. */
export async function putTaken(
  transaction: LedgerTransaction,
  articleIds: readonly string[],
  rows: readonly InferInsertModel<typeof taken>[],
): Promise<void> {
  const ids = textArray(articleIds)
  await transaction.execute(sql`delete from taken where later_id = any(${ids}) or earlier_id = any(${ids})`)
  await insertRows(transaction, taken, rows)
}

/** Puts how outlets stand to these claims where it was other, and keeps the sums; `goneIds` are claims that are no more. */
export async function putClaimOutlets(
  transaction: LedgerTransaction,
  claimIds: readonly string[],
  goneIds: readonly string[],
  rows: readonly InferInsertModel<typeof claimOutlet>[],
): Promise<void> {
  const { remove, insert } = toReplacement(claimOutlet, [...claimIds, ...goneIds], rows)
  const told = sql`returning claim_outlet.key, claim_outlet.is_shared, claim_outlet.is_first, claim_outlet.is_own`
  await transaction.execute(sql`with changed as (${remove} ${told}) ${addToTallies(sql`-1`)}`)
  await transaction.execute(sql`with changed as (${insert} ${told}) ${addToTallies(sql`1`)}`)
}

const addToTallies = (factor: SQL) => sql`
  insert into outlet_tally (key, claim_count, shared_count, first_count, own_count)
  select key, ${factor} * count(*), ${factor} * count(*) filter (where is_shared),
    ${factor} * count(*) filter (where is_first), ${factor} * count(*) filter (where is_own)
  from changed group by key
  on conflict (key) do update set
    claim_count = outlet_tally.claim_count + excluded.claim_count,
    shared_count = outlet_tally.shared_count + excluded.shared_count,
    first_count = outlet_tally.first_count + excluded.first_count,
    own_count = outlet_tally.own_count + excluded.own_count`
