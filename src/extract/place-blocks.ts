import { countWords, isProse } from './count-words.ts'
import { extendKept } from './extend-kept.ts'
import type { Block, BlockList, Region } from './find-blocks.ts'
import { sameWords } from './find-title.ts'
import type { PlacedBlock } from './sort-blocks.ts'

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
  const boxes = findTeasers(list, kept)
  return list.blocks.map((block, i) => {
    const box = boxes.get(i)
    return {
      ...block,
      kept: i < end && kept[i] === true && !others.has(i),
      isOwn: box === undefined && isOwn[i] === true,
      region: box === undefined ? block.region : related(box, block.region),
    }
  })
}

const related = (element: number, outer: Region | null): Region =>
  outer === null || outer.word !== null ? { reason: 'related', element, word: null, inner: null } : outer

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

/** A box with a headline that is a link holds at most this many words; an article that links its headings, more. */
const mostWordsOfTeaser = 80

/** And at most this share of what is kept: a short article may hold no more words than a teaser. */
const mostOfKept = 0.2

/**
 * Boxes inside the text that lead to other articles: a headline that is a link, and what stands around it in a small part
 * of the page of its own. Of each block in one, the number of the box.
 */
function findTeasers({ blocks, parents, ends }: BlockList, kept: readonly boolean[]): Map<number, number> {
  // Words before each block, so that the words of any element are a difference.
  const before = [0]
  for (const block of blocks) before.push((before[before.length - 1] ?? 0) + countWords(block.text))
  const words = blocks.reduce((sum, { text }, i) => (kept[i] === true ? sum + countWords(text) : sum), 0)
  const most = Math.min(mostWordsOfTeaser, words * mostOfKept)
  const found = new Map<number, number>()
  for (const [i, block] of blocks.entries()) {
    if (found.has(i) || kept[i] !== true || !isLinkedHeadline(block)) continue
    let box = -1
    let range: readonly [number, number] = [i, i + 1]
    for (let part = parents[block.element] ?? 0; part !== 0; part = parents[part] ?? 0) {
      const [from, to] = blocksIn(blocks, i, part, ends[part] ?? 0)
      if ((before[to] ?? 0) - (before[from] ?? 0) > most) break
      box = part
      range = [from, to]
    }
    if (box === -1 || range[1] - range[0] < 2) continue
    for (let k = range[0]; k < range[1]; k++) found.set(k, box)
  }
  return found
}

const isLinkedHeadline = ({ kind, linkShare, text }: Block): boolean =>
  kind === 'heading' && linkShare > 0.9 && countWords(text) >= 4

/** The blocks around the one at `i` that lie in an element: at most as many as words may be in a teaser. */
function blocksIn(
  blocks: readonly Block[],
  i: number,
  element: number,
  end: number,
): readonly [number, number] {
  const holds = (block: Block | undefined) =>
    block !== undefined && block.element >= element && block.element < end
  let from = i
  let to = i + 1
  while (i - from <= mostWordsOfTeaser && holds(blocks[from - 1])) from--
  while (to - i <= mostWordsOfTeaser && holds(blocks[to])) to++
  return [from, to]
}
