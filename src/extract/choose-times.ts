import type { TimeElement } from './find-blocks.ts'

/** Blocks above the title in which a `<time>` is the article's; farther up stands the day of the paper. */
const farthestAbove = 10

/** Blocks under the text in which some layouts set the article's date. */
const farthestBelow = 8

/** Blocks under a title among which a part with any name is the article's head. */
const nearTitle = 6

/** The `<time>` elements that are about an article, the likeliest first. */
export interface ChosenTimes {
  /** Between title and text, or just above the title. */
  readonly inHead: readonly TimeElement[]
  /** Under the text, and inside it where they are marked as the publication's. */
  readonly others: readonly TimeElement[]
}

/**
 * The `<time>` elements that are about the article; of each group first those that say “published”. Those of comments, of
 * other stories and of the entries of a live page are none. `holdsArticle` tells a part of the page that the article itself
 * stands in, whatever its class calls it.
 */
export function chooseTimes(
  times: readonly TimeElement[],
  titleAt: number,
  firstText: number,
  lastText: number,
  holdsArticle: (element: number) => boolean,
): ChosenTimes {
  const below: TimeElement[] = []
  const above: TimeElement[] = []
  const after: TimeElement[] = []
  const isNear = ({ before }: TimeElement) =>
    titleAt !== -1 && before >= titleAt - 2 && before <= Math.min(titleAt + nearTitle, firstText + 1)
  const own = times.filter((time) => isOwn(time, holdsArticle, isNear(time)))
  for (const time of own) {
    const { before } = time
    // A time stands before the block that it is in is counted.
    if (before <= firstText + 1) {
      if (titleAt === -1 || before > titleAt) below.push(time)
      else if (before >= titleAt - farthestAbove || isPublished(time)) above.unshift(time)
    } else if (isPublished(time) || (before >= lastText && before <= lastText + farthestBelow))
      after.push(time)
  }
  const inHead = [...publishedFirst(below), ...publishedFirst(above)]
  if (inHead.length > 0 || after.length > 0) return { inHead, others: publishedFirst(after) }
  // The only day that any of them tells.
  const days = new Set(own.map(({ datetime }) => datetime?.slice(0, 10) ?? ''))
  return { inHead, others: days.size === 1 ? own.slice(0, 1) : [] }
}

const publishedFirst = (times: readonly TimeElement[]): TimeElement[] => [
  ...times.filter(isPublished),
  ...times.filter((time) => !isPublished(time)),
]

const isPublished = ({ names }: TimeElement): boolean =>
  /publish|pubdate|posted|created|entry-date/.test(names)

function isOwn(time: TimeElement, holdsArticle: (element: number) => boolean, isNearTitle: boolean): boolean {
  for (let region = time.region; region !== null; region = region.inner) {
    const { reason, element } = region
    if (holdsArticle(element)) continue
    if (reason === 'comments' || reason === 'newsletter' || reason === 'advertisement') return false
    if (isNearTitle && (isPublished(time) || reason === 'related')) continue
    if (reason === 'related') return false
    if ((reason === 'navigation' || reason === 'footer') && !isPublished(time)) return false
  }
  return true
}
