import { useSyncExternalStore } from 'react'
import type { Bulletin } from '../../src/records/bulletin.ts'
import type { CollectingStatus } from '../../src/records/collecting-status.ts'

/** The lists that grow while they are read. */
export type GrowingList = 'articles' | 'stories' | 'claims' | 'changes'

interface Steps {
  readonly done: number
  readonly all: number
}

/** What this tab was told since it was opened. */
export interface News {
  /** How much was added to each list. Stories have no number of their own: an article may make one or join one. */
  readonly added: Readonly<Record<GrowingList, number>>
  /** The round that runs; null when none does. */
  readonly collecting: CollectingStatus | null
  /** The example that is being read; null when it is not. */
  readonly example: Steps | null
  readonly weighing: Steps | null
}

let news: News = {
  added: { articles: 0, stories: 0, claims: 0, changes: 0 },
  collecting: null,
  example: null,
  weighing: null,
}
const listeners = new Set<() => void>()

/** Takes a bulletin in. */
export function addNews(bulletin: Bulletin): void {
  const next = tellNews(news, bulletin)
  if (next === news) return
  news = next
  for (const listen of listeners) listen()
}

/** What is known once a bulletin has come. */
export function tellNews(before: News, bulletin: Bulletin): News {
  const { added } = before
  switch (bulletin.kind) {
    case 'article':
      return {
        ...before,
        added: {
          ...added,
          articles: added.articles + 1,
          stories: added.stories + 1,
          changes: added.changes + (bulletin.isChange ? 1 : 0),
        },
      }
    case 'claims':
      return { ...before, added: { ...added, claims: added.claims + bulletin.new } }
    case 'collecting':
      return { ...before, collecting: bulletin.status.isRunning ? bulletin.status : null }
    case 'example':
    case 'weighing': {
      const { kind, done, all } = bulletin
      return { ...before, [kind]: done < all ? { done, all } : null }
    }
    // What was under way may have ended unheard.
    case 'gap':
      return { ...before, collecting: null, example: null, weighing: null }
    default:
      return before
  }
}

/** Reads a part of the news, and renders again when it is another. */
export function useNews<Part>(part: (news: News) => Part): Part {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => part(news),
  )
}
