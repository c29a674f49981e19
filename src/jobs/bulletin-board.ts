import { randomUUID } from 'node:crypto'
import type { Bulletin } from '../records/bulletin.ts'

/** A bulletin with its place in the order of all. */
export interface PostedBulletin {
  /** Of this board alone; a board that was opened anew knows it not. */
  readonly id: string
  readonly bulletin: Bulletin
}

/** Where what a process learns is posted, and followed by any number of readers. */
export interface BulletinBoard {
  readonly post: (bulletin: Bulletin) => void
  /**
   * Gives what is posted after the bulletin with this id, or from now on where it is null, until it is aborted or the board
   * closes. Whoever is so slow or was away so long that the board has dropped what comes next is told of the gap once, and
   * goes on with what it still holds.
   */
  readonly follow: (afterId: string | null, signal: AbortSignal) => AsyncGenerator<PostedBulletin>
  /** Ends all following. What is posted later is told nobody. */
  readonly close: () => void
}

/**
 * Opens a board that holds the last `capacity` bulletins.
 *
 * They are held once for all readers, so that a reader who stops reading costs nothing but its place.
 */
export function openBulletinBoard(capacity = 1000): BulletinBoard {
  const run = randomUUID().slice(0, 8)
  const held: Bulletin[] = []
  let posted = 0
  let isClosed = false
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const resolve of waiting) resolve()
    waiting.clear()
  }
  const toId = (n: number) => `${run}-${n}`

  /** How many were posted up to this id; null where this board never gave it. */
  const placeOf = (id: string): number | null => {
    const n = Number(id.slice(run.length + 1))
    return id === toId(n) && n <= posted ? n : null
  }

  const untilPosted = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const done = () => {
        waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      waiting.add(done)
      signal.addEventListener('abort', done)
    })

  return {
    post: (bulletin) => {
      held.push(bulletin)
      if (held.length > capacity) held.shift()
      posted++
      wake()
    },
    follow: async function* (afterId, signal) {
      let told = afterId === null ? posted : placeOf(afterId)
      while (!isClosed && !signal.aborted) {
        const dropped = posted - held.length
        if (told === null || told < dropped) {
          told = told === null ? posted : dropped
          yield { id: toId(told), bulletin: { kind: 'gap' } }
          continue
        }
        const bulletin = held[told - dropped]
        if (bulletin === undefined) await untilPosted(signal)
        else yield { id: toId(++told), bulletin }
      }
    },
    close: () => {
      isClosed = true
      wake()
    },
  }
}
