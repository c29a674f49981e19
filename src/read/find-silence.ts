import { isAdverb } from './find-noun-phrase.ts'
import type { SentenceView } from './sentence-view.ts'

const not = "(?:not|n['’]t) (?:\\* )*"
const refused = '(?:declined|declines|refused|refuses|refusing|declining) (?:\\* )*to (?:\\* )*'
const asking = '(?:whether|if|who|what|when|where|why|how|which)'

/** Ways of saying nothing, over words in lower case whose adverbs are written as `*`; each ends with the cue. */
const silences: readonly RegExp[] = [
  `(?:did|do|does|has|have|had) ${not}(?:respond|responded|reply|replied|return|returned|answer|answered|comment|commented)(?= |$)`,
  `${refused}(?:comment|elaborate|answer|discuss|be interviewed)(?= |$)`,
  `${refused}(?:say|confirm|disclose|specify|reveal|explain|tell)(?= (?:[^ ]+ ){0,4}${asking}(?: |$))`,
  `(?:did|does|do|would|will|has|have|had) ${not}(?:say|said|confirm|confirmed|disclose|disclosed|specify|specified|reveal|revealed|explain|explained|tell|told)(?= (?:[^ ]+ ){0,4}${asking}(?: |$))`,
  // “Which matters he meant he did not explain.” “Nobody in Selgrad will say.”
  `(?:did|does|would|will) ${not}(?:say|explain|elaborate)(?= [.!?]|$)`,
  `${refused}(?:say|explain)(?= [.!?]|$)`,
  `(?:would|will) ${not}(?:comment|elaborate|discuss|respond|answer)(?= |$)`,
  '(?:declined|declines) (?:\\* )*(?:comment|requests?)(?= |$)',
  `(?:could|can) ${not}be (?:\\* )*reached(?: for comment)?`,
  `(?:was|were|is|are) ${not}available (?:for|to) comment`,
  // “Meridian Press could not immediately verify the footage”: an outlet that vouches for nothing is silent, too.
  `(?:could|can) ${not}(?:verify|authenticate|corroborate|confirm)(?= |$)`,
  `(?:(?:was|were|is|are) (?:${not}able|(?:\\* )*unable)|(?:has|have|had) ${not}been (?:\\* )*able|(?:has|have|had) (?:\\* )*been (?:\\* )*unable) to (?:\\* )*(?:verify|authenticate|corroborate|confirm)(?= |$)`,
  '(?:has|have|had) \\* to (?:\\* )*(?:comment|respond|reply|answer|react)(?= |$)',
  '(?:gave|offered|provided) no (?:immediate |further |\\* )*(?:comment|details|explanation|answer|reply|response)(?= |$)',
  '(?:had|has|have) no (?:immediate |further |\\* )*comment',
  '(?:had |has |have )?(?:\\* )*said nothing(?= |$)',
  'referred (?:\\* )*(?:all )?(?:further )?(?:questions|inquiries|enquiries|queries|requests|calls|reporters|comment)(?= |$)',
].map((pattern) => new RegExp(`^(?:${pattern})`))

/** What says something of anybody else is silence where nobody does it: “Nobody in Selgrad would say where he is”. */
const ofNobody = new RegExp(
  `^(?:will|would|could|has|have|had) (?:\\* )*(?:(?:say|said|explain|explained|tell|disclose|disclosed)(?= (?:[^ ]+ ){0,4}${asking}(?: |$)|(?: [.!?])?$| [.!?])|(?:comment|commented|respond|responded|reply|replied|answer|answered)(?= |$)|be (?:\\* )*reached(?: for comment)?)|^(?:was|were) (?:\\* )*available (?:for|to) comment`,
)

/** Whether the few words before a verb name nobody: “nobody in Selgrad”, “neither ministry”, “no one”. */
function isOfNobody(view: SentenceView, verb: number): boolean {
  for (let k = verb - 1; k >= Math.max(0, verb - 8); k--) {
    if (/^(?:[,;:—–]|that|who|which)$/.test(view.lower[k] ?? '')) return false
    if (/^(?:nobody|neither|none|no)$/.test(view.lower[k] ?? '')) return true
  }
  return false
}

/** Where a cue of silence that begins at token `i` ends; `i` when none does. */
export function silenceEnd(view: SentenceView, i: number): number {
  const line = view.lower
    .slice(i, i + 10)
    .map((word) => (isAdverb(word) && !/^(?:not|n['’]t)$/.test(word) ? '*' : word))
    .join(' ')
  const patterns =
    /^(?:will|would|could|has|have|had|was|were) /.test(line) && isOfNobody(view, i)
      ? [...silences, ofNobody]
      : silences
  for (const silence of patterns) {
    const words = silence.exec(line)?.[0].trim()
    if (words) return i + words.split(' ').length
  }
  return i
}
