import { sameWords } from './find-title.ts'
import type { PlacedBlock } from './placed-block.ts'

/** Shorter headings stand in too much else. */
const shortestHeading = 15

/**
 * The index of the block that prints an article's title above its text: the last with the same words, else the last heading
 * that is part of the title or holds it; -1 without one.
 */
export function findTitleBlock(
  blocks: readonly Pick<PlacedBlock, 'text' | 'kind'>[],
  firstText: number,
  title: string | null,
): number {
  if (title === null) return -1
  const above = blocks.slice(0, firstText + 1)
  const same = above.findLastIndex(({ text }) => sameWords(text, title))
  if (same !== -1) return same
  return above.findLastIndex(
    ({ text, kind }) =>
      (kind === 'title-heading' || kind === 'heading') &&
      text.length >= shortestHeading &&
      (title.includes(text) || (title.length >= shortestHeading && text.includes(title))),
  )
}
