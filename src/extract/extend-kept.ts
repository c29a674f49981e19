import { countWords, isProse } from './count-words.ts'
import type { Block, BlockList } from './find-blocks.ts'

/** Share of the article's words that one design must hold to count as the design of its paragraphs. */
const fewestOfText = 0.3

/** How far up from the element around what was found the other parts may lie: the boxes of newer designs nest deep. */
const levelsUp = 6

/**
 * Adds what was found of an article to what belongs to it by design: running text with the tag and class of the
 * article's own paragraphs, or of the elements around them, near it; and the headings between.
 *
 * Pages set an article in several boxes, with advertisements between; Readability often takes only the first.
 */
export function extendKept(list: BlockList, kept: readonly boolean[]): boolean[] {
  const { blocks, parents, ends, designs } = list
  const extended = [...kept]
  const text = blocks.filter((block, i) => kept[i] === true && isText(block))
  const first = text[0]
  if (first === undefined) return extended
  const own = commonDesigns(text, (block) => designs[block.element] ?? '')
  const around = commonDesigns(text, (block) => designs[parents[block.element] ?? 0] ?? '')
  let top = first.element
  const holds = (element: number, inner: number) => inner >= element && inner < (ends[element] ?? 0)
  while (top !== 0 && !text.every(({ element }) => holds(top, element))) top = parents[top] ?? 0
  for (let level = 0; level < levelsUp; level++) top = parents[top] ?? 0

  const boxes = new Set<number>()
  for (const [i, block] of blocks.entries()) {
    const box = parents[block.element] ?? 0
    if (extended[i] !== true && isText(block) && holds(top, block.element)) {
      extended[i] = own.has(designs[block.element] ?? '') || around.has(designs[box] ?? '')
    }
    if (extended[i] === true && isText(block)) boxes.add(box)
  }
  for (const [i, block] of blocks.entries()) {
    const isHeading = block.kind === 'heading' && block.region === null && block.linkShare < 0.5
    if (isHeading && boxes.has(parents[block.element] ?? 0)) extended[i] = true
  }
  return extended
}

const isText = ({ text, linkShare, region }: Block): boolean =>
  linkShare < 0.5 && (region === null || region.reason === 'other') && isProse(text)

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
