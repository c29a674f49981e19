import { openCollecting } from '../jobs/open-collecting.ts'
import { openReaders } from '../jobs/open-readers.ts'
import type { Readers } from '../jobs/readers.ts'
import { findFeeds, getFeed } from '../ledger/find-feeds.ts'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { removeFeed } from '../ledger/remove-feed.ts'
import { setFeedState } from '../ledger/set-feed-state.ts'
import type { FeedAccess, FeedAccessOptions } from './feed-access.ts'

/** Follows and collects in this process. */
export async function openLocalFeedAccess(ledger: Ledger, options: FeedAccessOptions): Promise<FeedAccess> {
  const { mode, workers, allowPrivate, ignoreRobots, onFault } = options
  let readers: Promise<Readers> | null = null
  // Following reads nothing, and the networks take their time to load.
  const getReaders = () => {
    readers ??= openReaders({ mode, workers })
    return readers
  }
  const collecting = await openCollecting(ledger, getReaders, { allowPrivate, ignoreRobots, onFault })
  const toId = (id: string) => getFullId(ledger, id, idPlaces.feed)
  return {
    findFeeds: async (query) => {
      const { feeds, nextCursor } = await findFeeds(ledger, query)
      return { rows: feeds, nextCursor }
    },
    getFeed: (id) => getFeed(ledger, id),
    follow: collecting.follow,
    followList: collecting.followList,
    test: collecting.test,
    setState: async (id, state) => setFeedState(ledger, await toId(id), state, new Date().toISOString()),
    remove: async (id) => removeFeed(ledger, await toId(id)),
    collect: async function* (ids, signal) {
      const feedIds = ids === null ? null : await Promise.all(ids.map(toId))
      yield* collecting.round(feedIds, signal)
    },
    close: async () => {
      await collecting.close()
      await (await (readers as Promise<Readers> | null))?.close()
    },
  }
}
