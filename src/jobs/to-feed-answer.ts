import { planFeedVisit } from '../collect/plan-visit.ts'
import { toAddressKey } from '../collect/to-address-key.ts'
import { toCanonicalAddress } from '../collect/to-canonical-address.ts'
import { contentAddress } from '../ledger/content-address.ts'
import type { DueFeed } from '../ledger/find-due-feeds.ts'
import type { FeedAnswer, NamedPage } from '../ledger/store-feed-answer.ts'
import type { ParsedFeed } from '../records/feed.ts'
import type { AskedFeed } from './ask-feed.ts'
import { toNamedPages } from './to-named-pages.ts'

/** After so many 404s in a row, over three weeks of them, a feed is taken for gone, as it is after one 410. */
const mostMissing = 8

/**
 * What to keep of an answer of a feed, and when it is asked next. `knownIds` are pages that it has named before, so
 * that what is new can be counted.
 */
export function toFeedAnswer(
  feed: DueFeed,
  asked: AskedFeed,
  now: Date,
  knownIds: ReadonlySet<string>,
): FeedAnswer {
  const pages = asked.kind === 'parsed' ? toNamedPages(feed, asked.parsed, now) : []
  const isFailed = asked.kind === 'failed'
  const failures = isFailed ? feed.failureCount + 1 : 0
  const refusal = isFailed && asked.outcome.kind === 'failed' ? asked.outcome : null
  const isGone = refusal?.status === 410 || (refusal?.status === 404 && failures >= mostMissing)
  const plan = planFeedVisit({
    address: feed.address,
    visitedAt: now,
    intervalSeconds: feed.lastSuccessAt === null ? null : feed.intervalSeconds,
    sinceLastSeconds:
      feed.lastSuccessAt === null ? null : (now.getTime() - Date.parse(feed.lastSuccessAt)) / 1000,
    newEntries: pages.filter(({ id }) => !knownIds.has(id)).length,
    entryDates: asked.kind === 'parsed' ? datesOf(asked.parsed) : [],
    failures,
    isLasting: refusal?.isLasting ?? false,
    askAgainAfterSeconds: asked.kind === 'parsed' ? asked.parsed.askAgainAfterSeconds : null,
    freshForSeconds: asked.outcome.kind === 'failed' ? null : asked.outcome.freshForSeconds,
    retryAfterSeconds: refusal?.retryAfterSeconds ?? null,
  })
  return {
    feedId: feed.id,
    triedAt: now.toISOString(),
    nextAt: isGone ? null : plan.nextAt,
    intervalSeconds: plan.intervalSeconds,
    state: isGone ? 'gone' : 'active',
    problem: isFailed ? asked.problem : null,
    about: asked.kind === 'parsed' ? aboutOf(feed, asked) : null,
    pages,
  }
}

const datesOf = ({ entries }: ParsedFeed) =>
  entries.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt)

function aboutOf(feed: DueFeed, { parsed, outcome }: AskedFeed & { kind: 'parsed' }): FeedAnswer['about'] {
  const { format, title, siteUrl, language } = parsed
  const { movedTo, etag, lastModified } = outcome
  return {
    address: movedTo === null ? feed.address : toCanonicalAddress(movedTo),
    format,
    title: title ?? feed.title,
    siteUrl,
    language,
    etag,
    lastModified,
  }
}

/** An hour: the pages that are watched are few, and a change is what they are watched for. */
const watchedSeconds = 3600

/** A page that is watched for edits: asking it is to have the page itself visited. */
export function toWatchedAnswer(feed: DueFeed, now: Date): FeedAnswer {
  const page: NamedPage = {
    id: contentAddress(toAddressKey(feed.address)),
    address: feed.address,
    host: new URL(feed.address).host,
    hints: null,
    content: null,
    // Each time another, so that the page is visited each time.
    updatedAt: now.toISOString(),
    nextAt: now.toISOString(),
  }
  return {
    feedId: feed.id,
    triedAt: now.toISOString(),
    nextAt: new Date(now.getTime() + watchedSeconds * 1000).toISOString(),
    intervalSeconds: watchedSeconds,
    state: 'active',
    problem: null,
    about: null,
    pages: [page],
  }
}
