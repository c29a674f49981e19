import type { HostRecord } from '../records/host-record.ts'
import { type Answer, type ExchangeOptions, exchange } from './exchange.ts'
import { explainFailure, FetchFailure, refusePrivate, stopped } from './explain-failure.ts'
import { type Client, PrivateAddressError } from './open-client.ts'
import type { HostBook } from './open-host-book.ts'
import type { Turns } from './open-turns.ts'
import { toRetrySeconds } from './to-retry-seconds.ts'
import { withDeadline } from './with-deadline.ts'

/** A turn at a host that is held up for longer is given back, so that a round of visits does not wait for one host. */
const mostWaitMs = 10_000
/** A host that asks for more is asked again after a day: nobody means “in ten years”. */
const mostHoldSeconds = 86_400
/** What a host gets that wants to be left alone and does not say how long; doubled each time. */
const firstHoldSeconds = 60
const mostBackOffSeconds = 3600
/** One page that breaks the connection is no dead host; three in a row are. */
const failuresOfDeadHost = 3

export interface AskHostOptions {
  readonly client: Client
  readonly turns: Turns
  readonly book: HostBook
  readonly allowPrivate: boolean
  readonly now: () => Date
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

export interface Question
  extends Pick<ExchangeOptions, 'headers' | 'maxSizeBytes' | 'isCut' | 'check' | 'signal'> {
  /** As in `Turn`. */
  readonly pauseMs: number | null
  readonly timeoutMs: number
  /** Of the visit that it belongs to: what is said when the time is over. */
  readonly limitMs: number
}

/** An answer, with how long its host will now be left alone; null when it may be asked again. */
export interface HostAnswer extends Answer {
  readonly holdSeconds: number | null
  /** How long the exchange took, waiting for the turn left out. */
  readonly tookMs: number
}

/**
 * Asks a host one thing when it is its turn, and notes whether the host wants to be left alone.
 *
 * @throws {FetchFailure} for whatever keeps an answer from coming.
 */
export type AskHost = (url: URL, question: Question) => Promise<HostAnswer>

export function toAskHost({ client, turns, book, allowPrivate, now, sleep }: AskHostOptions): AskHost {
  return async (url, { pauseMs, timeoutMs, limitMs, signal, ...asked }) => {
    const { host } = url
    const wait = async () => {
      const leftMs = toHoldMs(await book.get(host), now())
      if (leftMs > mostWaitMs) throw new FetchFailure(explainHold(host, leftMs), toPostponed(leftMs))
      if (leftMs > 0) await sleep(leftMs, signal)
    }
    const act = async (): Promise<HostAnswer> => {
      const startedAt = performance.now()
      const hadFailed = await book.get(host)
      let isOver = false
      try {
        const answer = await withDeadline(timeoutMs, [signal], async (until) => {
          until.addEventListener('abort', () => {
            isOver = true
          })
          return exchange(url, { ...asked, client, allowPrivate, signal: until })
        })
        const holdSeconds = toHoldSeconds(answer, hadFailed.failures, now())
        await note(host, hadFailed, holdSeconds !== null, holdSeconds)
        return { ...answer, holdSeconds, tookMs: performance.now() - startedAt }
      } catch (error) {
        if (signal.aborted) throw stopped()
        if (error instanceof FetchFailure) throw error
        if (error instanceof PrivateAddressError)
          throw new FetchFailure(refusePrivate(error.host, error.address), { isLasting: true })
        const failures = hadFailed.failures + 1
        const holdSeconds =
          failures < failuresOfDeadHost ? null : toBackOffSeconds(failures - failuresOfDeadHost)
        await note(host, hadFailed, true, holdSeconds)
        throw new FetchFailure(isOver ? explainTimeout(host, limitMs) : explainFailure(error, url), {
          retryAfterSeconds: holdSeconds,
          isSilence: true,
        })
      }
    }
    try {
      return await turns.take(host, { pauseMs, wait, signal }, act)
    } catch (error) {
      throw signal.aborted ? stopped() : error
    }
  }

  async function note(host: string, had: HostRecord, hasFailed: boolean, holdSeconds: number | null) {
    if (!hasFailed && had.failures === 0) return
    const notBefore =
      holdSeconds === null ? had.notBefore : new Date(now().getTime() + holdSeconds * 1000).toISOString()
    await book.change(host, { failures: hasFailed ? had.failures + 1 : 0, notBefore })
  }
}

/** How long a host is still to be left alone; never longer than it could have asked, whatever the clock did meanwhile. */
function toHoldMs({ notBefore }: HostRecord, now: Date): number {
  if (notBefore === null) return 0
  return Math.min(Date.parse(notBefore) - now.getTime(), mostHoldSeconds * 1000)
}

function toHoldSeconds({ status, headers }: Answer, failures: number, now: Date): number | null {
  if (status !== 429 && status !== 503) return null
  return Math.min(toRetrySeconds(headers, now) ?? toBackOffSeconds(failures), mostHoldSeconds)
}

const toBackOffSeconds = (failuresBefore: number): number =>
  Math.min(firstHoldSeconds * 2 ** Math.min(failuresBefore, 10), mostBackOffSeconds)

const toPostponed = (leftMs: number) => ({ retryAfterSeconds: Math.ceil(leftMs / 1000) })

const explainHold = (host: string, leftMs: number): FetchFailure['problem'] => ({
  code: 'fetch-postponed',
  message: `${host} is left alone for another ${toWords(leftMs)}: it asked for it, or gave no answer several times.`,
  advice: 'Try again then.',
})

function toWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 120) return `${seconds} s`
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`
}

const explainTimeout = (host: string, limitMs: number): FetchFailure['problem'] => ({
  code: 'fetch-failed',
  message: `${host} gave no complete answer within ${limitMs / 1000} s.`,
  advice: 'Try again later, or save the page from your browser and give the file.',
})
