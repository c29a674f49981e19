import type { DropReason } from './classify-region.ts'
import type { AuthorMark } from './find-marks.ts'
import type { PlacedBlock } from './placed-block.ts'
import type { SortedBlocks } from './sort-blocks.ts'

/** Blocks under the text in which an article can be signed. */
const farthestBelow = 12

/** Blocks above the text in which a line can name its author. */
const farthestAbove = 15

/**
 * What a page prints about who wrote its article: bylines at its head, then names that it marks as an author's there, then
 * both below the text, then marked names inside it. Those of comments and other stories are left out.
 */
export function findPrintedBylines(
  blocks: readonly PlacedBlock[],
  { text, bylines }: Pick<SortedBlocks, 'text' | 'bylines'>,
  marks: readonly AuthorMark[],
): string[] {
  const [first = blocks.length, last = blocks.length] = [text[0], text.at(-1)]
  const [start, end] = [blocks[first]?.element ?? 0, blocks[last]?.element ?? 0]
  const own = marks.filter(({ regions }) => !regions.some((reason) => elsewhere.has(reason)))
  const joined = (names: readonly AuthorMark[]) => [...new Set(names.map(({ name }) => name))].join('; ')
  const inHead = blocks
    .slice(Math.max(0, first - farthestAbove), first + 3)
    .filter(({ region }) => region === null || !elsewhere.has(region.reason))
    .flatMap(({ text }) => namedIn(text))
  const below = blocks
    .slice(last + 1, last + 1 + farthestBelow)
    .filter(({ text, region }) => region?.reason === 'byline' || isLabelled.test(text))
    .filter(({ text }) => text.length < 200)
    .map(({ text }) => text)
  return [
    ...bylines,
    joined(own.filter(({ element }) => element <= start)),
    ...inHead,
    joined(own.filter(({ element }) => element > end)),
    ...below,
    joined(own.filter(({ element }) => element > start && element <= end)),
  ].filter((line) => line !== '')
}

const elsewhere = new Set<DropReason>(['comments', 'related', 'advertisement', 'newsletter'])

/** “Author: Jane Doe”, “Autorin/Autor Jane Doe” on a line of its own. */
const isLabelled =
  /^(?:written by|authors?:|author |autor(?:in)?(?:\/(?:-?in|autor))?[\s:]|text(?: von|:)|auteure?s?\s?:|autore\s?:|автор\s?:|作者|文[：/])/iu

/** “Thu 25.04.24 | 14:07 | Von Jane Doe”: the part of a line of labels that names somebody. */
function namedIn(line: string): string[] {
  if (line.length > 200) return []
  const parts = line.split(/\s*[|•·]\s*|\s+[–—-]\s+/)
  return parts.length > 1 || /\d/.test(line) ? parts.filter((part) => announced.test(part)) : []
}

const announced = /^(?:by|von|par|por|di|door|av|af|автор:?)\s+\p{Lu}/iu
