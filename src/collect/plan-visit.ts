import { toJitter } from './to-jitter.ts'

/** Planning is arithmetic: no clock, no network, the same answer for the same history. */
const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** No newsroom publishes so fast that five minutes matter, and no server minds being asked twelve times an hour. */
const leastFeedSeconds = 5 * minute
/** A feed that is silent for a year is still seen within a day of speaking again. */
const mostFeedSeconds = day
/** Before anything is known of a feed: between a wire and a weekly. */
const firstFeedSeconds = 30 * minute
/** What a feed may be made to wait for by its own wish (`ttl`, `max-age`): its publisher may have forgotten it. */
const mostAskedSeconds = day
/** What a host may be made to wait for by `Retry-After`: a week of maintenance, no more. */
const mostRetrySeconds = 7 * day
/** Missing once is a restart, so it is soon tried again; doubled each time. */
const firstBackOffSeconds = 10 * minute
/** 401, 403, 404, 410, 451, robots.txt: what has gone seldom comes back within the hour. */
const firstLastingSeconds = 6 * hour
const mostLastingSeconds = 7 * day
/** A tenth: a thousand feeds of one interval come due over a fifth of it, and nobody notices the difference. */
const jitterShare = 0.1

/** What is known of a feed after a visit. */
export interface FeedHistory {
  /** Of the feed; spreads visits. */
  readonly address: string
  /** When the visit was. */
  readonly visitedAt: Date
  /** The interval that was planned before this visit, as `planFeedVisit` gave it; null at the first visit. */
  readonly intervalSeconds: number | null
  /** Since the last visit that succeeded; null at the first. */
  readonly sinceLastSeconds: number | null
  /** Entries that were not there at the last visit. */
  readonly newEntries: number
  /**
   * When the entries of the answer were published, ISO 8601, in any order; what is no date is left out of account, and
   * so is what lies in the future. Used at the first visit alone.
   */
  readonly entryDates: readonly (string | null)[]
  /** Visits in a row that failed, this one included; 0 when it succeeded. */
  readonly failures: number
  /** Whether the failure is a lasting one (`FetchOutcome.isLasting`). */
  readonly isLasting: boolean
  /** What the publisher asks for: `ParsedFeed.askAgainAfterSeconds`, `freshForSeconds`, `retryAfterSeconds`. */
  readonly askAgainAfterSeconds: number | null
  readonly freshForSeconds: number | null
  readonly retryAfterSeconds: number | null
}

export interface FeedPlan {
  /** How often the feed is worth a visit; to be kept, and handed in at the next. From 5 minutes to a day. */
  readonly intervalSeconds: number
  /** ISO 8601 in UTC. */
  readonly nextAt: string
}

/**
 * Plans the next visit to a feed, aiming at about one new entry a visit.
 *
 * A visit that brought n new entries in t seconds says that one comes every t / n: the interval moves half the way
 * there (by factors). One that brought nothing makes it half as long again. So a feed that publishes hourly is asked
 * about hourly, and one that wakes up is back at five minutes within a few visits. Failures leave the interval as it
 * is and wait longer each time.
 */
export function planFeedVisit(history: FeedHistory): FeedPlan {
  const { address, visitedAt, failures, isLasting } = history
  const before = atLeastZero(history.intervalSeconds) ?? firstFeedSeconds
  const intervalSeconds = Math.round(
    between(leastFeedSeconds, failures > 0 ? before : toInterval(history, before), mostFeedSeconds),
  )
  const waitSeconds =
    failures > 0
      ? isLasting
        ? doubled(firstLastingSeconds, failures, mostLastingSeconds)
        : doubled(firstBackOffSeconds, failures, mostFeedSeconds)
      : intervalSeconds
  const spread = waitSeconds * (1 + jitterShare * toJitter(address))
  const asked = Math.max(
    atLeastZero(history.askAgainAfterSeconds) ?? 0,
    atLeastZero(history.freshForSeconds) ?? 0,
  )
  const waited = Math.max(
    failures > 0 ? spread : between(leastFeedSeconds, spread, mostFeedSeconds),
    Math.min(asked, mostAskedSeconds),
    Math.min(atLeastZero(history.retryAfterSeconds) ?? 0, mostRetrySeconds),
  )
  return { intervalSeconds, nextAt: later(visitedAt, waited) }
}

function toInterval(history: FeedHistory, before: number): number {
  const { newEntries, intervalSeconds } = history
  const sinceLast = atLeastZero(history.sinceLastSeconds)
  if (intervalSeconds === null || sinceLast === null) return toUsualGap(history) ?? before
  if (!(newEntries > 0)) return before * 1.5
  return Math.sqrt(before * Math.max(sinceLast / newEntries, 1))
}

/** The median time between the latest entries: a burst after a month of silence is still a month of silence. */
function toUsualGap({ entryDates, visitedAt }: FeedHistory): number | null {
  const now = visitedAt.getTime()
  const times = entryDates
    .map((date) => (date === null ? Number.NaN : Date.parse(date)))
    // The oldest feed is of 1999; and clocks of servers run ahead.
    .filter((time) => time > Date.UTC(1999, 0) && time <= now)
    .sort((a, b) => b - a)
    .slice(0, 20)
  const gaps = times.slice(1).map((time, i) => ((times[i] ?? time) - time) / 1000)
  // Silence until today counts as a gap that is not over yet.
  const [latest] = times
  if (latest === undefined || gaps.length < 2) return null
  const sorted = gaps.sort((a, b) => a - b)
  const median = sorted[sorted.length >> 1] ?? 0
  return Math.max(median, (now - latest) / 1000 / 4)
}

/** What is known of a page after a visit. */
export interface PageHistory {
  readonly address: string
  readonly visitedAt: Date
  /** When it was first seen, ISO 8601. */
  readonly firstSeenAt: string
  /** When it says it was published, ISO 8601; null when it does not, and not believed when it is no date before then. */
  readonly publishedAt: string | null
  /** Whether its words differ from what they were at the last visit. */
  readonly hasChanged: boolean
  readonly failures: number
  readonly isLasting: boolean
  readonly retryAfterSeconds: number | null
}

/**
 * Ages at which a page is read again: most corrections come within hours, the silent ones within days; after a month
 * an article is an archive.
 */
export const pageReadingAges: readonly number[] = [hour, 6 * hour, day, 3 * day, 7 * day, 30 * day]

/** A page that changed may be changing: it is seen again when it is a third older, an hour later at the soonest. */
const changedShare = 1 / 3
/** A milestone that a visit just missed is worth no second visit: a quarter of its age has to lie between. */
const milestoneShare = 1 / 4

/**
 * Plans when a page is read again, at the ages of `pageReadingAges`, sooner while it changes; null when it is too old
 * to be read again.
 */
export function planPageVisit(history: PageHistory): { readonly nextAt: string | null } {
  const { address, visitedAt, hasChanged, failures, isLasting } = history
  const now = visitedAt.getTime() / 1000
  const age = Math.max(0, now - toBirth(history))
  // What has just been seen to change, or could not be seen, is not done with because a visit was here.
  const isFailing = failures > 0 && !isLasting
  const isChanging = failures === 0 && hasChanged
  const due = toNextAge(age, isFailing || isChanging ? 0 : milestoneShare)
  if (due === null) return { nextAt: null }
  let wait = Math.max(due - age, firstBackOffSeconds)
  if (isFailing) wait = Math.min(wait, doubled(firstBackOffSeconds, failures, day))
  else if (isChanging) wait = Math.min(wait, Math.max(hour, age * changedShare))
  // Later alone: a visit shall not come before the age that it is for.
  const spread = wait * (1 + (jitterShare / 2) * (1 + toJitter(address)))
  const asked = Math.min(atLeastZero(history.retryAfterSeconds) ?? 0, mostRetrySeconds)
  return { nextAt: later(visitedAt, Math.max(spread, asked)) }
}

/** When the page came to be, in seconds since 1970. */
function toBirth({ publishedAt, firstSeenAt, visitedAt }: PageHistory): number {
  const now = visitedAt.getTime()
  const seen = Math.min(orElse(Date.parse(firstSeenAt), now), now)
  // A date after the day it was seen is a wrong clock or a page about the future.
  if (publishedAt === null) return seen / 1000
  const time = Date.parse(publishedAt)
  // A clock that was never set says 1970; no page is older than the web.
  if (time < Date.UTC(1991, 7)) return seen / 1000
  // A day without a time may have been its last minute.
  const spanMs = /^\d{4}-\d{2}-\d{2}$/.test(publishedAt) ? (day - 1) * 1000 : 0
  return Math.min(orElse(time, seen) + spanMs, seen) / 1000
}

function toNextAge(age: number, share: number): number | null {
  return pageReadingAges.find((due) => due > age && due - age >= due * share) ?? null
}

const orElse = (value: number, other: number): number => (Number.isFinite(value) ? value : other)

const atLeastZero = (seconds: number | null): number | null =>
  seconds === null || !(seconds >= 0) ? null : seconds

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)

const doubled = (first: number, times: number, most: number): number =>
  Math.min(first * 2 ** Math.min(Math.max(times, 1) - 1, 20), most)

const later = (time: Date, seconds: number): string =>
  new Date(time.getTime() + Math.round(seconds) * 1000).toISOString()
