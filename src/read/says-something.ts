import type { PlacedStatement } from './place-drafts.ts'
import { type Page, quotationAt, wordAt } from './statement-page.ts'
import type { TokenRange } from './token-range.ts'

/** What is done to works, whose titles stand in quotation marks: “sang ‘The Quiet Harbour’”. */
const works =
  /^(?:sang|sing|sings|sung|singing|read|reads|reading|recited|performed|played|plays|directed|published|titled|entitled|starred|watched)$/

/**
 * Whether a content is something that is said: not “Marsh promised nothing”, not “asked not to be named”, and not the
 * title of a song.
 */
export function saysSomething({ cue, content, kind }: PlacedStatement, page: Page): boolean {
  const [first] = content
  if (!first || kind === 'silence') return true
  const opening = [0, 1, 2, 3].map((k) => wordAt(page, first.from + k).toLowerCase()).join(' ')
  if (/^(?:not )?to be (?:named|identified|quoted)/.test(opening)) return false
  if (content.length === 1 && first.to === first.from + 1 && /^(?:nothing|comment)\b/.test(opening))
    return false
  return !(works.test(wordAt(page, cue.from).toLowerCase()) && isTitle(first, page))
}

/** “Letters to Tarn”: capitals throughout, short words aside, and no mark that ends a sentence. */
function isTitle({ from }: TokenRange, page: Page): boolean {
  const quotation = quotationAt(page, from)
  if (quotation?.open !== from || quotation.close - quotation.open > 16) return false
  let capitals = 0
  for (let k = quotation.open + 1; k < quotation.close; k++) {
    const word = wordAt(page, k)
    if (/[.!?,;:]/.test(word)) return false
    if (/^\p{Lu}/u.test(word)) capitals++
    else if (word.length > 4) return false
  }
  return capitals > 0
}
