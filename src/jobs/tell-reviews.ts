import { findTextsOf } from '../ledger/find-articles-of-texts.ts'
import { findLetters } from '../ledger/find-letters.ts'
import { findReportsOf } from '../ledger/find-reports-of.ts'
import { findReviews } from '../ledger/find-reviews.ts'
import { getArticle } from '../ledger/get-article.ts'
import { getClaim } from '../ledger/get-claim.ts'
import { getMachineReading } from '../ledger/get-machine-reading.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { toTextId } from '../ledger/to-text-id.ts'
import type { Claim } from '../records/claim.ts'
import type { Letter, LoggedAct, ReportAnchor, ReviewAct } from '../records/review.ts'
import { isClaimAct, isPairAct } from '../records/review.ts'
import type { ArticleReview, ClaimReview } from '../records/review-request.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'
import { findReport } from '../review/find-report.ts'
import { reviewReading } from './review-reading.ts'

/**
 * What was said of the words of an article.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several articles begin so.
 */
export async function tellArticleReview(ledger: Ledger, id: string): Promise<ArticleReview> {
  const { article } = await getArticle(ledger, id)
  const standing = await findStanding(ledger, [toTextId(article.text)])
  const machine = await getMachineReading(ledger.db, article.id)
  const reviewed = machine && (await reviewReading(ledger.db, article.text, machine))
  return {
    acts: standing.filter(({ act }) => 'target' in act || 'texts' in act),
    marks: reviewed?.marks ?? [],
    missed: reviewed?.missed ?? [],
  }
}

/**
 * What was said of a claim, by whatever id it had.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several claims begin so.
 */
export async function tellClaimReview(ledger: Ledger, id: string): Promise<ClaimReview> {
  const claim = await getClaim(ledger, id)
  const ids = [...new Set(claim.reports.map(({ articleId }) => articleId))]
  const textOf = await findTextsOf(ledger.db, ids)
  const texts = new Set(textOf.values())
  const reports = await findReportsOf(ledger.db, ids)
  const own = new Set(claim.reports.map((report) => report.id))
  // Words may be those of several claims’ reports: the likeliest of all is meant.
  const isOwn = (anchor: ReportAnchor) => {
    const ofText = reports.filter(({ articleId }) => textOf.get(articleId) === anchor.textId)
    return own.has(findReport(anchor, ofText)?.id ?? '')
  }
  const isAbout = (act: ReviewAct) =>
    isClaimAct(act)
      ? act.reports.some(isOwn)
      : isPairAct(act)
        ? [...act.these, ...act.those].some(isOwn)
        : 'texts' in act && act.texts.every((text) => texts.has(text))
  const standing = await findStanding(ledger, [...texts])
  return { acts: standing.filter(({ act }) => isAbout(act)), letters: await findLettersOf(ledger, claim) }
}

/** The acts that hold on these texts, the earliest first. */
async function findStanding(ledger: Ledger, textIds: readonly string[]): Promise<LoggedAct[]> {
  const found: LoggedAct[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof findReviews>> = await findReviews(ledger, {
      textIds,
      cursor,
      limit: 500,
    })
    found.push(...page.acts)
    cursor = page.nextCursor
  } while (cursor !== null)
  return found.reverse().filter(({ act, undoneBy }) => undoneBy === null && act.kind !== 'undo')
}

/** The letters of those who print a claim or whom it rests on. */
async function findLettersOf(ledger: Ledger, claim: Claim): Promise<ClaimReview['letters'][number][]> {
  const names = new Map(
    [...claim.outlets, ...claim.provenance.origins.flatMap(({ name }) => name ?? [])].map((name) => [
      toOutletKey(name),
      name,
    ]),
  )
  const letters = new Map<string, { name: string; letter: Letter | null; by: string; at: string }>()
  for (const given of await findLetters(ledger.db)) {
    const name = names.get(toOutletKey(given.name))
    if (name !== undefined) letters.set(name, { ...given, name })
  }
  return [...letters.values()].flatMap(({ letter, ...more }) => (letter === null ? [] : { ...more, letter }))
}
