import { type SQL, sql } from 'drizzle-orm'
import type { ClaimQuery } from '../records/claim-query.ts'
import { toFacetKey } from '../records/facet.ts'
import { answerOnce } from './answer-once.ts'
import { toClaimConditions } from './claim-conditions.ts'
import { chooseClaims } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { findFew, mostFew } from './narrow.ts'
import { textArray } from './to-array.ts'

/** Of more articles than this the ids are not kept: they take 35 bytes each. */
const mostKnown = 50_000

/**
 * What the table `article` must hold for a query: its own words, outlet and date are those that are asked for, and it
 * reports a claim of which everything else is true.
 */
export async function toArticleConditions(ledger: Ledger, query: ClaimQuery): Promise<SQL[]> {
  const conditions: SQL[] = []
  const words = query.words.replaceAll('\u0000', ' ').trim()
  if (words !== '') conditions.push(sql`article.search @@ websearch_to_tsquery('english', ${words})`)
  if (query.outlets.length > 0)
    conditions.push(sql`left(outlet, 200) = any(${textArray(await findSpellings(ledger, query.outlets))})`)
  if (query.not.outlets.length > 0)
    conditions.push(
      sql`(outlet is null or left(outlet, 200) <> all(${textArray(await findSpellings(ledger, query.not.outlets))}))`,
    )
  if (query.after !== null)
    conditions.push(sql`article.published_at >= ${`${query.after}T00:00:00Z`}::timestamptz`)
  if (query.before !== null)
    conditions.push(sql`article.published_at < ${`${query.before}T00:00:00Z`}::timestamptz`)
  const ofClaim = {
    ...query,
    words: '',
    outlets: [],
    after: null,
    before: null,
    not: { ...query.not, outlets: [] },
  }
  if (toClaimConditions(ofClaim).length === 0) return conditions
  const reportsClaim = async () => sql`article.id in (
    select article_id from claim join claim_article on claim_id = claim.id
    where ${await chooseClaims(ledger, { queries: [ofClaim] })}
  )`
  const many = await answerOnce(ledger, ['articles of claims', ofClaim], async () =>
    findFew(ledger.db, 'article', [await reportsClaim()], mostKnown),
  )
  if (many === null) return [...conditions, await reportsClaim()]
  if (many.length <= mostFew) return [...conditions, sql`article.id = any(${textArray(many)})`]
  // `is true` has each article of the order asked whether it is among them, until a page is full; none is sorted.
  return [...conditions, sql`(article.id in (select unnest(${textArray(many)}))) is true`]
}

/** How the ledger’s articles spell the outlets in whose names one of these stands, as whole words; cut at 200 letters. */
async function findSpellings(ledger: Ledger, names: readonly string[]): Promise<string[]> {
  const keys = names.map((name) => ` ${toFacetKey(name)} `)
  const rows = await findRows<{ name: string }>(
    ledger.db,
    // From one name to the next by the index: there are few outlets and many articles.
    sql`
    with recursive spelling as (
      select min(left(outlet, 200)) as name from article
      union all
      select (select min(left(outlet, 200)) from article where left(outlet, 200) > spelling.name)
      from spelling where name is not null
    )
    select name from spelling where name is not null`,
  )
  return rows
    .map(({ name }) => name)
    .filter((name) => keys.some((key) => ` ${toFacetKey(name)} `.includes(key)))
}
