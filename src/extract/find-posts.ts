import type { BlockList, TimeElement } from './find-blocks.ts'
import type { Post } from './join-text.ts'
import { parseMachineDate } from './parse-date.ts'

/** Fewer entries with a time are no live page: an article has its own date, and one for when it changed. */
const fewestPosts = 3

/**
 * The entries of a live page, in its order: parts of one look that stand side by side, each with one time of its own.
 * Empty on pages that are no such page.
 */
export function findPosts({ parents, ends, designs }: BlockList, times: readonly TimeElement[]): Post[] {
  const elements = times.map(({ element }) => element)
  const found = new Map<string, Post[]>()
  for (const [i, time] of times.entries()) {
    const before = elements[i - 1] ?? 0
    const after = elements[i + 1] ?? Number.POSITIVE_INFINITY
    let part = time.element
    for (
      let up = parents[part] ?? 0;
      up !== 0 && up > before && (ends[up] ?? 0) <= after;
      up = parents[up] ?? 0
    )
      part = up
    const key = `${parents[part] ?? 0} ${designs[part] ?? ''}`
    const date = time.datetime === null ? null : parseMachineDate(time.datetime)
    const post = { start: part, end: ends[part] ?? part, at: date?.value ?? null }
    const group = found.get(key)
    if (group === undefined) found.set(key, [post])
    else group.push(post)
  }
  return [...found.values()]
    .filter((group) => group.length >= fewestPosts)
    .flat()
    .sort((a, b) => a.start - b.start)
}
