import { countWords, isProse } from './count-words.ts'
import { extendKept } from './extend-kept.ts'
import type { BlockList, Region } from './find-blocks.ts'
import { findBoxes } from './find-boxes.ts'
import { sameWords } from './find-title.ts'
import type { PlacedBlock } from './placed-block.ts'

/**
 * Says of every block of a page whether it belongs to the article, given the elements that hold it.
 *
 * Of several articles on one page, the first is the page's; boxes that lead elsewhere are marked as such.
 */
export function placeBlocks(list: BlockList, held: ReadonlySet<number>, title: string | null): PlacedBlock[] {
  const inside = list.blocks.map(({ owners }) => isHeld(owners, held))
  const { kept, isOwn } = extendKept(list, inside)
  const end = findNextArticle(list, kept, title)
  const others = findOtherArticles(list, kept, title)
  const boxes = findBoxes(list, kept, isOwn)
  return list.blocks.map((block, i) => {
    const box = boxes.get(i)
    return {
      ...block,
      kept: i < end && kept[i] === true && !others.has(i),
      isOwn: box === undefined && isOwn[i] === true,
      region: box === undefined ? block.region : inBox(box, block.region),
    }
  })
}

const inBox = (box: Region, outer: Region | null): Region => ({
  ...(outer ?? box),
  inner: outer === null ? null : box,
})

function isHeld(owners: ReadonlyMap<number, number>, held: ReadonlySet<number>): boolean {
  let inside = 0
  let all = 0
  for (const [element, characters] of owners) {
    all += characters
    if (held.has(element)) inside += characters
  }
  return inside * 2 >= all
}

/** Words of an article after which another headline can begin the next one. */
const fewestWordsOfArticle = 60

/**
 * Where the next article begins on a page that goes on with one, as readers scroll: at a headline of the same look as the
 * article's own. The number of blocks where none does.
 */
function findNextArticle(
  { blocks, designs }: BlockList,
  kept: readonly boolean[],
  title: string | null,
): number {
  const titleAt = blocks.findIndex(
    ({ kind, text }) => kind === 'title-heading' && title !== null && sameWords(text, title),
  )
  const look = designs[blocks[titleAt]?.element ?? -1] ?? ''
  if (look === '') return blocks.length
  let words = 0
  for (let i = titleAt + 1; i < blocks.length; i++) {
    const block = blocks[i]
    if (block === undefined) break
    if (kept[i] === true && isProse(block.text)) words += countWords(block.text)
    const isHeadline =
      block.kind === 'title-heading' && block.linkShare < 0.5 && designs[block.element] === look
    if (isHeadline && words >= fewestWordsOfArticle && !sameWords(block.text, title ?? '')) return i
  }
  return blocks.length
}

/**
 * Blocks in `article` elements beside the one that holds the title and text: a blog shows its other posts below. Where the
 * title stands above them all, they are the entries of one page.
 */
function findOtherArticles(
  { blocks, articles, ends }: BlockList,
  kept: readonly boolean[],
  title: string | null,
): Set<number> {
  const titleAt = blocks.findIndex(
    ({ kind, text }) => kind === 'title-heading' && title !== null && sameWords(text, title),
  )
  const titleElement = blocks[titleAt]?.element ?? -1
  const holds = (article: number, element: number) => element >= article && element < (ends[article] ?? 0)
  const around = articles.filter((article) => holds(article, titleElement))
  const own = around[around.length - 1]
  const others = new Set<number>()
  if (
    own === undefined ||
    !blocks.some((block, i) => kept[i] && holds(own, block.element) && isProse(block.text))
  )
    return others
  const outside = articles.filter((article) => !holds(own, article) && !around.includes(article))
  let next = 0
  for (const [i, block] of blocks.entries()) {
    while (next < outside.length && (ends[outside[next] ?? 0] ?? 0) <= block.element) next++
    const article = outside[next]
    if (article !== undefined && holds(article, block.element)) others.add(i)
  }
  return others
}
