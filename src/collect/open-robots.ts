import type { RobotsRecord } from '../records/host-record.ts'
import { FetchFailure, stopped } from './explain-failure.ts'
import { matchRobots } from './match-robots.ts'
import type { HostBook } from './open-host-book.ts'
import { parseRobots, type RobotsRules } from './parse-robots.ts'
import { mostRobotsBytes } from './parse-robots-lines.ts'
import type { AskHost, HostAnswer } from './to-ask-host.ts'
import { toFreshSeconds } from './to-fresh-seconds.ts'

/** What robots.txt files call us (RFC 9309, section 2.2.1). */
export const productToken = 'Hearsay'

/** RFC 9309, section 2.3.1.2: at least five are followed, to other hosts too. */
const mostRedirects = 5
/** RFC 9309, section 2.4: not used for longer, unless the file cannot be had. */
const mostFreshSeconds = 86_400
/** `Cache-Control: max-age=0` on every file of a site would have us ask before each page. */
const leastFreshSeconds = 3600
/** Before a file that cannot be had is asked for again; doubled each time, to six hours. */
const firstRetrySeconds = 300
const mostRetrySeconds = 21_600
/** RFC 9309, section 2.3.1.4: a file that was not to be had for 30 days may count as none. */
const longGoneMs = 30 * 86_400_000
/** A file of some kilobytes; who takes longer has it asked for again later. */
const robotsTimeoutMs = 10_000
/** Who asks for more than a minute between pages mostly means milliseconds; and more would be no visit at all. */
const mostCrawlDelaySeconds = 60

/** The robots.txt files of hosts, each asked for once a day. */
export interface Robots {
  /**
   * Refuses an address that the robots.txt of its host forbids, and gives the pause that it asks for between pages.
   *
   * @throws {FetchFailure} when it forbids the address, or cannot be had and never was.
   */
  readonly check: (url: URL, signal: AbortSignal) => Promise<{ readonly crawlDelayMs: number }>
  /** The text that holds for an address; null when it cannot be had. */
  readonly read: (url: URL, signal: AbortSignal) => Promise<string | null>
}

export interface RobotsOptions {
  readonly askHost: AskHost
  readonly book: HostBook
  readonly timeoutMs: number
  readonly now: () => Date
  /** Ends whatever is under way; a file is asked for on behalf of all who wait for it. */
  readonly closing: AbortSignal
}

export function openRobots({ askHost, book, timeoutMs, now, closing }: RobotsOptions): Robots {
  const underWay = new Map<string, Promise<RobotsRecord>>()
  const parsed = new WeakMap<RobotsRecord, RobotsRules>()

  return {
    async check(url, signal) {
      const record = await know(url, signal)
      if (record.text === null && !isLongGone(record, now())) throw explainMissing(url, record, now())
      let rules = parsed.get(record)
      if (rules === undefined) {
        rules = parseRobots(record.text ?? '', productToken)
        parsed.set(record, rules)
      }
      const rule = matchRobots(rules, url.href)
      if (rule !== null && !rule.isAllow) throw explainRule(url, rule.line, rule.pattern)
      return { crawlDelayMs: Math.min(rules.crawlDelaySeconds ?? 0, mostCrawlDelaySeconds) * 1000 }
    },
    async read(url, signal) {
      return (await know(url, signal)).text
    },
  }

  /** What is known of the file, asked for when that is too old; requests that come meanwhile wait for the same answer. */
  async function know(url: URL, signal: AbortSignal): Promise<RobotsRecord> {
    const known = (await book.get(url.host)).robots[schemeOf(url)]
    if (known !== null && isGood(known, now())) return known
    const asking = underWay.get(url.origin) ?? renew(url, known)
    underWay.set(url.origin, asking)
    const forget = () => {
      if (underWay.get(url.origin) === asking) underWay.delete(url.origin)
    }
    asking.then(forget, forget)
    return orAborted(asking, signal)
  }

  async function renew(url: URL, known: RobotsRecord | null): Promise<RobotsRecord> {
    const found = await ask(url)
    const record = 'text' in found ? toRecord(found.text, found.freshSeconds) : toFailed(known, found)
    const { robots } = await book.get(url.host)
    await book.change(url.host, { robots: { ...robots, [schemeOf(url)]: record } })
    // Without any rules and without an answer, what went wrong says more than that there are no rules.
    if ('failure' in found && found.failure !== null && record.text === null) throw found.failure
    return record
  }

  function toRecord(text: string, freshSeconds: number): RobotsRecord {
    const checkedAt = now()
    return {
      // Databases take no NUL in a text, and no rule has one.
      text: text.replaceAll('\0', ''),
      checkedAt: checkedAt.toISOString(),
      askAgainAt: later(checkedAt, freshSeconds),
      unreachableSince: null,
      fault: null,
      failures: 0,
    }
  }

  function toFailed(known: RobotsRecord | null, { fault }: Unreachable): RobotsRecord {
    const checkedAt = now()
    const failures = (known?.failures ?? 0) + 1
    const waitSeconds = Math.min(firstRetrySeconds * 2 ** Math.min(failures - 1, 10), mostRetrySeconds)
    return {
      // The last rules that were had go on holding.
      text: known?.text ?? null,
      checkedAt: checkedAt.toISOString(),
      askAgainAt: later(checkedAt, waitSeconds),
      unreachableSince: known?.unreachableSince ?? checkedAt.toISOString(),
      fault,
      failures,
    }
  }

  async function ask(
    start: URL,
  ): Promise<{ readonly text: string; readonly freshSeconds: number } | Unreachable> {
    const none = { text: '', freshSeconds: mostFreshSeconds }
    const limitMs = Math.min(timeoutMs, robotsTimeoutMs)
    let url = new URL('/robots.txt', start.origin)
    for (let hops = 0; hops <= mostRedirects; hops++) {
      let answer: HostAnswer
      try {
        answer = await askHost(url, {
          // A small file once a day is no visit, and whoever gives one address shall not wait for two.
          pauseMs: null,
          timeoutMs: limitMs,
          limitMs,
          signal: closing,
          maxSizeBytes: mostRobotsBytes,
          isCut: true,
          headers: { accept: 'text/plain,*/*;q=0.5' },
          check: () => undefined,
        })
      } catch (error) {
        // That we were stopped, may not ask yet or may not go there at all says nothing about the file.
        if (!(error instanceof FetchFailure) || closing.aborted || error.problem.code === 'fetch-postponed')
          throw error
        if (error.isLasting && hops === 0) throw error
        return { fault: error.problem.message, failure: hops === 0 && error.isSilence ? error : null }
      }
      const { status, headers, bytes } = answer
      if (status >= 200 && status <= 299) {
        const freshSeconds = toFreshSeconds(headers, now()) ?? mostFreshSeconds
        return {
          text: new TextDecoder().decode(bytes),
          freshSeconds: Math.min(Math.max(freshSeconds, leastFreshSeconds), mostFreshSeconds),
        }
      }
      if (status >= 300 && status <= 399) {
        const { location } = headers
        if (location === undefined || !URL.canParse(location, url.href)) return none
        url = new URL(location, url.href)
        if (!/^https?:$/.test(url.protocol)) return none
        continue
      }
      // 429 asks to be left alone, and leaving alone is what the file is about; every other 4xx means: no rules.
      if (status !== 429 && status < 500) return none
      return { fault: `${url.host} answered with HTTP status ${status}.`, failure: null }
    }
    return none
  }
}

interface Unreachable {
  readonly fault: string
  /** What the host would have failed with for any address; null when it did answer. */
  readonly failure: FetchFailure | null
}

/** Waits no longer than the signal does. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(stopped())
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}

const schemeOf = ({ protocol }: URL): 'http' | 'https' => (protocol === 'https:' ? 'https' : 'http')

const later = (time: Date, seconds: number): string => new Date(time.getTime() + seconds * 1000).toISOString()

/** A record from the future is one of a clock that was put right since. */
function isGood({ checkedAt, askAgainAt }: RobotsRecord, now: Date): boolean {
  return Date.parse(checkedAt) <= now.getTime() && now.getTime() < Date.parse(askAgainAt)
}

const isLongGone = ({ unreachableSince }: RobotsRecord, now: Date): boolean =>
  unreachableSince !== null && now.getTime() - Date.parse(unreachableSince) > longGoneMs

const saveIt = 'Save the page from your browser and give the file'

function explainMissing(url: URL, { fault, askAgainAt }: RobotsRecord, now: Date): FetchFailure {
  return new FetchFailure(
    {
      code: 'robots-refused',
      message: `The robots.txt of ${url.host} cannot be had, so nothing is fetched there for now: ${fault ?? 'no answer.'}`,
      advice: `Try again later. ${saveIt}, or fetch without asking for robots.txt (--ignore-robots).`,
    },
    { retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(askAgainAt) - now.getTime()) / 1000)) },
  )
}

function explainRule(url: URL, line: number, pattern: string): FetchFailure {
  return new FetchFailure(
    {
      code: 'robots-refused',
      message: `The robots.txt of ${url.host} forbids this address (line ${line}, “Disallow: ${pattern.slice(0, 100)}”).`,
      advice: `${saveIt}, or, if you have leave to, fetch without asking for robots.txt (--ignore-robots).`,
    },
    { isLasting: true },
  )
}
