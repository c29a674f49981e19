import type { FetcherOptions } from '../collect/fetcher.ts'
import { openFetcher } from '../collect/open-fetcher.ts'
import { findDueFeeds } from '../ledger/find-due-feeds.ts'
import { findDueVisits } from '../ledger/find-due-visits.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openHostMemory } from '../ledger/open-host-memory.ts'
import { collectRound, type RoundOptions } from './collect-round.ts'
import type { Collecting } from './collecting.ts'
import { countStep, noSteps } from './count-steps.ts'
import { followAddress, testAddress } from './follow-address.ts'
import { followList } from './follow-list.ts'
import type { Readers } from './readers.ts'

export interface CollectingOptions
  extends Pick<FetcherOptions, 'allowPrivate' | 'ignoreRobots' | 'delayMs' | 'maxSizeBytes'>,
    Pick<RoundOptions, 'onFault' | 'onBulletin' | 'onWeighing'> {}

/** The shortest interval of a feed is 5 minutes, so that half a minute is soon enough. */
const tickMs = 30_000

/** The shortest interval of a feed: a round that has more pages to fetch than that goes on in the next one. */
const mostSeconds = 300

/** Opens it; `getReaders` is asked when the first page is to be read. */
export async function openCollecting(
  ledger: Ledger,
  getReaders: () => Promise<Readers>,
  { onFault, onBulletin, onWeighing, ...fetcherOptions }: CollectingOptions = {},
): Promise<Collecting> {
  const fetcher = await openFetcher({ ...fetcherOptions, memory: openHostMemory(ledger) })
  const closing = new AbortController()
  const { signal } = closing
  const faults = {
    ...(onFault === undefined ? {} : { onFault }),
    ...(onWeighing === undefined ? {} : { onWeighing }),
    ...(onBulletin === undefined ? {} : { onBulletin }),
  }
  const status = {
    isRunning: false,
    startedAt: null as string | null,
    endedAt: null as string | null,
    problem: null as string | null,
    ...noSteps(),
  }
  const tellStatus = () => onBulletin?.({ kind: 'collecting', status: { ...status } })
  let background: Promise<void> = Promise.resolve()
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  async function runRound(feedIds: readonly string[] | null): Promise<void> {
    if (signal.aborted) return
    Object.assign(status, noSteps(), {
      isRunning: true,
      startedAt: new Date().toISOString(),
      endedAt: null,
      problem: null,
    })
    tellStatus()
    try {
      const readers = await getReaders()
      for await (const step of collectRound(ledger, readers, fetcher, {
        ...faults,
        feedIds,
        signal,
        mostSeconds,
      })) {
        countStep(status, step)
        tellStatus()
      }
    } catch (error) {
      status.problem = error instanceof Error ? error.message : String(error)
      onFault?.('collecting', error)
    }
    Object.assign(status, { isRunning: false, endedAt: new Date().toISOString() })
    tellStatus()
  }

  /** So that the status is that of the last round that did something. */
  async function startIfDue(): Promise<void> {
    if (status.isRunning || waiting.size > 0) return
    const now = new Date().toISOString()
    try {
      const isDue =
        (await findDueFeeds(ledger, now, null)).length > 0 || (await findDueVisits(ledger, now, 1)).length > 0
      if (isDue && !status.isRunning && waiting.size === 0) start(null)
    } catch (error) {
      onFault?.('collecting', error)
    }
  }

  function start(feedIds: readonly string[] | null): void {
    const asked = feedIds === null ? 'all' : [...feedIds].sort().join()
    if (waiting.has(asked)) return
    waiting.add(asked)
    background = background.then(() => {
      waiting.delete(asked)
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
      status.isRunning || waiting.size === 0
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
