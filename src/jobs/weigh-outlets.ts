import type { LedgerTransaction } from '../ledger/ledger.ts'
import { findOverlapsOf } from '../ledger/overlaps.ts'
import {
  deleteOutletArticle,
  findOutletsOf,
  insertOutletArticle,
  type NamedOutlet,
  putClaimOutlets,
  putTaken,
} from '../ledger/put-outlets.ts'
import { toInstant } from '../ledger/to-instant.ts'
import type { Article } from '../records/article.ts'
import type { Claim } from '../records/claim.ts'
import { toFacetKey } from '../records/facet.ts'
import type { Report } from '../records/report.ts'
import { placeOutlets } from '../weigh/place-outlets.ts'
import { toTaken } from '../weigh/to-taken.ts'
import type { Weigher } from './weigher.ts'

/** The outlet that an article names, under the name that our tables have for it; null where it names none. */
export function toNamedOutlet(weigher: Weigher, written: string | null): NamedOutlet | null {
  if (written === null) return null
  const name = weigher.nameOutlet(written)
  const key = toFacetKey(name)
  return key === '' ? null : { key, name }
}

/** Takes an article out of what is kept of its outlet, and puts it in where it is given. */
export async function weighOutlet(
  transaction: LedgerTransaction,
  weigher: Weigher,
  articleId: string,
  given: { readonly article: Article; readonly reports: readonly Report[] } | null,
): Promise<void> {
  await deleteOutletArticle(transaction, articleId)
  const written = given?.article.outlet ?? null
  const outlet = toNamedOutlet(weigher, written)
  if (given === null || written === null || outlet === null) return
  const { article, reports } = given
  const { key } = outlet
  await insertOutletArticle(
    transaction,
    { articleId, written, ...outlet, at: toInstant(article.publishedAt?.value ?? null) },
    findCredits(weigher, reports)
      .filter((credited) => credited.key !== key)
      .map((credited) => ({ articleId, outlet: key, ...credited })),
  )
}

/** The agencies and outlets that the chains of an article’s reports credit or cite, each once for each way. */
function findCredits(
  weigher: Weigher,
  reports: readonly Report[],
): (NamedOutlet & { how: 'credits' | 'cites' })[] {
  const found = new Map<string, NamedOutlet & { how: 'credits' | 'cites' }>()
  for (const { kind, how, name } of reports.flatMap(({ chain }) => chain)) {
    if ((kind !== 'outlet' && kind !== 'agency') || (how !== 'credits' && how !== 'cites')) continue
    const outlet = toNamedOutlet(weigher, name)
    if (outlet !== null) found.set(`${how} ${outlet.key}`, { ...outlet, how })
  }
  return [...found.values()]
}

/** Finds anew who took words from whom, for every copy in which one of these articles stands. */
export async function weighTaken(
  transaction: LedgerTransaction,
  weigher: Weigher,
  articleIds: ReadonlySet<string>,
): Promise<void> {
  const overlaps = (await findOverlapsOf(transaction, articleIds)).filter(({ copy }) => copy !== null)
  const ids = overlaps.flatMap(({ laterId, earlierId }) => [laterId, earlierId])
  const outletOf = ids.length === 0 ? new Map<string, NamedOutlet>() : await findOutletsOf(transaction, ids)
  const rows = overlaps.flatMap(({ laterId, earlierId, copy }) =>
    (copy === null ? [] : toTaken(copy)).flatMap(({ takerId, giverId, giverName }) => {
      const taker = outletOf.get(takerId)
      const giver = giverId === null ? toNamedOutlet(weigher, giverName) : outletOf.get(giverId)
      if (!taker || !giver || taker.key === giver.key) return []
      return [
        { laterId, earlierId, takerId, taker: taker.key, giverId, giver: giver.key, giverName: giver.name },
      ]
    }),
  )
  await putTaken(transaction, [...articleIds], rows)
}

/** Keeps how outlets stand to the claims that were made, and forgets it of those that are gone. */
export async function weighClaimOutlets(
  transaction: LedgerTransaction,
  weigher: Weigher,
  claims: readonly Claim[],
  goneIds: readonly string[],
): Promise<void> {
  if (claims.length === 0 && goneIds.length === 0) return
  const keyOf = ({ outlet }: Report) => toNamedOutlet(weigher, outlet)?.key ?? null
  await putClaimOutlets(
    transaction,
    claims.map(({ id }) => id),
    goneIds,
    claims.flatMap((claim) => placeOutlets(claim, keyOf).map((place) => ({ claimId: claim.id, ...place }))),
  )
}
