import type { TimeElement } from './find-blocks.ts'

/** Blocks above the title in which a `<time>` is the article's; farther up stands the day of the paper. */
const farthestAbove = 10

/** Blocks under the text in which some layouts set the article's date. */
const farthestBelow = 8

/**
 * The `<time>` elements that are about the article, the likeliest first: between title and text, above the title, under the
 * text; in each place one that says “published” before one that does not. Those of comments, of other stories and of the
 * entries of a live page are none. `holdsArticle` tells a part of the page that the article itself stands in, whatever its
 * class calls it.
 */
export function chooseTimes(
  times: readonly TimeElement[],
  titleAt: number,
  firstText: number,
  lastText: number,
  holdsArticle: (element: number) => boolean,
): TimeElement[] {
  const groups: [TimeElement[], TimeElement[], TimeElement[]] = [[], [], []]
  for (const time of times) {
    if (!isOwn(time, holdsArticle)) continue
    const { before } = time
    // A block's own time stands before it is counted.
    if (before <= firstText + 1) {
      if (titleAt === -1 || before > titleAt) groups[0].push(time)
      else if (before >= titleAt - farthestAbove || isPublished(time)) groups[1].unshift(time)
    } else if (before > lastText && (isPublished(time) || before <= lastText + farthestBelow))
      groups[2].push(time)
  }
  return groups.flatMap((group) => [
    ...group.filter(isPublished),
    ...group.filter((time) => !isPublished(time)),
  ])
}

const isPublished = ({ names }: TimeElement): boolean =>
  /publish|pubdate|posted|created|entry-date/.test(names)

function isOwn(time: TimeElement, holdsArticle: (element: number) => boolean): boolean {
  for (let region = time.region; region !== null; region = region.inner) {
    const { reason, element } = region
    if (holdsArticle(element)) continue
    if (
      reason === 'comments' ||
      reason === 'related' ||
      reason === 'newsletter' ||
      reason === 'advertisement'
    )
      return false
    if ((reason === 'navigation' || reason === 'footer') && !isPublished(time)) return false
  }
  return true
}
