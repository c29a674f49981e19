import type { FetcherOptions } from '../collect/fetcher.ts'
import { openFetcher } from '../collect/open-fetcher.ts'
import { findDueFeeds } from '../ledger/find-due-feeds.ts'
import { findDueVisits } from '../ledger/find-due-visits.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openHostMemory } from '../ledger/open-host-memory.ts'
import type { CollectingStatus } from '../records/collecting-status.ts'
import type { Document } from '../records/document.ts'
import type { FollowedList, Following, TestedFeed } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'
import type { RoundStep } from '../records/round-step.ts'
import { collectRound, type RoundOptions } from './collect-round.ts'
import { countStep, noSteps } from './count-steps.ts'
import { followAddress, testAddress } from './follow-address.ts'
import { followList } from './follow-list.ts'
import type { Readers } from './readers.ts'

/** What follows feeds and collects what they name, with one fetcher for all of it. Must be closed. */
export interface Collecting {
  readonly follow: (
    address: string,
    options: { readonly asPage: boolean },
  ) => Promise<Following | { readonly problem: Problem }>
  readonly followList: (document: Document) => Promise<FollowedList | { readonly problem: Problem }>
  readonly test: (address: string) => Promise<TestedFeed | { readonly problem: Problem }>
  /** One round; of these feeds alone, or of all whose time has come. */
  readonly round: (feedIds: readonly string[] | null, signal: AbortSignal) => AsyncGenerator<RoundStep>
  /** Has a round run in the background; one that runs already goes on, and this one comes after it. */
  readonly start: (feedIds: readonly string[] | null) => void
  /** Of the rounds in the background. */
  readonly status: () => CollectingStatus
  /** Has rounds run whenever something is due, until it is closed. */
  readonly keepGoing: () => void
  readonly close: () => Promise<void>
}

export interface CollectingOptions
  extends Pick<FetcherOptions, 'allowPrivate' | 'ignoreRobots' | 'delayMs' | 'maxSizeBytes'>,
    Pick<RoundOptions, 'onFault' | 'onWeighing'> {}

/** The shortest interval of a feed is 5 minutes, so that half a minute is soon enough. */
const tickMs = 30_000

/** The shortest interval of a feed: a round that has more pages to fetch than that goes on in the next one. */
const mostSeconds = 300

/** Opens it; `getReaders` is asked when the first page is to be read. */
export async function openCollecting(
  ledger: Ledger,
  getReaders: () => Promise<Readers>,
  { onFault, onWeighing, ...fetcherOptions }: CollectingOptions = {},
): Promise<Collecting> {
  const fetcher = await openFetcher({ ...fetcherOptions, memory: openHostMemory(ledger) })
  const closing = new AbortController()
  const { signal } = closing
  const faults = {
    ...(onFault === undefined ? {} : { onFault }),
    ...(onWeighing === undefined ? {} : { onWeighing }),
  }
  const status = {
    isRunning: false,
    startedAt: null as string | null,
    endedAt: null as string | null,
    problem: null as string | null,
    ...noSteps(),
  }
  let background: Promise<void> = Promise.resolve()
  let waiting = 0
  let timer: NodeJS.Timeout | null = null

  async function runRound(feedIds: readonly string[] | null): Promise<void> {
    if (signal.aborted) return
    Object.assign(status, noSteps(), {
      isRunning: true,
      startedAt: new Date().toISOString(),
      endedAt: null,
      problem: null,
    })
    try {
      const readers = await getReaders()
      for await (const step of collectRound(ledger, readers, fetcher, {
        ...faults,
        feedIds,
        signal,
        mostSeconds,
      }))
        countStep(status, step)
    } catch (error) {
      status.problem = error instanceof Error ? error.message : String(error)
      onFault?.('collecting', error)
    }
    Object.assign(status, { isRunning: false, endedAt: new Date().toISOString() })
  }

  /** So that the status is that of the last round that did something. */
  async function startIfDue(): Promise<void> {
    if (status.isRunning || waiting > 0) return
    const now = new Date().toISOString()
    try {
      const isDue =
        (await findDueFeeds(ledger, now, null)).length > 0 || (await findDueVisits(ledger, now, 1)).length > 0
      if (isDue && !status.isRunning && waiting === 0) start(null)
    } catch (error) {
      onFault?.('collecting', error)
    }
  }

  function start(feedIds: readonly string[] | null): void {
    waiting++
    background = background.then(() => {
      waiting--
      return runRound(feedIds)
    })
  }

  return {
    follow: (address, { asPage }) => followAddress(ledger, fetcher, address, { asPage, signal }),
    followList: (document) => followList(ledger, document, new Date()),
    test: (address) => testAddress(fetcher, address, signal),
    round: async function* (feedIds, stopping) {
      yield* collectRound(ledger, await getReaders(), fetcher, {
        ...faults,
        feedIds,
        signal: AbortSignal.any([signal, stopping]),
      })
    },
    start,
    // One that waits for its turn is under way for whoever asked for it.
    status: () =>
      status.isRunning || waiting === 0
        ? { ...status }
        : { ...noSteps(), isRunning: true, startedAt: null, endedAt: null, problem: null },
    keepGoing: () => {
      timer ??= setInterval(() => void startIfDue(), tickMs)
      void startIfDue()
    },
    close: async () => {
      if (timer !== null) clearInterval(timer)
      closing.abort()
      await fetcher.close()
      await background
    },
  }
}
