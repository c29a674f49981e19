import type { Fetcher, FetchOutcome } from '../collect/fetcher.ts'
import type { DueVisit } from '../ledger/find-due-visits.ts'
import { openChannel } from './open-channel.ts'

/** A page that was fetched, or why not. */
export interface FetchedVisit {
  readonly visit: DueVisit
  readonly outcome: FetchOutcome
}

/** Answers that wait to be read: a page is some 200 kB, so these are some MB. */
const mostWaiting = 16

/** More open connections would gain nothing: reading is slower than 32 hosts. */
const mostHosts = 32

/**
 * Fetches pages, from several hosts at a time and from each host one after the other; in the order in which they
 * come in. No more is fetched than is taken, and nothing more is begun once `isOver` says so.
 */
export async function* fetchVisits(
  visits: readonly DueVisit[],
  fetcher: Fetcher,
  signal: AbortSignal,
  isOver: () => boolean = () => false,
): AsyncGenerator<FetchedVisit> {
  const channel = openChannel<FetchedVisit>(mostWaiting)
  const byHost = new Map<string, DueVisit[]>()
  for (const visit of visits) {
    const queue = byHost.get(visit.host)
    if (queue === undefined) byHost.set(visit.host, [visit])
    else queue.push(visit)
  }
  // The longest first: what is asked of one host takes as long as it takes.
  const queues = [...byHost.values()].sort((left, right) => right.length - left.length)
  async function visitHosts(): Promise<void> {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const visit of queue) {
        if (signal.aborted || isOver()) return
        const { address, etag, lastModified, hints } = visit
        const outcome = await fetcher.fetch({
          url: address,
          accept: 'page',
          etag,
          lastModified,
          signal,
          ...(hints === null ? {} : { hints }),
        })
        if (signal.aborted || !(await channel.put({ visit, outcome }))) return
      }
    }
  }
  Promise.all(Array.from({ length: Math.min(mostHosts, queues.length) }, visitHosts)).then(
    () => channel.end(),
    (error: unknown) => channel.end(error),
  )
  yield* channel
}
