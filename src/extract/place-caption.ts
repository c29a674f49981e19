import { countWords } from './count-words.ts'
import { findCreditInCaption, hasCreditLabel, parseCredit, readsAsCredit } from './parse-credit.ts'
import type { Fate, PlacedBlock } from './placed-block.ts'

/** A caption or a credit line, with whom it credits. */
export function placeCaption(block: PlacedBlock, reason: 'caption' | 'credit'): Fate {
  const whole = reason === 'credit' || readsAsCredit(block.text) ? parseCredit(block.text) : null
  if (whole !== null) return { kind: 'credit', credit: whole }
  const part = block.credit === null ? null : parseCredit(block.credit)
  return { kind: 'dropped', reason, credit: part ?? findCreditInCaption(block.text) }
}

/** Whether a block without a mark is a caption, by how it begins or ends. */
export const readsAsCaption = (text: string): boolean =>
  beginsAsCaption(text) || endsAsCaption(text) || trailsCredit(text)

// "Photo: the queue outside the embassy": a caption, though it credits nobody.
const beginsAsCaption = (text: string): boolean =>
  hasCreditLabel(text) && /^[^.!?]{0,40}[:：]/.test(text) && countWords(text) <= 40

// "The bridge before the flood (Image: Jane Doe)", "... (AP Photo/Jane Doe)": nothing else ends like that.
const endsAsCaption = (text: string): boolean =>
  text.length <= 500 &&
  /[[(](?:(?:photo|image|picture|credit|foto|bild|video)\b[^()[\]]{0,20}[:/][^()[\]]+|[\w ]{2,20} photos?\s?\/[^()[\]]+)[)\]]\.?$/i.test(
    text,
  )

/** “Potash at the port. Photo: Timur Halloch/MTA”: a label and names, no sentence, behind a description. */
const trailsCredit = (text: string): boolean =>
  countWords(text) <= 45 &&
  /(?:^|[.!?|–—-]\s*)(?:photo|image|picture|credit|foto|bild)s?(?: by)?\s?:\s?[\p{Lu}©][^.!?]{1,80}$/iu.test(
    text,
  )
