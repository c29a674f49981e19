import { countWords, isProse } from './count-words.ts'
import { type Block, findBlocks, type Region } from './find-blocks.ts'
import { type EmbeddedText, findEmbeddedText } from './find-embedded-text.ts'
import { parsePage } from './parse-page.ts'
import type { PlacedBlock } from './placed-block.ts'
import { splitParagraphs } from './split-paragraphs.ts'

/** What a page shows of an article that it keeps for subscribers or for scripts is shorter than this. */
const mostWordsOfPart = 400

/** A page that shows more of its article than this share has it all, but for what its editors cut. */
const mostShown = 0.4

/**
 * The blocks of a page with the text that its scripts carry in the place of what it shows, where that is only a part;
 * the blocks as they are, where the page shows all. `text` are the indices of the blocks that are its text, `from` is the first number free for elements.
 */
export async function placeEmbedded(
  blocks: readonly PlacedBlock[],
  text: readonly number[],
  scripts: readonly string[],
  title: string | null,
  from: number,
): Promise<readonly PlacedBlock[]> {
  const shown = text.flatMap((i) => blocks[i] ?? []).filter(({ text }) => isProse(text))
  const words = shown.reduce((sum, { text }) => sum + countWords(text), 0)
  const longest = scripts.reduce((most, { length }) => Math.max(most, length), 0)
  // No script can hold much more than the page does.
  if (words > mostWordsOfPart || longest < words * 8) return blocks
  const begins = words < fewestWordsToCompare ? null : (shown[0]?.text ?? null)
  const embedded = findEmbeddedText(scripts, title, begins)
  if (embedded === null || words > embedded.words * mostShown) return blocks
  const first = blocks.findIndex(({ kept, text }) => kept && isProse(text))
  const at = first === -1 ? blocks.findLastIndex(({ kind }) => kind === 'title-heading') + 1 : first
  const hidden = blocks.map((block) => ({ ...block, kept: false }))
  return [...hidden.slice(0, at), ...(await toBlocks(embedded, from)), ...hidden.slice(at)]
}

/** A page that shows fewer words shows a notice, not the beginning. */
const fewestWordsToCompare = 20

async function toBlocks({ form, content }: EmbeddedText, from: number): Promise<PlacedBlock[]> {
  if (form === 'lines') {
    return splitParagraphs(content).map((text, i) => ({
      text,
      kind: 'paragraph',
      linkShare: 0,
      links: [],
      isStrong: false,
      inQuote: false,
      row: null,
      cell: null,
      region: null,
      credit: null,
      element: from + i,
      kept: true,
      isOwn: false,
    }))
  }
  const page = await parsePage(content)
  return findBlocks(page.document.body, page.hiddenClasses).blocks.map((block: Block) => ({
    ...block,
    element: from + block.element,
    row: block.row === null ? null : from + block.row,
    cell: block.cell === null ? null : from + block.cell,
    region: shift(block.region, from),
    kept: true,
    isOwn: false,
  }))
}

const shift = (region: Region | null, by: number): Region | null =>
  region === null ? null : { ...region, element: region.element + by, inner: shift(region.inner, by) }
