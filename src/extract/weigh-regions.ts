import type { DropReason } from './classify-region.ts'
import { countWords, isProse } from './count-words.ts'
import type { Block, Region } from './find-blocks.ts'
import { isDateLine } from './parse-date.ts'

/** Words of running text in each region, and in all that is kept. */
export interface Mass {
  readonly total: number
  readonly byRegion: ReadonlyMap<number | string, number>
}

/** What is weighed: a block, and whether the article was found around it. */
type Weighed = Pick<Block, 'text' | 'kind' | 'linkShare' | 'region'> & {
  readonly kept: boolean
  readonly isOwn: boolean
}

/** Weighs how much of the running text each named part of a page holds. */
export function weighRegions(blocks: readonly Weighed[]): Mass {
  const byRegion = new Map<number | string, number>()
  let total = 0
  for (const { kept, text, region, linkShare } of blocks) {
    if (!kept || linkShare > 0.5 || !isProse(text)) continue
    const words = countWords(text)
    total += words
    for (let part = region; part !== null; part = part.inner) {
      // A word that names every paragraph (“paywall”) is weighed as one.
      for (const key of part.word === null ? [part.element] : [part.element, part.word]) {
        byRegion.set(key, (byRegion.get(key) ?? 0) + words)
      }
    }
  }
  return { total, byRegion }
}

/**
 * Share of the running text beyond which a region's name is not believed: `class="share-wrapper"` around the
 * whole article does not make it a row of buttons.
 */
const mostOfText = 0.3

/** Why the markup says that a block is not the article's text; null when it says nothing, or nothing to be believed. */
export function markedReason(block: Weighed, mass: Mass): DropReason | null {
  for (let region = block.region; region !== null; region = region.inner) {
    if (isBelieved(region, block, mass)) return region.reason
  }
  return null
}

function isBelieved(region: Region, { text, kind, isOwn }: Weighed, { total, byRegion }: Mass): boolean {
  const words = Math.max(byRegion.get(region.element) ?? 0, byRegion.get(region.word ?? '') ?? 0)
  if (words > total * mostOfText) return false
  const { reason } = region
  // “teaser” on the first half of an article that subscribers read on: it looks like the rest of it.
  if (isOwn && region.word !== null && outsideName.has(reason)) return false
  // A class “author” or “time” on a paragraph of text is about something else, and so on “10:15 Ferry sails again”.
  if (reason === 'date' && kind === 'heading' && countWords(text) > 4 && !isDateLine(text)) return false
  const isLong = countWords(text) > 40
  return !(isLong && (reason === 'byline' || reason === 'date' || reason === 'credit'))
}

/** Names that a page gives to what leads elsewhere, and some pages to parts of the article. */
const outsideName = new Set<DropReason>(['related', 'byline', 'date', 'share', 'other'])
