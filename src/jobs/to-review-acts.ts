import { contentAddress } from '../ledger/content-address.ts'
import { findArticleCopies } from '../ledger/find-article-copies.ts'
import { findCurrentReadings } from '../ledger/find-page-changes.ts'
import { getArticle } from '../ledger/get-article.ts'
import { getClaim } from '../ledger/get-claim.ts'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import { findArticleRecords } from '../ledger/get-weighing.ts'
import type { ReviewPlace } from '../ledger/insert-review-act.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { toCanonicalJson } from '../ledger/to-canonical-json.ts'
import { toTextId } from '../ledger/to-text-id.ts'
import { type Article, parseArticle } from '../records/article.ts'
import type { Claim, Report } from '../records/claim.ts'
import { HearsayError } from '../records/error.ts'
import { parseReading } from '../records/reading.ts'
import type { PartAnchor, ReportAnchor, ReviewAct, Said } from '../records/review.ts'
import type { ReviewRequest } from '../records/review-request.ts'
import type { Span } from '../records/span.ts'
import { toPartAnchor } from '../review/to-part-anchor.ts'
import { toReportAnchor } from '../review/to-report-anchor.ts'

/** An act that is to be written, and where it was given. */
export interface PlacedAct {
  readonly act: ReviewAct
  readonly place: ReviewPlace
}

type Given = Pick<ReviewAct, 'at' | 'by' | 'reason'>
/** An act without what tells it from others. */
type Unnamed<Act = ReviewAct> = Act extends ReviewAct ? Omit<Act, 'id' | 'at' | 'by' | 'reason'> : never

/** Most reports that one act names: it is kept with all their words. */
const mostReports = 200

/**
 * Turns what was asked for, in terms of today’s reading and claims, into acts in terms of words.
 *
 * @throws {HearsayError} `out-of-date` where today’s reading has something else there; `not-found`, `ambiguous-id`,
 * `invalid-request`.
 */
export async function toReviewActs(
  one: Ledger,
  request: ReviewRequest,
  given: Given,
): Promise<readonly PlacedAct[]> {
  const name = (act: Unnamed, place: ReviewPlace): PlacedAct => {
    const whole = { ...given, ...act }
    return { act: { id: contentAddress(toCanonicalJson(whole)), ...whole } as ReviewAct, place }
  }
  switch (request.kind) {
    case 'accept':
    case 'reject':
    case 'correct': {
      const { target, place } = await findTarget(one, request)
      if (request.kind !== 'correct') return [name({ kind: request.kind, target }, place)]
      const { article } = await getArticle(one, request.article)
      checkSaid(request.said, target.part, article.text)
      return [name({ kind: 'correct', target, said: request.said }, place)]
    }
    case 'add': {
      const { article } = await getArticle(one, request.article)
      const target = toNewAnchor(article.text, request.said)
      checkSaid(request.said, target.part, article.text)
      return [name({ kind: 'add', target, said: request.said }, placeOf(article))]
    }
    case 'accept-copy':
    case 'reject-copy': {
      const [of, by] = [await getArticle(one, request.of), await getArticle(one, request.by)]
      const copies = await findArticleCopies(one, by.article.id)
      if (!copies.some((copy) => [copy.of, copy.by].includes(of.article.id)))
        throw new HearsayError('out-of-date', 'Neither of the two articles is found to copy the other.')
      const texts = [toTextId(of.article.text), toTextId(by.article.text)] as const
      return [name({ kind: request.kind, texts }, placeOf(by.article))]
    }
    case 'merge': {
      const [claim, other] = [await getClaim(one, request.claim), await getClaim(one, request.with)]
      if (claim.id === other.id)
        throw new HearsayError('invalid-request', 'A claim is not made one with itself: name another.')
      if (claim.kind !== other.kind)
        throw new HearsayError('invalid-request', 'A statement and an event are not one claim.')
      const [these, those] = [await toAnchors(one, claim.reports), await toAnchors(one, other.reports)]
      return [name({ kind: 'merge', these, those }, placeOfClaim(claim))]
    }
    case 'split': {
      const claim = await getClaim(one, request.claim)
      const asked = new Set(request.reports)
      const [off, rest] = [
        claim.reports.filter(({ id }) => asked.has(id)),
        claim.reports.filter(({ id }) => !asked.has(id)),
      ]
      if (off.length < asked.size)
        throw new HearsayError('out-of-date', 'The claim has other reports by now. Load the page again.')
      if (rest.length === 0)
        throw new HearsayError('invalid-request', 'A claim keeps a report: name those to be split off.')
      const [these, those] = [await toAnchors(one, off), await toAnchors(one, rest)]
      return [name({ kind: 'split', these, those }, placeOfClaim(claim))]
    }
    case 'accept-claim':
    case 'reject-claim': {
      const claim = await getClaim(one, request.claim)
      const kind = request.kind === 'accept-claim' ? 'accept' : 'reject'
      const targets = await findPartsOf(one, claim.reports)
      return targets.map(({ target, articleId }) =>
        name({ kind, target }, { ...placeOfClaim(claim), articleId }),
      )
    }
    case 'grade-claim':
    case 'note': {
      const claim = await getClaim(one, request.claim)
      const reports = await toAnchors(one, claim.reports.slice(0, mostReports))
      const act =
        request.kind === 'note'
          ? ({ kind: 'note', reports, words: request.words } as const)
          : ({ kind: 'grade-claim', reports, grade: request.grade } as const)
      return [name(act, placeOfClaim(claim))]
    }
    case 'grade-origin': {
      const { kind, name: called, letter } = request
      return [name({ kind, name: called, letter }, { articleId: null, claimId: null, title: called })]
    }
    case 'undo': {
      const act = await getFullId(one, request.act, idPlaces.review)
      return [name({ kind: 'undo', act }, { articleId: null, claimId: null, title: null })]
    }
  }
}

const placeOf = ({ id, title }: Article): ReviewPlace => ({ articleId: id, claimId: null, title })
const placeOfClaim = ({ id, proposition }: Claim): ReviewPlace => ({
  articleId: null,
  claimId: id,
  title: proposition,
})

async function findTarget(
  one: Ledger,
  { article: id, part, index, span }: Extract<ReviewRequest, { index: number }>,
): Promise<{ target: PartAnchor; place: ReviewPlace }> {
  const { article, reading } = await getArticle(one, id)
  const target = reading && toPartAnchor(toTextId(article.text), article.text, reading, part, index)
  if (!target || target.head.start !== span.start || target.head.end !== span.end)
    throw new HearsayError(
      'out-of-date',
      `Today’s reading of this article has no such ${part}. Load the page again.`,
    )
  return { target, place: placeOf(article) }
}

/** The statements and events behind reports, in the current readings. */
async function findPartsOf(
  one: Ledger,
  reports: readonly Report[],
): Promise<{ target: PartAnchor; articleId: string }[]> {
  checkNumber(reports)
  const readings = await findCurrentReadings(
    one,
    reports.map(({ articleId }) => articleId),
  )
  return reports.flatMap(({ articleId, kind, ordinal }) => {
    const found = readings.get(articleId)
    if (!found || found.reading === null) return []
    const { text } = parseArticle(found.record)
    const target = toPartAnchor(toTextId(text), text, parseReading(found.reading), kind, ordinal)
    return target ? { target, articleId } : []
  })
}

async function toAnchors(one: Ledger, reports: readonly Report[]): Promise<ReportAnchor[]> {
  checkNumber(reports)
  const ids = [...new Set(reports.map(({ articleId }) => articleId))]
  const texts = new Map((await findArticleRecords(one.db, ids)).map(({ id, text }) => [id, text]))
  return reports.map((report) => {
    const text = texts.get(report.articleId) ?? ''
    return toReportAnchor(toTextId(text), text, report)
  })
}

function checkNumber({ length }: readonly Report[]): void {
  if (length > mostReports)
    throw new HearsayError(
      'invalid-request',
      `The claim has ${length} reports, and a review names ${mostReports} at most: split some off first.`,
    )
}

/** Where a part that the machine missed stands. */
function toNewAnchor(text: string, { mention, statement, event }: Said): PartAnchor {
  const found = mention
    ? { part: 'mention' as const, head: mention.span, span: mention.span, type: mention.type ?? null }
    : statement
      ? {
          part: 'statement' as const,
          head: statement.cue,
          span: statement.content ?? statement.cue,
          type: null,
        }
      : {
          part: 'event' as const,
          head: event?.trigger ?? event?.evidence,
          span: event?.evidence ?? event?.trigger,
          type: event?.type ?? null,
        }
  const { head, span } = found
  if (!head || !span || (found.part === 'event' && found.type === null))
    throw new HearsayError(
      'invalid-request',
      'What is added needs its words: the span of a mention, the cue of a statement, the evidence and the type of an event.',
    )
  return {
    ...found,
    textId: toTextId(text),
    head,
    span,
    words: text.slice(span.start, span.end),
    actor: statement?.source ?? event?.actor ?? null,
    recipient: event?.recipient ?? null,
  }
}

function checkSaid(said: Said, part: PartAnchor['part'], text: string): void {
  const others = (['mention', 'statement', 'event'] as const).filter((each) => said[each] !== undefined)
  if (others.length !== 1 || others[0] !== part)
    throw new HearsayError('invalid-request', `Say what the ${part} should be, and nothing of another part.`)
  const spans = Object.values(said[part] ?? {}).filter(
    (value): value is Span => typeof value === 'object' && value !== null && 'end' in value,
  )
  if (spans.some(({ start, end }) => start >= end || end > text.length))
    throw new HearsayError(
      'invalid-request',
      'A span holds a unit of the article’s text at least, and none beyond it.',
    )
  const { from = null, to = null } = said.event?.when ?? {}
  if (said.event?.when && ((from === null && to === null) || (from !== null && to !== null && from > to)))
    throw new HearsayError(
      'invalid-request',
      'An event has a first or a last day, and the first is not after the last; null where nothing tells.',
    )
}
