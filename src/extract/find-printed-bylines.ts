import type { AuthorMark } from './find-marks.ts'
import type { PlacedBlock, SortedBlocks } from './sort-blocks.ts'

/** Blocks under the text in which an article can be signed. */
const farthestBelow = 6

/**
 * What a page prints about who wrote its article: bylines at its head, then names that it marks as an author's there, then
 * both below the text. Those of comments and other stories are left out.
 */
export function findPrintedBylines(
  blocks: readonly PlacedBlock[],
  { text, bylines }: SortedBlocks,
  marks: readonly AuthorMark[],
): string[] {
  const [first = blocks.length, last = blocks.length] = [text[0], text.at(-1)]
  const [start, end] = [blocks[first]?.element ?? 0, blocks[last]?.element ?? 0]
  const own = marks.filter(
    ({ regions }) =>
      !regions.some((reason) => reason === 'comments' || reason === 'related' || reason === 'advertisement'),
  )
  const joined = (names: readonly AuthorMark[]) => [...new Set(names.map(({ name }) => name))].join('; ')
  const below = blocks
    .slice(last + 1, last + 1 + farthestBelow)
    .filter(({ region }) => region?.reason === 'byline')
    .map(({ text }) => text)
  return [
    ...bylines,
    joined(own.filter(({ element }) => element <= start)),
    joined(own.filter(({ element }) => element > end)),
    ...below,
  ].filter((line) => line !== '')
}
