import { classifyFurniture, isNameList, type Place } from './classify-furniture.ts'
import type { DropReason } from './classify-region.ts'
import { countWords, endsSentence, isProse } from './count-words.ts'
import { sameWords } from './find-title.ts'
import { isDateStamp } from './is-date-stamp.ts'
import { readsAsCredit } from './parse-credit.ts'
import type { About, PlacedBlock } from './placed-block.ts'

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Shorter titles stand in too much else. */
const shortestTitle = 15

/**
 * Whether a block is the article's title as the page prints it: the same words, or a main heading above the text that
 * holds them (“Ferries - No boats before Monday”) or part of them.
 */
export function isTitle({ kind, text }: PlacedBlock, title: string, { inHead }: Place): boolean {
  if (sameWords(text, title)) return true
  if (!inHead || kind !== 'title-heading') return false
  if (isProse(text) && text.length > 2 * title.length) return false
  const [printed, known] = [bare(text), bare(title)]
  if (printed.length < shortestTitle || known.length < shortestTitle) return false
  return printed.includes(known) || known.includes(printed)
}

/** Between the title and the lines under it stand a picture, names, a date and buttons. */
const farthestLead = 30

/**
 * Whether a block above the text is the article's lead: a summary of its own that many pages set apart, in their head or
 * as a heading. It has the words of the page's description, or stands near the title and reads as a sentence or two.
 */
export function isLead(
  block: PlacedBlock,
  marked: DropReason | null,
  afterTitle: number,
  hasTitle: boolean,
  { summary }: About,
): boolean {
  const { text, kind, linkShare } = block
  const words = countWords(text)
  if (linkShare > 0.3 || words < 5 || kind === 'title-heading') return false
  if (marked !== null && neverLead.has(marked)) return false
  if (summary !== null && isSummary(text, summary)) return true
  if (block.kept || marked !== null || !hasTitle || afterTitle <= 0 || afterTitle > farthestLead) return false
  if (kind !== 'heading' && kind !== 'paragraph') return false
  if (readsAsCredit(text) || isDateStamp(text) || isNameList(text)) return false
  if (classifyFurniture(text, { inHead: true, isLink: false, isHeading: false }) !== null) return false
  return kind === 'heading'
    ? words >= 7 && afterTitle <= 4
    : isProse(text) || (words >= 8 && endsSentence(text))
}

const neverLead = new Set<DropReason>([
  'caption',
  'credit',
  'comments',
  'newsletter',
  'advertisement',
  'footer',
])

/** Descriptions are cut short at about 160 characters, and leads begin with a place or a label. */
const sharedStart = 40

function isSummary(text: string, summary: string): boolean {
  const [left, right] = [bare(text), bare(summary.replace(/(?:…|\.{3}|\[…\])\s*$/, ''))]
  if (left.length < sharedStart || right.length < sharedStart) return left !== '' && left === right
  return left.startsWith(right) || right.startsWith(left)
}

/** Labels above the text: names, a place, a date; no sentence and no heading. */
export function isHeadLabel({ text, kind, isStrong }: PlacedBlock): boolean {
  if (kind !== 'paragraph') return false
  if (isDateStamp(text)) return true
  // “BAAR, SWITZERLAND” on a line of its own is a dateline.
  if (/^[\p{Lu}\s.'’-]+,[\p{Lu}\s.,'’-]+$/u.test(text)) return false
  return countWords(text) <= 3 && !endsSentence(text) && !isStrong && !/[:：(]/.test(text)
}

/** Blocks of the text in which the words of a lead are looked for. */
const firstBlocks = 60

/** Whether the text says the same words itself: a page’s description is often its first lines. */
export function isTold(block: PlacedBlock, blocks: readonly PlacedBlock[]): boolean {
  if (block.kept) return false
  const words = bare(block.text)
  let looked = 0
  for (const other of blocks) {
    if (!other.kept || other === block) continue
    if (looked++ > firstBlocks) return false
    if (other.text.length >= block.text.length && bare(other.text).includes(words)) return true
  }
  return false
}
