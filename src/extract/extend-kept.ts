import { countWords, isProse } from './count-words.ts'
import type { Block, BlockList } from './find-blocks.ts'
import { markedReason, weighRegions } from './weigh-regions.ts'

/** Share of the article's words that one design must hold to count as the design of its paragraphs. */
const fewestOfText = 0.3

/** How far up from the element around what was found the other parts may lie: the boxes of newer designs nest deep. */
const levelsUp = 6

/** How far up from a heading the element may lie that holds the paragraphs around it, too. */
const headingLevels = 3

/** Which blocks belong to the article. */
export interface Extent {
  readonly kept: readonly boolean[]
  /** Which blocks are set as most of the article's paragraphs are: the same tag and class. */
  readonly isOwn: readonly boolean[]
}

/**
 * Adds what was found of an article to what belongs to it by design: running text with the tag and class of the
 * article's own paragraphs, or of the elements around them, near it; and the headings between.
 *
 * Pages set an article in several boxes, with advertisements between; Readability often takes only the first.
 */
export function extendKept(list: BlockList, kept: readonly boolean[]): Extent {
  const { blocks, parents, ends, designs } = list
  const extended = [...kept]
  const mass = weighRegions(blocks.map((block, i) => ({ ...block, kept: kept[i] === true, isOwn: false })))
  const reasonOf = (block: Block, isOwn: boolean) => markedReason({ ...block, kept: true, isOwn }, mass)
  const isText = (block: Block) => {
    if (block.linkShare >= 0.5 || !isProse(block.text)) return false
    const reason = reasonOf(block, false)
    return reason === null || reason === 'other'
  }
  const text = blocks.filter((block, i) => kept[i] === true && isText(block))
  const first = text[0]
  if (first === undefined) return { kept: extended, isOwn: blocks.map(() => false) }
  const designOf = (block: Block) => designs[block.element] ?? ''
  const own = commonDesigns(text, designOf)
  const around = commonDesigns(text, (block) => designs[parents[block.element] ?? 0] ?? '')
  let top = first.element
  const holds = (element: number, inner: number) => inner >= element && inner < (ends[element] ?? 0)
  while (top !== 0 && !text.every(({ element }) => holds(top, element))) top = parents[top] ?? 0
  for (let level = 0; level < levelsUp; level++) top = parents[top] ?? 0

  const boxes = new Set<number>()
  for (const [i, block] of blocks.entries()) {
    const box = parents[block.element] ?? 0
    if (extended[i] !== true && holds(top, block.element)) {
      const isOwn = own.has(designOf(block))
      extended[i] =
        // A paragraph that looks like the article's may cite others at length, and stand in a part with an odd name.
        (isOwn && block.linkShare < 0.8 && isProse(block.text) && reasonOf(block, true) === null) ||
        (isText(block) && (isOwn || around.has(designs[box] ?? '')))
    }
    if (extended[i] === true && isText(block)) boxes.add(box)
  }
  const named = (block: Block) => reasonOf(block, false) !== null
  addHeadings(list, extended, boxes, named)
  return { kept: extended, isOwn: blocks.map((block) => own.has(designOf(block))) }
}

function commonDesigns(blocks: readonly Block[], designOf: (block: Block) => string): Set<string> {
  const words = new Map<string, number>()
  let total = 0
  for (const block of blocks) {
    const count = countWords(block.text)
    total += count
    const design = designOf(block)
    if (design !== '') words.set(design, (words.get(design) ?? 0) + count)
  }
  return new Set([...words].filter(([, count]) => count > total * fewestOfText).map(([design]) => design))
}

/** Headings in the boxes of the text, and those with the article's text right below and above in one part of the page. */
function addHeadings(
  { blocks, parents, ends }: BlockList,
  extended: boolean[],
  boxes: ReadonlySet<number>,
  isNamed: (block: Block) => boolean,
): void {
  let above = -1
  for (const [i, block] of blocks.entries()) {
    if (extended[i] === true && isProse(block.text)) above = block.element
    const isHeading = block.kind === 'heading' && block.linkShare < 0.5 && !isNamed(block)
    if (!isHeading || extended[i] === true) continue
    if (boxes.has(parents[block.element] ?? 0)) {
      extended[i] = true
      continue
    }
    const below = blocks.slice(i + 1, i + 6).find((other) => other.kind !== 'heading' && !isNamed(other))
    const at = below === undefined ? -1 : blocks.indexOf(below, i + 1)
    if (below === undefined || extended[at] !== true || above === -1) continue
    let part = block.element
    for (let level = 0; level < headingLevels; level++) part = parents[part] ?? 0
    const holds = (element: number) => element >= part && element < (ends[part] ?? 0)
    if (part !== 0 && holds(above) && holds(below.element)) extended[i] = true
  }
}
