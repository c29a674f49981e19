import type { Furniture, Place } from './classify-furniture.ts'
import { countWords, endsSentence } from './count-words.ts'
import type { PlacedBlock } from './placed-block.ts'

/** Headlines that a text points at are no longer. */
const longestPointer = 30

/** Tells by its links, not by its words, what leads elsewhere: in any language. Null for text. */
export function classifyLinks(block: PlacedBlock, place: Place): Furniture | null {
  if (place.isHeading || block.linkShare === 0) return null
  const { text, links, kind } = block
  const words = countWords(text)
  // A paragraph that is one link and no sentence leads elsewhere; in a list, whatever it is.
  if (
    place.isLink &&
    (!endsSentence(text) || (words <= longestPointer && (kind === 'item' || /[?!]["”’»]*$/.test(text))))
  )
    return { reason: place.inHead ? 'navigation' : 'related', opens: null }
  const link = links[0]
  if (link === undefined || words > longestPointer) return null
  // “» All dates of the council at a glance”, “>> Here ...”: a page's own arrow.
  if (/^(?:>>?|»|›|→|➤|►|▶|☞|👉|➡)/u.test(text)) return { reason: 'related', opens: null }
  // “MORE ON THIS | Headline”, “Czytaj także: Headline”: a short label, then a headline that is a link.
  const label = text.slice(0, link.start).trim()
  const isPointer =
    links.length === 1 &&
    label !== '' &&
    countWords(label) <= 8 &&
    /[:：|>»›→–—-]$/.test(label) &&
    text.slice(link.end).replace(/[\s.!?»”"]/g, '') === '' &&
    countWords(text.slice(link.start, link.end)) >= 4
  return isPointer ? { reason: 'related', opens: null } : null
}
