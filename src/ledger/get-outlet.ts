import { type SQL, sql } from 'drizzle-orm'
import { HearsayError } from '../records/error.ts'
import { toFacetKey } from '../records/facet.ts'
import type { OutletProfile, OutletTie } from '../records/outlet-profile.ts'
import { findArticleSummaries } from './find-articles.ts'
import { findFeedsOf } from './find-feeds.ts'
import { type CountedOutlet, findOutlets } from './find-outlets.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** All that the ledger knows of one outlet. */
export type CountedOutletProfile = CountedOutlet &
  Pick<OutletProfile, 'names' | 'mostCopied' | 'copiesFrom' | 'copiedBy' | 'credits'> & {
    readonly followed: OutletProfile['feeds']
  }

/**
 * The outlet of this key, or of a name in any spelling that an article has for it.
 *
 * @throws {HearsayError} `not-found` where no article is of it.
 */
export async function getOutlet(ledger: Ledger, key: string): Promise<CountedOutletProfile> {
  const [written] = await findRows<{ key: string }>(
    ledger.db,
    sql`select key from outlet_name where written = ${key.replaceAll('\u0000', '')}`,
  )
  const asked = written?.key ?? toFacetKey(key)
  const { outlets } = await findOutlets(ledger, { keys: [asked], limit: 1 })
  const [outlet] = outlets
  if (outlet === undefined)
    throw new HearsayError(
      'not-found',
      `No article in the ledger is of an outlet “${key}”. A list: hearsay outlets.`,
    )
  const names = await findRows<{ written: string }>(
    ledger.db,
    sql`select written from outlet_name where key = ${asked} order by written`,
  )
  return {
    ...outlet,
    names: names.map(({ written }) => written),
    mostCopied: await findMostCopied(ledger, asked),
    copiesFrom: await findTies(
      ledger,
      sql`select giver as key, min(giver_name) as name, count(distinct taker_id)::int as articles
        from taken where taker = ${asked} group by giver`,
    ),
    copiedBy: await findTies(
      ledger,
      sql`select taker as key, min(name) as name, count(distinct giver_id)::int as articles
        from taken join outlet_name on outlet_name.key = taker
        where giver = ${asked} and giver_id is not null group by taker`,
    ),
    credits: await findTies(
      ledger,
      sql`select key, min(name) as name, count(distinct article_id)::int as articles
        from credit where outlet = ${asked} group by key`,
    ),
    followed: await findFeedsOf(ledger, asked),
  }
}

const findTies = (ledger: Ledger, ties: SQL) =>
  findRows<OutletTie>(ledger.db, sql`select * from (${ties}) as tie order by articles desc, key limit 20`)

async function findMostCopied(ledger: Ledger, key: string): Promise<OutletProfile['mostCopied']> {
  const rows = await findRows<{ id: string; outlets: number }>(
    ledger.db,
    sql`select giver_id as id, count(distinct taker)::int as outlets from taken
      where giver = ${key} and giver_id is not null group by giver_id order by outlets desc, giver_id limit 10`,
  )
  const articles = new Map(
    (
      await findArticleSummaries(
        ledger,
        rows.map(({ id }) => id),
      )
    ).map((article) => [article.id, article]),
  )
  return rows.flatMap(({ id, outlets }) => {
    const article = articles.get(id)
    return article ? [{ article, outlets }] : []
  })
}
