import type { Statement } from '../records/reading.ts'
import type { Stance } from '../records/report.ts'

const claim =
  '(?:claims?|statements?|allegations?|accusations?|assertions?|reports?|stor(?:y|ies)|remarks?|account)'
const notDenying =
  /(?:\b(?:not|never)|n[’']t) (?:\p{L}{1,12}ly )?(?:deny|denied|denies|denying|disputed?|contest(?:ed)?)$/iu
const refusing = /\brefus(?:e|es|ed|ing) to (?:\p{L}{1,12}ly )?believe$/iu
const retracting = new RegExp(
  `\\b(?:retract(?:s|ed)?|withdrew|withdraws|recant(?:s|ed)?|disavow(?:s|ed)?|took back|takes back|walked back) (?:his|her|its|their|the|an?) (?:\\p{L}+ ){0,2}${claim} that\\b`,
  'iu',
)
const mocking = new RegExp(
  `\\b(?:scoff(?:s|ed)? at|laugh(?:s|ed)? (?:at|off)|sneer(?:s|ed)? at|mock(?:s|ed)?|ridicul(?:es|ed)|pooh-poohed) (?:the|any|this|that|her|his|their) (?:\\p{L}+ ){0,2}(?:ideas?|notion|suggestions?|prospect|${claim}) (?:that|of)\\b`,
  'iu',
)

/** How much is looked at before the cue and behind it, in UTF-16 units. */
const [before, behind] = [30, 80]

/**
 * How somebody stands to what he is said to speak of, where the words that attribute it tell: “did not deny that” leaves it
 * open, “refused to believe that” and “scoffed at the idea that” doubt, “retracted his claim that” denies. Null elsewhere.
 */
export function judgeCue(text: string, { cue, content }: Statement): Stance | null {
  if (content === null || content.start < cue.end) return null
  const cueWords = text.slice(Math.max(0, cue.start - before), cue.end)
  const words = `${text.slice(cue.start, cue.end)} ${text.slice(content.start, Math.min(content.end, content.start + behind))}`
  if (notDenying.test(cueWords)) return 'silent'
  if (refusing.test(cueWords) || /\brefus(?:e|es|ed|ing) to believe\b/i.test(words)) return 'doubts'
  if (mocking.test(words)) return 'doubts'
  return retracting.test(words) ? 'denies' : null
}
