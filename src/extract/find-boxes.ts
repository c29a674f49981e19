import { countWords, isProse } from './count-words.ts'
import type { Block, BlockList, Region } from './find-blocks.ts'

/** A box holds at most this many words; an article that links its headings or shows a picture in each part, more. */
const mostWords = 80

/** And at most this share of what is kept: a short article may hold no more words than a box. */
const mostOfKept = 0.2

/** Captions are shorter than the paragraphs that stand beside pictures. */
const mostWordsOfCaption = 60

/**
 * Small parts of a page of their own inside its text, told by their shape in any language: of each block in one, what it is.
 *
 * A headline that is a link, and what stands around it, leads to another article; the words beside a picture with no
 * heading are its caption.
 */
export function findBoxes(
  list: BlockList,
  kept: readonly boolean[],
  isOwn: readonly boolean[],
): ReadonlyMap<number, Region> {
  const { blocks } = list
  // Words before each block, so that the words of any part are a difference.
  const before = [0]
  for (const block of blocks) before.push((before[before.length - 1] ?? 0) + countWords(block.text))
  const words = blocks.reduce((sum, { text }, i) => (kept[i] === true ? sum + countWords(text) : sum), 0)
  const most = Math.min(mostWords, words * mostOfKept)
  const found = new Map<number, Region>()
  for (const [i, block] of blocks.entries()) {
    if (found.has(i) || kept[i] !== true) continue
    if (isLinkedHeadline(block)) {
      const box = findBox(list, before, i, most)
      if (box === null || box.to - box.from < 2) continue
      for (let k = box.from; k < box.to; k++) found.set(k, boxRegion('related', box.element))
    } else if (isOwn[i] !== true && readsAsCaption(block)) {
      const box = findBox(list, before, i, Math.min(mostWordsOfCaption, most))
      if (box === null || !showsPicture(list, block, box)) continue
      for (let k = box.from; k < box.to; k++) found.set(k, boxRegion('caption', box.element))
    }
  }
  return found
}

/** Not to be weighed by an element alone: a page with a caption in every part has no text left, and is believed less. */
const boxRegion = (reason: 'related' | 'caption', element: number): Region => ({
  reason,
  element,
  word: `(${reason} box)`,
  inner: null,
})

const isLinkedHeadline = ({ kind, linkShare, text }: Block): boolean =>
  kind === 'heading' && linkShare > 0.9 && countWords(text) >= 4

const readsAsCaption = ({ kind, region, inQuote, text }: Block): boolean =>
  kind === 'paragraph' && region === null && !inQuote && countWords(text) <= mostWordsOfCaption

interface Box {
  readonly element: number
  /** Its blocks: half-open. */
  readonly from: number
  readonly to: number
}

/** The largest part around a block with at most so many words; null when even its parent has more. */
function findBox(
  { blocks, parents, ends }: BlockList,
  before: readonly number[],
  i: number,
  most: number,
): Box | null {
  let box: Box | null = null
  for (let part = parents[blocks[i]?.element ?? 0] ?? 0; part !== 0; part = parents[part] ?? 0) {
    const { from, to } = blocksIn(blocks, box ?? { from: i, to: i + 1 }, part, ends[part] ?? 0)
    if ((before[to] ?? 0) - (before[from] ?? 0) > most) break
    box = { element: part, from, to }
  }
  return box
}

/** The blocks around those given that lie in an element: at most as many as words may be in a box. */
function blocksIn(
  blocks: readonly Block[],
  inner: { readonly from: number; readonly to: number },
  element: number,
  end: number,
): { readonly from: number; readonly to: number } {
  const holds = (block: Block | undefined) =>
    block !== undefined && block.element >= element && block.element < end
  let { from, to } = inner
  while (inner.from - from <= mostWords && holds(blocks[from - 1])) from--
  while (to - inner.to <= mostWords && holds(blocks[to])) to++
  return { from, to }
}

function showsPicture(
  { blocks, ends, pictures }: BlockList,
  block: Block,
  { element, from, to }: Box,
): boolean {
  for (let i = from; i < to; i++) {
    const other = blocks[i]
    if (other === undefined) continue
    if (other.kind !== 'paragraph' || (isProse(other.text) && other !== block)) return false
  }
  let [low, high] = [0, pictures.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pictures[middle] ?? 0) < element) low = middle + 1
    else high = middle
  }
  const first = pictures[low]
  // A picture in the paragraph itself illustrates it.
  const inside = (end: number, start: number) => first !== undefined && first >= start && first < end
  return inside(ends[element] ?? 0, element) && !inside(ends[block.element] ?? 0, block.element)
}
