import {
  findArrivals,
  findClaimsWithArrivals,
  findReports,
  getWeighedUntil,
} from '../ledger/find-arrivals.ts'
import { findChosen } from '../ledger/find-chosen.ts'
import { findClaims } from '../ledger/find-claims.ts'
import { findCurrentReadings, findPageChanges, type StoredChange } from '../ledger/find-page-changes.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { parseArticle } from '../records/article.ts'
import type { Claim } from '../records/claim.ts'
import type { ClaimQuery } from '../records/claim-query.ts'
import { summariseClaim } from '../records/claim-summary.ts'
import { parseReading } from '../records/reading.ts'
import type { Report } from '../records/report.ts'
import type { ClaimNews, SituationNews } from '../records/situation-news.ts'
import { compareVersions } from '../weigh/compare-versions.ts'
import { tellNews } from '../weigh/tell-news.ts'
import { findVersions, tellChanges } from './find-changes.ts'
import { noticeFinder } from './note-changes.ts'
import { openWeigher } from './open-weigher.ts'
import type { Weigher } from './weigher.ts'

/** Claims that are looked at for news; some 2 ms each. */
const mostClaims = 200
/** Edited pages that are told; some 10 ms each. */
const mostEdits = 25
/** Edited pages that tell no claim of a query now, whose earlier versions are looked at for one; some 5 ms each. */
const lookedAtOnce = 50
const mostLookedAt = 400

/**
 * What came about the claims of a query from an instant until now, or until what is not weighed yet.
 *
 * A report is fresh where its article came since, by its bytes: an article read, taken out or weighed anew tells nothing new.
 * Of a page that was known before and came in another version only what it tells that it did not tell then is fresh.
 */
export async function tellSituation(
  ledger: Ledger,
  query: ClaimQuery,
  since: string,
  weigher?: Weigher,
): Promise<SituationNews> {
  // Asked first: what comes while the rest is looked up is told by the next call.
  const until = await getWeighedUntil(ledger)
  const { ids, count } = await findClaimsWithArrivals(ledger, query, since, mostClaims)
  const [claims, edits, dropped] = await Promise.all([
    tellClaims(ledger, ids, since),
    findPageChanges(ledger, { ofClaims: query, cameSince: since, limit: mostEdits }),
    findDropped(ledger, query, since, weigher ?? (await openWeigher())),
  ])
  const changes = [...edits.changes, ...dropped.changes].sort(
    (a, b) => Number(a.afterAt < b.afterAt) - Number(a.afterAt > b.afterAt),
  )
  return {
    since,
    until: until < since ? since : until,
    claims,
    moreClaims: count - ids.length,
    edits: await tellChanges(ledger, changes.slice(0, mostEdits)),
    moreEdits: edits.nextCursor !== null || dropped.isCut || changes.length > mostEdits,
  }
}

/**
 * The last changes of pages that tell no claim of the query any more, and did in their earlier version. That counts for
 * nothing since: each of its reports is judged as a claim of its own, with one origin and nothing against it.
 */
async function findDropped(
  ledger: Ledger,
  query: ClaimQuery,
  since: string,
  weigher: Weigher,
): Promise<{ changes: StoredChange[]; isCut: boolean }> {
  const dropped: StoredChange[] = []
  let cursor: string | null = null
  for (let lookedAt = 0; lookedAt < mostLookedAt; lookedAt += lookedAtOnce) {
    const page = await findPageChanges(ledger, {
      notOfClaims: query,
      cameSince: since,
      limit: lookedAtOnce,
      cursor,
    })
    dropped.push(...(await chooseThatTold(ledger, query, page.changes, weigher)))
    cursor = page.nextCursor
    if (cursor === null) break
  }
  return { changes: dropped, isCut: cursor !== null }
}

/** The changes before which a page told a claim of the query. */
async function chooseThatTold(
  ledger: Ledger,
  query: ClaimQuery,
  changes: readonly StoredChange[],
  weigher: Weigher,
): Promise<StoredChange[]> {
  const readings = await findCurrentReadings(
    ledger,
    changes.map(({ beforeArticleId }) => beforeArticleId),
  )
  const told = [...readings].flatMap(([articleId, { readingId, record, reading }]) =>
    readingId === null
      ? []
      : weigher
          .toReports(parseArticle(record), readingId, parseReading(reading))
          .map((report) => ({ articleId, claim: weigher.toClaim([report], alone) })),
  )
  const chosen = await findChosen(
    ledger,
    query,
    told.map(({ claim }) => claim),
  )
  const articleIds = new Set(
    told.flatMap(({ articleId, claim }) => (chosen.has(claim.id) ? [articleId] : [])),
  )
  return changes.filter(({ beforeArticleId }) => articleIds.has(beforeArticleId))
}

const alone = { copies: [], stories: [], against: [] }

/** The claims with news, in the order of their ids given. */
async function tellClaims(ledger: Ledger, ids: readonly string[], since: string): Promise<ClaimNews[]> {
  if (ids.length === 0) return []
  const found = new Map(
    (await findClaims(ledger, { ids, limit: ids.length })).claims.map((claim) => [claim.id, claim]),
  )
  const claims = ids.flatMap((id) => found.get(id) ?? [])
  const reports = await findReportsOf(ledger, claims)
  const isFresh = await findFresh(ledger, reports, since)
  return claims.flatMap((claim) => {
    const news = tellNews(claim, { isFresh, findReport: (id) => reports.get(id) ?? null })
    return news.length === 0 ? [] : { claim: summariseClaim(claim), news }
  })
}

/** Every report of these claims, and of those that stand against them. */
async function findReportsOf(ledger: Ledger, claims: readonly Claim[]): Promise<Map<string, Report>> {
  const own = new Map(claims.flatMap(({ reports }) => reports.map((report) => [report.id, report] as const)))
  const others = claims
    .flatMap(({ disagreements }) =>
      disagreements.flatMap(({ sides }) => sides.flatMap((side) => side.reports)),
    )
    .filter((id) => !own.has(id))
  for (const report of await findReports(ledger, others)) own.set(report.id, report)
  return own
}

async function findFresh(
  ledger: Ledger,
  reports: ReadonlyMap<string, Report>,
  since: string,
): Promise<(reportId: string) => boolean> {
  const articleIds = new Set([...reports.values()].map(({ articleId }) => articleId))
  const arrivals = await findArrivals(ledger, articleIds, since)
  const versions = await findVersions(
    ledger,
    arrivals.flatMap(({ articleId, knownArticleId }) => (knownArticleId ? [articleId, knownArticleId] : [])),
  )
  const fresh = new Map(
    arrivals.map(({ articleId, knownArticleId }) => {
      const [before, after] = [versions.get(knownArticleId ?? ''), versions.get(articleId)]
      if (!before || !after) return [articleId, null]
      const { told } = compareVersions(before, after, noticeFinder())
      return [
        articleId,
        new Set(
          told.flatMap(({ kind, change, after }) =>
            change === 'added' && after ? `${kind} ${after.ordinal}` : [],
          ),
        ),
      ]
    }),
  )
  return (reportId) => {
    const report = reports.get(reportId)
    if (!report) return false
    const added = fresh.get(report.articleId)
    // Null for an article of which no version was known: all that it tells is fresh.
    return added === null || added?.has(`${report.kind} ${report.ordinal}`) === true
  }
}
