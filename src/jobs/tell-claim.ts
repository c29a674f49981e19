import { findClaimsOfReports } from '../ledger/find-claims-of-reports.ts'
import { findStoryArticles } from '../ledger/find-members.ts'
import { findChangedPages, findCurrentReadings } from '../ledger/find-page-changes.ts'
import { getClaim } from '../ledger/get-claim.ts'
import { findPages } from '../ledger/get-page.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { parseArticle } from '../records/article.ts'
import type { Claim, ClaimChange } from '../records/claim.ts'
import type { Disagreement } from '../records/disagreement.ts'
import { parseReading } from '../records/reading.ts'
import type { Report } from '../records/report.ts'
import { dateWords } from '../weigh/date-words.ts'
import { findCorrectedDays } from '../weigh/find-corrected-days.ts'
import { type ReportedPage, tellEdits } from '../weigh/tell-edits.ts'
import { tellHistory } from '../weigh/tell-history.ts'
import { toMs } from '../weigh/to-ms.ts'
import { openWeigher } from './open-weigher.ts'
import type { Weigher } from './weigher.ts'

/**
 * The claim of this id, with what pages said of it before and say otherwise now, and its words at when they were first
 * seen. Looked for among the pages of its articles and of its stories when it is asked for: former versions are kept, but
 * count in nothing.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several claims begin so.
 */
export async function tellClaim(ledger: Ledger, id: string, weigher?: Weigher): Promise<Claim> {
  const claim = await getClaim(ledger, id)
  const articleIds = [
    ...claim.reports.map(({ articleId }) => articleId),
    ...(await findStoryArticles(ledger, claim.stories)),
  ]
  const changed = await findChangedPages(ledger, articleIds)
  if (changed.length === 0) return claim
  const pages = await findReported(ledger, changed, weigher ?? (await openWeigher()))
  const reports = dateWords(claim.reports, pages)
  const told = tellHistory(reports, claim.provenance)
  const history = [...told, ...tellEdits({ ...claim, reports }, pages)].sort(byTime)
  return {
    ...claim,
    reports,
    history,
    // A page that no longer tells it may have been edited before anybody whose words are left told it.
    firstPublishedAt: told[0]?.at ?? claim.firstPublishedAt,
    disagreements: [...claim.disagreements, ...(await findCorrected(ledger, claim, pages))],
  }
}

/** Days that a page corrected and others still print, each with the claim that the page tells now. */
async function findCorrected(
  ledger: Ledger,
  claim: Claim,
  pages: readonly ReportedPage[],
): Promise<Disagreement[]> {
  const corrected = findCorrectedDays(claim, pages)
  const claimOf = await findClaimsOfReports(
    ledger,
    corrected.map(({ correctedBy }) => correctedBy),
  )
  return corrected.flatMap(({ correctedBy, ...disagreement }) => {
    const otherClaim = claimOf.get(correctedBy) ?? null
    // Both in one claim are told by its own days.
    return otherClaim === claim.id ? [] : { ...disagreement, otherClaim }
  })
}

/** The undated last; at one time, in the order in which they are told. */
function byTime(a: ClaimChange, b: ClaimChange): number {
  const [at, bt] = [toMs(a.at), toMs(b.at)]
  return (Number.isNaN(at) ? 1 : 0) - (Number.isNaN(bt) ? 1 : 0) || at - bt || 0
}

async function findReported(
  ledger: Ledger,
  pageIds: readonly string[],
  weigher: Weigher,
): Promise<ReportedPage[]> {
  const pages = await findPages(ledger, pageIds)
  const articleIds = [...pages.values()].flatMap(({ versions }) => versions.map(({ articleId }) => articleId))
  const outlets = new Map<string, string | null>()
  const toldOf = new Map<string, { readonly text: string; readonly reports: readonly Report[] }>()
  for (const [articleId, { readingId, record, reading }] of await findCurrentReadings(ledger, articleIds)) {
    const article = parseArticle(record)
    outlets.set(articleId, article.outlet)
    if (readingId !== null)
      toldOf.set(articleId, {
        text: article.text,
        reports: weigher.toReports(article, readingId, parseReading(reading)),
      })
  }
  return pageIds.flatMap((pageId) => {
    const versions = pages.get(pageId)?.versions ?? []
    const last = versions.at(-1)
    if (!last) return []
    return {
      pageId,
      outlet: outlets.get(last.articleId) ?? null,
      // Of one that was never read nothing can be said.
      versions: versions.flatMap(({ articleId, firstSeenAt }) => {
        const told = toldOf.get(articleId)
        return told ? [{ articleId, firstSeenAt, ...told }] : []
      }),
    }
  })
}
