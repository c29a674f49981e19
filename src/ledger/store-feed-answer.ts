import { eq, sql } from 'drizzle-orm'
import type { DocumentHints } from '../records/document.ts'
import type { FollowedFeed } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger, LedgerTransaction } from './ledger.ts'
import { feed } from './schema.ts'
import { toStorableText } from './to-storable-text.ts'

/** A page that a feed names. */
export interface NamedPage {
  /** Content address of the address’s key. */
  readonly id: string
  readonly address: string
  readonly host: string
  readonly hints: DocumentHints | null
  /** The text that the feed carries, as markup. */
  readonly content: string | null
  /** What the feed says about when it was changed; an answer that says otherwise has the page visited again. */
  readonly updatedAt: string | null
  /** ISO 8601: when a page that is new is visited; null for never. */
  readonly nextAt: string | null
}

/** What came of asking a feed. */
export interface FeedAnswer {
  readonly feedId: string
  /** ISO 8601. */
  readonly triedAt: string
  /** Null where the feed is not asked again. */
  readonly nextAt: string | null
  readonly intervalSeconds: number
  readonly state: FollowedFeed['state']
  /** Null when it answered as it should. */
  readonly problem: Problem | null
  /** What it says of itself; null leaves what is known (it did not change, or failed). */
  readonly about:
    | (Pick<FollowedFeed, 'address' | 'format' | 'title' | 'siteUrl' | 'language'> & {
        readonly etag: string | null
        readonly lastModified: string | null
      })
    | null
  readonly pages: readonly NamedPage[]
}

/**
 * Keeps what came of asking a feed, and the pages that it named, all or nothing.
 *
 * A page that another feed named, or this one under another GUID, is one page. `named` counts those that nobody had
 * named, `again` those that will be visited once more since the feed says that they changed. Does nothing where the
 * feed was removed meanwhile; one that was paused stays so.
 */
export async function storeFeedAnswer(
  ledger: Ledger,
  answer: FeedAnswer,
): Promise<{ named: number; again: number }> {
  const { feedId, triedAt, problem } = answer
  return explainFailure(() =>
    ledger.db.transaction(async (transaction) => {
      const [found] = await transaction
        .select({ state: feed.state })
        .from(feed)
        .where(eq(feed.id, feedId))
        .for('update')
      if (found === undefined) return { named: 0, again: 0 }
      const { named, again } = await namePages(transaction, answer)
      await transaction
        .update(feed)
        .set({
          ...answer.about,
          ...(found.state === 'paused' ? {} : { state: answer.state, nextAt: answer.nextAt }),
          intervalSeconds: answer.intervalSeconds,
          problem,
          lastTriedAt: triedAt,
          ...(problem === null
            ? { lastSuccessAt: triedAt, failureCount: 0 }
            : { failureCount: sql`${feed.failureCount} + 1` }),
          ...(named > 0 ? { lastNewAt: triedAt } : {}),
        })
        .where(eq(feed.id, feedId))
      return { named, again }
    }),
  )
}

async function namePages(
  transaction: LedgerTransaction,
  { feedId, triedAt, pages }: FeedAnswer,
): Promise<{ named: number; again: number }> {
  if (pages.length === 0) return { named: 0, again: 0 }
  // The first of several entries for one page is the one that counts: feeds give the newest first.
  const rows = [...new Map(pages.toReversed().map((page) => [page.id, page])).values()]
  const json = JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'string' ? toStorableText(value) : value,
  )
  const given = sql`json_to_recordset(${json}::json) as given (
    "id" text, "address" text, "host" text, "hints" json, "content" text, "updatedAt" text, "nextAt" timestamptz)`
  const { rows: named } = await transaction.execute(sql`
    insert into visit (id, address, host, hints, content, next_at, first_named_at, success_count, failure_count)
    select id, address, host, hints, content, "nextAt", ${triedAt}::timestamptz, 0, 0 from ${given}
    order by id on conflict do nothing returning id`)
  // Locked in their order: two feeds that name the same pages would wait for each other.
  const { rows: again } = await transaction.execute(sql`
    with updated as (
      select visit.id, given.hints from ${given}
      join feed_visit on feed_visit.visit_id = given.id and feed_visit.feed_id = ${feedId}
      join visit on visit.id = given.id
      where given."updatedAt" is distinct from feed_visit.updated_at and given."updatedAt" is not null
        and visit.success_count > 0
      order by visit.id for update of visit
    )
    update visit set next_at = ${triedAt}::timestamptz, hints = coalesce(updated.hints, visit.hints)
    from updated where visit.id = updated.id
    returning visit.id`)
  await transaction.execute(sql`
    insert into feed_visit (feed_id, visit_id, named_at, updated_at)
    select ${feedId}, id, ${triedAt}::timestamptz, "updatedAt" from ${given} order by id
    on conflict (feed_id, visit_id) do update set updated_at = excluded.updated_at
      where feed_visit.updated_at is distinct from excluded.updated_at`)
  return { named: named.length, again: again.length }
}
