import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Bulletin } from '../../src/records/bulletin.ts'
import { followBulletins } from '../client/bulletins.ts'
import { collectingQuery } from '../client/collecting.ts'
import { askAgain } from './ask-again.ts'
import { addNews } from './news.ts'
import { isAskedAgainAnyway } from './own-acts.ts'

/** So often at most is what is shown asked again while much is learnt: a round of collecting tells ten things a second. */
const quietMs = 5000

/** Lists say that there is more, and let the reader choose when to see it: rows must not move under her eyes. */
const growing: ReadonlySet<unknown> = new Set([
  'articles',
  'stories',
  'claims',
  'changes',
  'unsure statements',
])
/** An article never changes; what is followed is asked again by its own page. */
const fixed: ReadonlySet<unknown> = new Set(['article', 'version change', 'feeds', 'collecting'])

/**
 * Follows what the server learns, and has what it makes old asked again. For what stands around all pages; not where
 * nobody is signed in, whom the server tells nothing.
 */
export function useBulletins(isSignedIn: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!isSignedIn) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const refreshSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        markOld(client)
      }, quietMs)
    }
    const stop = followBulletins((bulletin) => {
      addNews(bulletin)
      take(bulletin, client, refreshSoon)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client, isSignedIn])
}

function take(bulletin: Bulletin, client: QueryClient, refreshSoon: () => void): void {
  switch (bulletin.kind) {
    case 'article':
    case 'claims':
      refreshSoon()
      return
    case 'collecting':
      client.setQueryData(collectingQuery.queryKey, bulletin.status)
      return
    case 'review':
      if (!isAskedAgainAnyway(bulletin.act)) void askAgain(client)
      return
    case 'gap':
      void askAgain(client)
      return
    default:
      return
  }
}

/** Has what is shown asked again, but for lists, which are when they are shown the next time. */
function markOld(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => growing.has(name),
    refetchType: 'none',
  })
  void client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => !growing.has(name) && !fixed.has(name),
  })
}
