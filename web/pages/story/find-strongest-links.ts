import type { StoryLink } from '../../../src/records/story.ts'

/** The fewest and strongest links that hold a story’s articles together, the strongest first. */
export function findStrongestLinks(links: readonly StoryLink[]): StoryLink[] {
  const groupOf = new Map<string, string>()
  const find = (id: string): string => {
    let at = id
    for (let up = groupOf.get(at); up !== undefined; up = groupOf.get(at)) at = up
    return at
  }
  return [...links]
    .sort((a, b) => b.score - a.score)
    .filter(({ a, b }) => {
      const [one, other] = [find(a), find(b)]
      if (one === other) return false
      groupOf.set(one, other)
      return true
    })
}
