import { isAdverb } from './find-noun-phrase.ts'
import type { SentenceView } from './sentence-view.ts'
import { possessives } from './word-classes.ts'

/** What one asks with, and what may go without an answer. */
export const enquiries =
  /^(?:requests?|questions?|emails?|e-mails?|calls?|messages?|inquiry|inquiries|enquiry|enquiries|quer(?:y|ies)|letters?)$/

const not = "(?:not|n['’]t) (?:\\* )*"
const immediate = '(?:(?:immediate|official|public|further|initial|\\*) )*'
const answers = '(?:comments?|response|reply|answer)'
const heard = `(?:${answers}|reaction|word|statement)`
const checked = '(?:verified|confirmed|authenticated|corroborated)'
const learned = '(?:learned|learnt|determined|established|ascertained)'

/** How words tell of silence when the silent one is not their subject; over words whose adverbs are written as `*`. */
const patterns: readonly { readonly kind: 'answer' | 'enquiry' | 'check'; readonly words: RegExp }[] = [
  // “No comment was immediately available from the embassy.”
  {
    kind: 'answer',
    words: new RegExp(
      `^no ${immediate}${answers} (?:was|were|is|has been|had been) (?:\\* )*(?:available|offered|forthcoming|given|provided|received)(?= |$)`,
    ),
  },
  // “There was no immediate comment from Selgrad.”
  {
    kind: 'answer',
    words: new RegExp(
      `^there (?:was|were|is|has been|had been) (?:\\* )*no ${immediate}(?:${answers}(?= |$)|${heard}(?= from ))`,
    ),
  },
  // “An e-mail to the port got no reply.” “The paper got no reply from the port.”
  {
    kind: 'enquiry',
    words: new RegExp(
      `^(?:received|got|drew|elicited|brought|met with) no ${immediate}(?:response|reply|answer)(?= |$)`,
    ),
  },
  // “Calls to the port went unanswered.” “Messages left with his office were not immediately returned.”
  { kind: 'enquiry', words: /^(?:went|go|goes|remained) (?:\* )*(?:unanswered|unreturned)(?= |$)/ },
  {
    kind: 'enquiry',
    words: new RegExp(
      `^(?:(?:was|were) ${not}|(?:has|have|had) ${not}been (?:\\* )*)(?:returned|answered)(?= |$)`,
    ),
  },
  // “The footage could not be independently verified.” “It could not be learned whether she had signed.”
  { kind: 'check', words: new RegExp(`^could ${not}be (?:\\* )*(?:${checked}|${learned})(?= |$)`) },
  {
    kind: 'check',
    words:
      /^(?:has|have|had) (?:not|n['’]t) (?:\* )*been (?:\* )*(?:verified|authenticated|corroborated)(?= |$)/,
  },
]

/** How far before a cue what was asked may stand. */
const reach = 14

/** Words that tell of silence, their kind, and the enquiry that was not answered; -1 for none. */
export interface Unanswered {
  readonly to: number
  readonly kind: 'answer' | 'enquiry' | 'check'
  readonly enquiry: number
}

/**
 * The words that begin at token `i` and tell that nobody answered, or that nothing could be checked, where the silent
 * one is not their subject; null for none.
 *
 * “Her letters went unanswered” is left out: whose they are is not the outlet.
 */
export function unansweredAt(view: SentenceView, i: number): Unanswered | null {
  if (
    !/^(?:no|there|received|got|drew|elicited|brought|met|went|go|goes|remained|was|were|has|have|had|could)$/.test(
      view.lower[i] ?? '',
    )
  )
    return null
  const line = view.lower
    .slice(i, i + 12)
    .map((word) => (isAdverb(word) && !/^(?:not|n['’]t|there)$/.test(word) ? '*' : word))
    .join(' ')
  for (const { kind, words } of patterns) {
    const found = words.exec(line)?.[0].trim()
    if (!found) continue
    const to = i + found.split(' ').length
    const enquiry = kind === 'enquiry' ? enquiryBefore(view, i) : -1
    if (kind === 'enquiry' && enquiry === -1 && view.lower[to] !== 'from') return null
    return { to, kind, enquiry }
  }
  return null
}

/** The “calls” of “calls to the ministry | went unanswered”; -1 for none. */
function enquiryBefore(view: SentenceView, cue: number): number {
  for (let k = cue - 1; k >= Math.max(0, cue - reach); k--) {
    const word = view.lower[k] ?? ''
    if (/^[;:—–.]$/.test(word)) return -1
    if (!enquiries.test(word)) continue
    const owned = [1, 2].some((back) => possessives.has(view.lower[k - back] ?? ''))
    return owned ? -1 : k
  }
  return -1
}
