import { type SQL, sql } from 'drizzle-orm'
import type { ClaimGrouping } from '../records/claim-group.ts'
import { HearsayError } from '../records/error.ts'

/**
 * By what each claim is grouped, as rows `(claim_id, key, name)`; a claim that has nothing of the kind has no row, and
 * one that has several has as many.
 */
export const claimGroupKeys: Readonly<Record<ClaimGrouping, SQL>> = {
  actor: facetKeys('actor'),
  source: facetKeys('source'),
  outlet: facetKeys('outlet'),
  type: facetKeys('type'),
  story: sql`
    select distinct claim_id, story_id as key, story.record->>'title' as name from claim_article
    join story_article on story_article.article_id = claim_article.article_id join story on story.id = story_id`,
  day: sql`
    select id as claim_id, to_char(first_published_at at time zone 'UTC', 'YYYY-MM-DD') as key,
      to_char(first_published_at at time zone 'UTC', 'YYYY-MM-DD') as name
    from claim where first_published_at is not null`,
}

function facetKeys(kind: string): SQL {
  return sql`
    select claim_id, key, name from claim_facet join facet on facet.id = facet_id where facet.kind = ${kind}`
}

/**
 * What the table `claim` must hold to stand in the group of this key.
 *
 * @throws {HearsayError} `invalid-request` for a day that is none.
 */
export function isInGroup(by: ClaimGrouping, key: string): SQL {
  if (key === '') return sql`claim.id not in (select claim_id from (${claimGroupKeys[by]}) as keyed)`
  if (by !== 'day')
    return sql`claim.id in (select claim_id from (${claimGroupKeys[by]}) as keyed where key = ${key})`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(key) || Number.isNaN(Date.parse(key)))
    throw new HearsayError('invalid-request', `${key} is no day; give it like 2026-03-10.`)
  // As `claim_earliest` has it, so that the day is a stretch of that index.
  const first = sql`coalesce(claim.first_published_at, 'infinity'::timestamptz)`
  const start = sql`${`${key}T00:00:00Z`}::timestamptz`
  return sql`${first} >= ${start} and ${first} < ${start} + interval '1 day'`
}
