import type { Fetcher } from '../collect/fetcher.ts'
import { planPageVisit } from '../collect/plan-visit.ts'
import { type DueFeed, findDueFeeds } from '../ledger/find-due-feeds.ts'
import { type DueVisit, findDueVisits, getFeedContent } from '../ledger/find-due-visits.ts'
import { findNamedIds } from '../ledger/find-named-ids.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { storeFeedAnswer } from '../ledger/store-feed-answer.ts'
import { type PaidVisit, storeVisit } from '../ledger/store-visit.ts'
import type { Document } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import type { IngestOutcome } from '../records/ingest-outcome.ts'
import type { Problem } from '../records/problem.ts'
import type { RoundStep } from '../records/round-step.ts'
import { type AskedFeed, askFeed } from './ask-feed.ts'
import { describeFault } from './describe-fault.ts'
import { type FetchedVisit, fetchVisits } from './fetch-visits.ts'
import { type IngestOptions, ingest } from './ingest.ts'
import { notePageUnchanged } from './note-page-unchanged.ts'
import { openChannel } from './open-channel.ts'
import type { Readers } from './readers.ts'
import { toDocumentOfFeed } from './to-document-of-feed.ts'
import { toFeedAnswer, toWatchedAnswer } from './to-feed-answer.ts'

export interface RoundOptions
  extends Pick<IngestOptions, 'onFault' | 'onBulletin' | 'onWeighing' | 'weigher'> {
  /** These feeds, whether their time has come or not, and those of their pages whose time has; null for all that is due. */
  readonly feedIds?: readonly string[] | null
  readonly signal: AbortSignal
  /**
   * After so many seconds no further page is begun, so that the next round can ask the feeds; without end when absent. One
   * host with a thousand new pages takes a quarter of an hour, and a feed of a wire is to be asked every five minutes.
   */
  readonly mostSeconds?: number
  readonly now?: () => Date
}

/** Feeds are small, and the fetcher asks 16 hosts at a time anyhow. */
const feedsAtOnce = 32

/** So many pages are planned at a time: some MB. The rest comes in the next turn of the same round. */
const mostVisits = 20_000

/**
 * One round of collecting: asks the feeds whose time has come, then fetches and reads the pages whose time has come, and
 * says each step as it is done.
 *
 * Each answer is kept with the pages that it names, and each page with its article, before the step is said; so a round
 * that is stopped or killed goes on where it was, and fetches at most the pages again that were on their way.
 */
export async function* collectRound(
  ledger: Ledger,
  readers: Readers,
  fetcher: Fetcher,
  options: RoundOptions,
): AsyncGenerator<RoundStep> {
  const { signal, feedIds = null, now = () => new Date(), mostSeconds = Number.POSITIVE_INFINITY } = options
  const startedAtMs = performance.now()
  const isOver = () => performance.now() - startedAtMs > mostSeconds * 1000
  const feeds = await findDueFeeds(ledger, now().toISOString(), feedIds)
  yield* askFeeds(feeds, ledger, fetcher, { ...options, now })
  const done = new Set<string>()
  while (!signal.aborted && !isOver()) {
    const due = await findDueVisits(ledger, now().toISOString(), mostVisits, feedIds)
    // A page that failed may be due at once again: it has had its turn in this round.
    const visits = due.filter(({ id }) => !done.has(id))
    if (visits.length === 0) return
    for (const { id } of visits) done.add(id)
    yield* visitPages(visits, ledger, readers, fetcher, { ...options, now, isOver })
  }
}

interface Clocked extends Pick<RoundOptions, 'onFault'> {
  readonly signal: AbortSignal
  readonly now: () => Date
}

async function* askFeeds(
  feeds: readonly DueFeed[],
  ledger: Ledger,
  fetcher: Fetcher,
  clocked: Clocked,
): AsyncGenerator<RoundStep> {
  const { signal } = clocked
  const channel = openChannel<RoundStep>(feedsAtOnce)
  const waiting = [...feeds]
  async function ask(): Promise<void> {
    for (let feed = waiting.shift(); feed !== undefined && !signal.aborted; feed = waiting.shift()) {
      const step = await askOne(feed, ledger, fetcher, clocked)
      if (step === null || !(await channel.put(step))) return
    }
  }
  Promise.all(Array.from({ length: Math.min(feedsAtOnce, feeds.length) }, ask)).then(
    () => channel.end(),
    (error: unknown) => channel.end(error),
  )
  yield* channel
}

/** Null when it was stopped. */
async function askOne(
  feed: DueFeed,
  ledger: Ledger,
  fetcher: Fetcher,
  { signal, now, onFault }: Clocked,
): Promise<RoundStep | null> {
  try {
    if (feed.kind === 'page') {
      const stored = await storeFeedAnswer(ledger, toWatchedAnswer(feed, now()))
      return { ...stepOf(feed), outcome: 'answered', entries: 1, ...stored, problem: null, remarks: [] }
    }
    const asked = await askFeed(fetcher, feed, signal)
    // What a stop cut off is no failure of the feed.
    return signal.aborted ? null : await settleFeed(feed, asked, ledger, now)
  } catch (error) {
    // A crash of ours loses one feed, not the round.
    if (error instanceof HearsayError || signal.aborted) throw error
    onFault?.(feed.address, error)
    const problem = describeFault(error)
    const outcome = {
      kind: 'failed',
      problem,
      status: null,
      retryAfterSeconds: null,
      isLasting: false,
    } as const
    return await settleFeed(feed, { kind: 'failed', outcome, problem }, ledger, now)
  }
}

const stepOf = ({ id, address, title }: DueFeed) => ({ kind: 'feed', feedId: id, address, title }) as const

async function settleFeed(
  feed: DueFeed,
  asked: AskedFeed,
  ledger: Ledger,
  now: () => Date,
): Promise<RoundStep> {
  const answer = toFeedAnswer(feed, asked, now(), await findNamedIds(ledger, feed.id))
  const stored = await storeFeedAnswer(ledger, answer)
  return {
    ...stepOf(feed),
    title: answer.about?.title ?? feed.title,
    outcome: asked.kind === 'parsed' ? 'answered' : asked.kind,
    entries: asked.kind === 'parsed' ? asked.parsed.entries.length : 0,
    ...stored,
    problem: answer.problem,
    remarks: asked.kind === 'parsed' ? asked.parsed.remarks : [],
  }
}

/** Fetches, reads and keeps pages; what was fetched waits until it is read. */
async function* visitPages(
  visits: readonly DueVisit[],
  ledger: Ledger,
  readers: Readers,
  fetcher: Fetcher,
  { signal, now, isOver, ...options }: RoundOptions & Clocked & { readonly isOver: () => boolean },
): AsyncGenerator<RoundStep> {
  const steps = openChannel<RoundStep>(64)
  const onTheirWay: FetchedVisit[] = []

  async function* documents(): AsyncGenerator<Document> {
    for await (const first of fetchVisits(visits, fetcher, signal, isOver)) {
      const fetched = await checkUnmodified(first, ledger, fetcher, { signal, now })
      if (signal.aborted) return
      const document = await takeDocument(fetched, ledger, now)
      if (document !== null) {
        onTheirWay.push(fetched)
        yield document
      } else if (!(await steps.put(await settleUnread(fetched, ledger, now)))) return
    }
  }

  async function read(): Promise<void> {
    for await (const outcome of ingest(documents(), ledger, readers, { ...options, signal })) {
      const fetched = onTheirWay.shift()
      if (fetched === undefined) throw new Error(`Nobody asked for ${outcome.where}`)
      if (!(await steps.put(await settleRead(fetched, outcome, ledger, now)))) return
    }
  }

  read().then(
    () => steps.end(),
    (error: unknown) => steps.end(error),
  )
  yield* steps
}

/** Keeps that a page answered 304; where the ledger does not know what it last gave, it is fetched whole. */
async function checkUnmodified(
  fetched: FetchedVisit,
  ledger: Ledger,
  fetcher: Fetcher,
  { signal, now }: Clocked,
): Promise<FetchedVisit> {
  const { visit, outcome } = fetched
  if (outcome.kind !== 'unmodified') return fetched
  // A page that redirects was seen where that leads.
  if ((await notePageUnchanged(ledger, outcome.url, now().toISOString())) !== null) return fetched
  const { address, hints } = visit
  const hinted = hints === null ? {} : { hints }
  return { visit, outcome: await fetcher.fetch({ url: address, accept: 'page', signal, ...hinted }) }
}

/** The page; or the text that its feed carries, where it is refused for good; null when there is neither. */
async function takeDocument(
  { visit, outcome }: FetchedVisit,
  ledger: Ledger,
  now: () => Date,
): Promise<Document | null> {
  if (outcome.kind === 'document')
    return outcome.url === visit.address
      ? outcome.document
      : { ...outcome.document, redirectedFrom: [visit.address] }
  if (outcome.kind !== 'failed' || !outcome.isLasting || visit.articleId !== null) return null
  const content = await getFeedContent(ledger, visit.id)
  if (content === null) return null
  return toDocumentOfFeed(visit.address, visit.hints, content, outcome.problem, now().toISOString())
}

/** Keeps that a page did not change, or could not be had. */
async function settleUnread(
  { visit, outcome }: FetchedVisit,
  ledger: Ledger,
  now: () => Date,
): Promise<RoundStep> {
  const at = now()
  const problem = outcome.kind === 'failed' ? outcome.problem : null
  await storeVisit(ledger, {
    ...planOf(visit, at, { problem, outcome, hasChanged: false }),
    problem,
    validators: null,
    articleId: null,
  })
  return toStep(visit, problem === null ? 'unchanged' : 'failed', {
    articleId: visit.articleId,
    title: visit.hints?.title ?? null,
    problems: problem === null ? [] : [problem],
  })
}

/** Keeps what was read in a page. */
async function settleRead(
  { visit, outcome }: FetchedVisit,
  read: IngestOutcome,
  ledger: Ledger,
  now: () => Date,
): Promise<RoundStep> {
  const at = now()
  const isFailed = read.outcome === 'failed'
  const problem = isFailed ? (read.problems[0] ?? null) : null
  const hasChanged = read.change === 'changed'
  await storeVisit(ledger, {
    ...planOf(visit, at, { problem, outcome, hasChanged }),
    problem,
    validators:
      outcome.kind === 'document' && !isFailed
        ? { etag: outcome.etag, lastModified: outcome.lastModified }
        : null,
    articleId: read.articleId,
  })
  const came = isFailed ? 'failed' : hasChanged ? 'changed' : read.change === 'new' ? 'new' : 'unchanged'
  return toStep(visit, came, {
    articleId: read.articleId,
    title: read.title ?? visit.hints?.title ?? null,
    problems: read.problems,
  })
}

function planOf(
  visit: DueVisit,
  at: Date,
  came: {
    readonly problem: Problem | null
    readonly outcome: FetchedVisit['outcome']
    readonly hasChanged: boolean
  },
): Pick<PaidVisit, 'visitId' | 'triedAt' | 'nextAt' | 'hasChanged'> {
  const { problem, outcome, hasChanged } = came
  // A page without an article stays one: it is a list, a picture, a wall.
  const isLasting = problem !== null && (outcome.kind !== 'failed' || outcome.isLasting)
  const { nextAt } = planPageVisit({
    address: visit.address,
    visitedAt: at,
    firstSeenAt: visit.firstNamedAt,
    // A page that was never had is as good as new, however old it is.
    publishedAt: visit.successCount === 0 && problem !== null ? null : (visit.hints?.publishedAt ?? null),
    hasChanged,
    failures: problem === null ? 0 : visit.failureCount + 1,
    isLasting,
    retryAfterSeconds: outcome.kind === 'failed' ? outcome.retryAfterSeconds : null,
  })
  return { visitId: visit.id, triedAt: at.toISOString(), nextAt, hasChanged }
}

const toStep = (
  { address, feedId }: DueVisit,
  outcome: (RoundStep & { kind: 'page' })['outcome'],
  more: Pick<RoundStep & { kind: 'page' }, 'articleId' | 'title' | 'problems'>,
): RoundStep => ({ kind: 'page', feedId, address, outcome, ...more })
