import type { Claim, ClaimChange } from '../records/claim.ts'
import type { Report } from '../records/report.ts'
import { compareReports } from './compare-reports.ts'
import { countWords, toLikeness } from './count-words.ts'
import { isSameButForStyle } from './fold-style.ts'

/** Least likeness (Dice) of what a page says now and said before, to be one saying. */
const leastAlike = 0.6

/** A version of a page, with all that it reports. */
export interface ReportedVersion {
  readonly articleId: string
  readonly firstSeenAt: string
  readonly text: string
  readonly reports: readonly Report[]
}

/** A page that was changed, its versions in order of time. */
export interface ReportedPage {
  readonly pageId: string
  readonly outlet: string | null
  readonly versions: readonly ReportedVersion[]
}

/**
 * Where a page told this claim otherwise in one version than in the one before: in other words, more or less surely, from
 * another source, no longer, or for the first time. Former versions are no reports of the claim: they count for nothing.
 */
export function tellEdits(claim: Claim, pages: readonly ReportedPage[]): ClaimChange[] {
  const changes: ClaimChange[] = []
  for (const { pageId, outlet, versions } of pages) {
    let last: { articleId: string; text: string; told: Report | null } | null = null
    const ids = new Set(versions.map(({ articleId }) => articleId))
    const own = claim.reports.find(({ articleId }) => ids.has(articleId)) ?? null
    for (const version of versions) {
      const { articleId, firstSeenAt, text } = version
      const told = findTold(claim, version, own)
      // A sentence that stands in both tells in both what it tells, whatever is made of it.
      const isKept = (from: Report | null | undefined, words: string | undefined) =>
        from != null && words?.includes(from.sentenceText) === true
      const isTouched = last && !isKept(last.told, text) && !isKept(told, last.text)
      if (last && isTouched && last.articleId !== articleId && isOther(last.told, told)) {
        const edit = { pageId, outlet, beforeArticleId: last.articleId, afterArticleId: articleId }
        const [before, after] = describe(last.told, told)
        const isReport = claim.reports.some(({ id }) => id === told?.id)
        const reportId = isReport ? (told?.id ?? null) : null
        changes.push({ kind: 'edited', at: firstSeenAt, reportId, before, after, edit })
      }
      last = { articleId, text, told }
    }
  }
  return changes.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : (a.at ?? '') > (b.at ?? '') ? 1 : 0))
}

/**
 * What a version reports of the claim: one of the claim’s reports; what would be one if the version were current; or what
 * the page now tells as one, in words that make another claim of it: the 18th for the 19th, confirmed for denied.
 */
function findTold(claim: Claim, { articleId, reports }: ReportedVersion, own: Report | null): Report | null {
  const current = claim.reports.find((report) => report.articleId === articleId)
  if (current) return current
  const ownWords = own && countWords(own.proposition)
  let best: Report | null = null
  let most = 0
  for (const report of reports) {
    if (report.kind !== claim.kind) continue
    const alike = ownWords ? toLikeness(ownWords, countWords(report.proposition)) : 0
    const links = claim.reports.map((other) => compareReports(report, other))
    const score = Math.max(
      alike >= leastAlike ? 1 + alike : 0,
      ...links.map((link) => (link?.relation === 'same' ? link.score : 0)),
    )
    if (score > most) [best, most] = [report, score]
  }
  return best
}

function isOther(before: Report | null, after: Report | null): boolean {
  if (before === null || after === null) return before !== after
  return (
    !isSameButForStyle(before.proposition, after.proposition) ||
    before.modality !== after.modality ||
    before.stance !== after.stance ||
    !isSameButForStyle(before.source ?? '', after.source ?? '')
  )
}

/** The words; where these are the same, with what else differs: “the light had failed (Roake, denied)”. */
function describe(before: Report | null, after: Report | null): [string | null, string | null] {
  const isSame = before && after && isSameButForStyle(before.proposition, after.proposition)
  const tell = (report: Report | null) => {
    if (report === null) return null
    const isDoubt = report.stance === 'doubts' ? 'doubted' : null
    const more = [report.source, isDoubt ?? report.modality].filter((part) => part !== null).join(', ')
    return isSame && more !== '' ? `${report.proposition} (${more})` : report.proposition
  }
  return [tell(before), tell(after)]
}
