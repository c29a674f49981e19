import { type SQL, sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** What weighing has come to, in numbers, and a digest of all of it: two ledgers of one digest were weighed alike. */
export interface WeighingDigest {
  readonly weighed: number
  readonly failed: number
  readonly stories: number
  readonly claims: number
  readonly reports: number
  readonly copies: number
  readonly digests: {
    readonly stories: string
    readonly claims: string
    readonly copies: string
  }
}

/** Reads everything that was weighed; the digest is made in the database. */
export async function digestWeighing(ledger: Ledger): Promise<WeighingDigest> {
  const digest = (rows: SQL) =>
    sql`(select coalesce(md5(string_agg(md5(told), '' order by told)), '') from (${rows}) as all_rows (told))`
  const [row] = await findRows<
    Omit<WeighingDigest, 'digests'> & WeighingDigest['digests'] & Record<string, unknown>
  >(
    ledger.db,
    sql`
    select
      (select count(*) from weighed where problem is null)::int as weighed,
      (select count(*) from weighed where problem is not null)::int as failed,
      (select count(*) from story)::int as stories,
      (select count(*) from claim)::int as claims,
      (select count(*) from report)::int as reports,
      (select count(*) from overlap where copy is not null)::int as copies,
      ${digest(sql`
        select record::text from story
        union all select concat_ws(' ', article_id, story_id, position) from story_article
        union all select concat_ws(' ', a_id, b_id, record) from story_link
      `)} as "storyDigest",
      ${digest(sql`
        select record::text from claim
        union all select concat_ws(' ', report_id, claim_id, position) from claim_report
        union all select concat_ws(' ', record, keys) from report
        union all select concat_ws(' ', a_id, b_id, record) from report_link
        union all select concat_ws(' ', claim_id, origin_id, identities) from claim_origin
        union all select concat_ws(' ', claim_id, article_id, is_copy, published_at) from claim_article
        union all select concat_ws(' ', article_id, key, kind, role, outlet, at) from appearance
        union all select concat_ws(' ', article_id, kind, ordinal, part, key, report_id, other_key) from part
        union all select concat_ws(' ', claim_id, key, is_shared, is_first, is_own) from claim_outlet
        union all select concat_ws(' ', key, claim_count, shared_count, first_count, own_count) from outlet_tally
          where claim_count > 0
      `)} as "claimDigest",
      ${digest(sql`
        select concat_ws(' ', later_id, earlier_id, copy, sentences) from overlap
        union all select concat_ws(' ', article_id, is_boilerplate::text, shingles::text) from imprint
        union all select concat_ws(' ', hash, published_from, article_id) from shingle
        union all select concat_ws(' ', later_id, earlier_id, taker_id, taker, giver_id, giver) from taken
      `)} as "copyDigest"`,
  )
  if (row === undefined) throw new Error('The ledger did not count itself.')
  const { storyDigest, claimDigest, copyDigest, weighed, failed, stories, claims, reports, copies } = row
  return {
    weighed,
    failed,
    stories,
    claims,
    reports,
    copies,
    digests: { stories: String(storyDigest), claims: String(claimDigest), copies: String(copyDigest) },
  }
}
