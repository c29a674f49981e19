import type { Credit, Dropped } from '../records/article.ts'
import { classifyFurniture, type Furniture, type Place } from './classify-furniture.ts'
import { classifyLinks } from './classify-links.ts'
import { classifyNotice } from './classify-notice.ts'
import type { DropReason } from './classify-region.ts'
import { countRepeats, isRepeated } from './count-repeats.ts'
import { countWords, endsSentence, isProse } from './count-words.ts'
import { dropAuthors, dropLastLabels } from './drop-tail.ts'
import { isHeadLabel, isLead, isTitle, isTold } from './find-head.ts'
import { findDatelineCredit, parseSignature } from './find-text-credits.ts'
import { sameWords } from './find-title.ts'
import { isDateStamp } from './is-date-stamp.ts'
import { parseCredit, readsAsCredit } from './parse-credit.ts'
import { placeCaption, readsAsCaption } from './place-caption.ts'
import type { About, Fate, PlacedBlock } from './placed-block.ts'
import { markedReason, weighRegions } from './weigh-regions.ts'

/** Every block of a page in its place. */
export interface SortedBlocks {
  /** Indices of the blocks that are the text. */
  readonly text: readonly number[]
  readonly credits: readonly Credit[]
  readonly dropped: readonly Dropped[]
  /** Bylines as printed at the head of the article, in order. */
  readonly bylines: readonly string[]
  /** Date lines as printed there, in order. */
  readonly dates: readonly string[]
  /** Index of the first block of the text; the number of blocks when there is none. */
  readonly firstText: number
}

/**
 * Sorts the blocks of a page into its text, its credits and what is neither, losing none.
 *
 * The same rules serve HTML and plain text: plain text has no regions and no links, and all of it is kept.
 */
export function sortBlocks(
  blocks: readonly PlacedBlock[],
  title: string | null,
  about: About = { summary: null, people: [] },
): SortedBlocks {
  const mass = weighRegions(blocks)
  const repeated = countRepeats(blocks)
  const { headFrom, lastKept, titleAt } = findExtent(blocks, title)
  const hasMarkup = blocks.some((block) => !block.kept || block.region !== null || block.linkShare > 0)
  const fates: Fate[] = []
  let proseWords = 0
  let section: Section | null = null
  let previous: PlacedBlock | undefined
  for (const [i, block] of blocks.entries()) {
    const place: Place = {
      inHead: proseWords === 0,
      isLink: block.linkShare > 0.9,
      isHeading: isHeading(block),
    }
    const marked = markedReason(block, mass)
    if (title !== null && (place.inHead || place.isHeading) && isTitle(block, title, place)) {
      fates.push(drop('title'))
      continue
    }
    const nearText = i >= headFrom && i <= lastKept
    if (
      nearText &&
      place.inHead &&
      isLead(block, marked, i - titleAt, titleAt !== -1, about) &&
      !isTold(block, blocks)
    ) {
      fates.push({ kind: 'text' })
      continue
    }
    if (!block.kept) {
      fates.push(placeUnkept(block, marked, place, nearText))
      continue
    }
    if (isRepeated(block, repeated)) {
      fates.push(drop('other'))
      continue
    }
    // “POLITICS” above the title names the section of the paper.
    if (i < titleAt && place.inHead && isKicker(block.text)) {
      fates.push(drop('navigation'))
      continue
    }
    const furniture =
      classifyFurniture(block.text, place) ?? classifyLinks(block, place) ?? classifyNotice(block.text)
    if (furniture === null && place.inHead && isHeadLabel(block)) {
      fates.push(drop(isDateStamp(block.text) ? 'date' : 'other'))
      continue
    }
    if (section !== null) {
      const next = blocks.slice(i + 1, i + 8).find((other) => other.kept)
      // “Latest from the blog” below the comment form is a section of its own.
      const isOther = furniture?.opens === 'section' && furniture.reason !== section.reason
      if (!isOther && staysInSection(section, block, previous, next, hasMarkup)) {
        fates.push(drop(section.reason))
        previous = block
        if (section.lines === 1) section = null
        continue
      }
      section = null
    }
    previous = block
    const fate = placeKept(block, marked, place, furniture)
    fates.push(fate)
    if (fate.kind === 'text') proseWords += isProse(block.text) ? countWords(block.text) : 0
    else if (fate.kind === 'dropped' && marked === null && furniture?.reason === fate.reason) {
      section = openSection(furniture, proseWords)
    }
  }
  dropAuthors(blocks, fates, about.people)
  dropHeadingsOfNothing(blocks, fates)
  dropLastLabels(blocks, fates)
  dropHeadingsOfNothing(blocks, fates)
  const signatures = signArticle(blocks, fates)
  return collect(blocks, fates, headFrom, signatures)
}

const undecided: Fate = { kind: 'dropped', reason: 'other', credit: null }

/** A few words that are no sentence. */
const isKicker = (text: string): boolean => countWords(text) <= 4 && !endsSentence(text)

const isHeading = ({ kind }: PlacedBlock): boolean => kind === 'heading' || kind === 'title-heading'

/** Where the article begins, its head included, and where it ends: indices of blocks. */
function findExtent(blocks: readonly PlacedBlock[], title: string | null) {
  const firstKept = blocks.findIndex((block) => block.kept && isProse(block.text))
  const titleAt = title === null ? -1 : blocks.findIndex((block) => sameWords(block.text, title))
  // A lead picture and the byline stand above the text, often outside what holds it.
  const headFrom = titleAt !== -1 && titleAt < firstKept ? titleAt : Math.max(0, firstKept - 15)
  return { headFrom, lastKept: blocks.findLastIndex((block) => block.kept), titleAt }
}

function placeUnkept(block: PlacedBlock, marked: DropReason | null, place: Place, nearText: boolean): Fate {
  const reason = marked ?? block.region?.reason ?? null
  if (nearText && (reason === 'caption' || reason === 'credit')) return placeCaption(block, reason)
  // "Share" in a form is still "share"; in a list of related stories it belongs to the list.
  if (reason !== null && reason !== 'other') return drop(reason)
  const furniture = classifyFurniture(block.text, { ...place, inHead: place.inHead && nearText })
  if (furniture !== null && furniture.reason !== 'other') return drop(furniture.reason)
  return drop(reason ?? (block.linkShare > 0.6 ? 'navigation' : 'other'))
}

function placeKept(
  block: PlacedBlock,
  marked: DropReason | null,
  place: Place,
  furniture: Furniture | null,
): Fate {
  if (marked === 'caption' || marked === 'credit') return placeCaption(block, marked)
  if (marked !== null) return drop(marked)
  if (!place.isHeading) {
    const credit = readsAsCredit(block.text) ? parseCredit(block.text) : null
    if (credit !== null) return { kind: 'credit', credit }
    if (readsAsCaption(block.text)) return placeCaption(block, 'caption')
  }
  return furniture === null ? { kind: 'text' } : drop(furniture.reason)
}

const drop = (reason: DropReason): Fate => ({ kind: 'dropped', reason, credit: null })

/** What a heading opened: the blocks below belong to it, as many lines as it takes. */
interface Section {
  readonly reason: DropReason
  readonly lines: number
}

/** Running text after which “Leave a Reply” means that the article is over; above it, it is a link to there. */
const fewestWordsBeforeComments = 40

function openSection(furniture: Furniture, proseWords: number): Section | null {
  if (furniture.opens === null) return null
  if (furniture.opens === 'line') return { reason: furniture.reason, lines: 1 }
  if (furniture.reason === 'comments' && proseWords < fewestWordsBeforeComments) return null
  return { reason: furniture.reason, lines: Number.POSITIVE_INFINITY }
}

function staysInSection(
  section: Section,
  block: PlacedBlock,
  previous: PlacedBlock | undefined,
  next: PlacedBlock | undefined,
  hasMarkup: boolean,
): boolean {
  if (section.reason === 'comments') return true
  if (section.reason === 'newsletter') return block.kind === 'item'
  // Below “Read also” a marked-up page has the link, if it has it at all.
  if (section.lines === 1) return !isProse(block.text) && (!hasMarkup || block.linkShare > 0)
  if (!isProse(block.text)) return true
  // A teaser: a headline above, the next headline or nothing below. Running text goes on with running text.
  const isTeaser =
    previous !== undefined && !isProse(previous.text) && (next === undefined || !isProse(next.text))
  return isTeaser && (!hasMarkup || block.linkShare > 0.3)
}

// “More on this story” above a list of links that was dropped; “In pictures” at the end.
function dropHeadingsOfNothing(blocks: readonly PlacedBlock[], fates: Fate[]): void {
  // What stands below, up to the next heading or text: upwards from the end, where there is nothing.
  let below: 'nothing' | 'text' | 'heading' | DropReason = 'nothing'
  for (let i = blocks.length - 1; i >= 0; i--) {
    const fate = fates[i]
    const block = blocks[i]
    if (fate === undefined || block === undefined || !block.kept) continue
    if (fate.kind === 'dropped') {
      if (below !== 'text' && !besideText.has(fate.reason)) below = fate.reason
    } else if (fate.kind === 'text') {
      if (below === 'related' && isPointer(block)) fates[i] = drop('related')
      else if (!isHeading(block)) below = 'text'
      // A heading over a heading stays: “Live updates” over “10:15”.
      else if (below === 'text' || below === 'heading') below = 'heading'
      else fates[i] = drop(below === 'nothing' ? 'related' : below)
    }
  }
}

// “More on this in our live blog:” above a box that leads there.
const isPointer = ({ kind, text }: PlacedBlock): boolean =>
  kind === 'paragraph' && /[:：]$/.test(text) && countWords(text) <= 20

/** These stand in the middle of a section as well. */
const besideText = new Set<DropReason>(['caption', 'credit', 'advertisement', 'date', 'byline'])

// The last lines of an article credit it: “— Meridian Press”, “(Reporting by Jane Doe)”.
function signArticle(blocks: readonly PlacedBlock[], fates: Fate[]): Credit[] {
  const texts = blocks.flatMap((_, i) => (fates[i]?.kind === 'text' ? [i] : []))
  const credits: Credit[] = []
  const dateline = findDatelineCredit(
    blocks[texts.find((i) => isProse(blocks[i]?.text ?? '')) ?? -1]?.text ?? '',
  )
  if (dateline !== null) credits.push(dateline)
  for (const i of texts.slice(1).slice(-4).reverse()) {
    const signature = parseSignature(blocks[i]?.text ?? '')
    if (signature !== null) fates[i] = { kind: 'credit', credit: signature }
    else if (isProse(blocks[i]?.text ?? '')) break
  }
  return credits
}

function collect(
  blocks: readonly PlacedBlock[],
  fates: readonly Fate[],
  headFrom: number,
  signatures: readonly Credit[],
): SortedBlocks {
  const text: number[] = []
  const credits: Credit[] = []
  const dropped: { reason: DropReason; region: number; texts: string[] }[] = []
  const bylines: string[] = []
  const dates: string[] = []
  let firstText = blocks.length
  let isAdjacent = false
  for (const [i, block] of blocks.entries()) {
    const fate = fates[i] ?? undecided
    if (fate.kind === 'text') {
      if (text.length === 0) firstText = i
      text.push(i)
    } else if (fate.kind === 'credit') credits.push(fate.credit)
    else {
      if (fate.credit !== null) credits.push(fate.credit)
      if (text.length === 0 && i >= headFrom) {
        if (fate.reason === 'byline') bylines.push(block.text)
        if (fate.reason === 'date' || fate.reason === 'byline') dates.push(block.text)
      }
      const region = block.region?.element ?? -1
      const last = dropped[dropped.length - 1]
      if (isAdjacent && last?.reason === fate.reason && last.region === region) last.texts.push(block.text)
      else dropped.push({ reason: fate.reason, region, texts: [block.text] })
    }
    isAdjacent = fate.kind === 'dropped'
  }
  return {
    text,
    credits: uniqueCredits([...credits, ...signatures]),
    dropped: dropped.map(({ reason, texts }) => ({ reason, text: texts.join('\n') })),
    bylines,
    dates,
    firstText,
  }
}

function uniqueCredits(credits: readonly Credit[]): Credit[] {
  const seen = new Set<string>()
  return credits.filter(({ of, text }) => {
    const key = `${of} ${text}`
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}
