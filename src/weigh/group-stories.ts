import { listOutlets } from '../records/list-outlets.ts'
import type { Story, StoryLink } from '../records/story.ts'
import type { StoryProfile } from '../records/story-profile.ts'
import { type Likeness, type MergeLimits, mergeClusters } from './merge-clusters.ts'
import { mostPrinted } from './most-printed.ts'
import { toDay } from './to-day.ts'

/**
 * In thousandths, whole numbers but for the shares, so that sums are exact.
 *
 * Chosen on eval/stories (2026-11-25), where 140 to 180 of leastMean and .6 to .7 of the lower share lie within two
 * points of B-cubed F1; without shares ECB+ loses four: two like happenings a year apart run together. The higher one
 * keeps the happenings of one busy week apart, whose large clusters share a topic.
 */
const limits: MergeLimits = {
  unlinked: 50,
  leastMean: 160,
  leastShares: [
    { size: 5, share: 0.75 },
    { size: 3, share: 0.65 },
  ],
}

/**
 * A copy says no more for its story than a close report: uncapped, three reprints would look so tight that nothing else
 * may join them.
 */
const mostLikeness = 500

const mostAbout = 8

/**
 * Groups articles into stories; an article without its like is a story of its own. Of a short affair a story is the
 * happening; of a long one, what it did over some days (eval/audits).
 *
 * Of profiles and links alone, in whatever order they are given. No story reaches beyond a connected component of
 * links, so a ledger may call it with one component at a time: the stories are the same. In order of their first
 * articles; links to articles that are not among the profiles are left out.
 */
export function groupStories(profiles: readonly StoryProfile[], links: readonly StoryLink[]): Story[] {
  const ordered = [...profiles].sort(byTime)
  const places = new Map(ordered.map(({ articleId }, place) => [articleId, place]))
  const inside = links
    .filter(({ a, b }) => places.has(a) && places.has(b))
    .sort((x, y) => (x.a !== y.a ? (x.a < y.a ? -1 : 1) : x.b < y.b ? -1 : 1))
  const likenesses = inside.map(
    ({ a, b, score }): Likeness => [
      places.get(a) ?? 0,
      places.get(b) ?? 0,
      Math.min(mostLikeness, Math.round(score * 1000)),
    ],
  )
  const clusters = mergeClusters(ordered.length, likenesses, limits)
  const clusterOf = new Map(clusters.flatMap((items, cluster) => items.map((item) => [item, cluster])))
  const linksOf = clusters.map((): StoryLink[] => [])
  for (const [at, [a, b]] of likenesses.entries()) {
    const cluster = clusterOf.get(a) ?? 0
    if (cluster === clusterOf.get(b)) linksOf[cluster]?.push(inside[at] as StoryLink)
  }
  return clusters.map((items, cluster) =>
    toStory(
      items.map((item) => ordered[item] as StoryProfile),
      linksOf[cluster] ?? [],
    ),
  )
}

/** Instants compare as instants; undated articles come last. */
function byTime(a: StoryProfile, b: StoryProfile): number {
  const [at, bt] = [a, b].map(({ publishedAt }) => toDay(publishedAt) ?? Number.POSITIVE_INFINITY)
  if (at !== bt) return (at ?? 0) < (bt ?? 0) ? -1 : 1
  return a.articleId < b.articleId ? -1 : 1
}

function toStory(profiles: readonly StoryProfile[], links: readonly StoryLink[]): Story {
  const dated = profiles.flatMap(({ publishedAt }) => publishedAt ?? [])
  return {
    id: profiles[0]?.articleId ?? '',
    title: findTitle(profiles, links),
    articles: profiles.map(({ articleId }) => articleId),
    outlets: listOutlets(profiles.map(({ outlet }) => outlet)),
    firstPublishedAt: dated[0] ?? null,
    lastPublishedAt: dated.at(-1) ?? null,
    about: findAbout(profiles),
    links: [...links].sort((x, y) => y.score - x.score),
  }
}

/** The headline of the article that shares most with the others; the earliest of several. */
function findTitle(profiles: readonly StoryProfile[], links: readonly StoryLink[]): string | null {
  const shares = new Map<string, number>()
  for (const { a, b, score } of links)
    for (const id of [a, b]) shares.set(id, (shares.get(id) ?? 0) + Math.round(score * 1000))
  let best: StoryProfile | null = null
  for (const profile of profiles) {
    if (profile.title === null) continue
    if (best === null || (shares.get(profile.articleId) ?? 0) > (shares.get(best.articleId) ?? 0))
      best = profile
  }
  return best?.title ?? null
}

/** What more than half of the articles share, heaviest first, as most of them print it. */
function findAbout(profiles: readonly StoryProfile[]): string[] {
  const found = new Map<string, { printed: Map<string, number>; count: number; weight: number }>()
  for (const { terms } of profiles) {
    for (const [key, kind, whole, lead, printed] of terms) {
      if (kind === 'number') continue
      const held = found.get(key) ?? { printed: new Map(), count: 0, weight: 0 }
      found.set(key, held)
      held.count++
      held.weight += whole + lead
      if (printed !== null) held.printed.set(printed, (held.printed.get(printed) ?? 0) + 1)
    }
  }
  const shared = [...found]
    .filter(([, { count }]) => count * 2 > profiles.length)
    .sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))
    .map(([key, { printed }]) => mostPrinted(printed) ?? key)
  return [...new Set(shared)].slice(0, mostAbout)
}
