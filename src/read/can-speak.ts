import type { SentenceView } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'
import { prepositions, speakingNouns, subjectPronouns, timeNouns } from './word-classes.ts'

/** Nouns for people by their endings: “nominee”, “observers”, “economist”. */
const people = /(?:ee|er|or|ist|ian|man|men|woman|women|people)s?$/
const mute = new Set(['it', 'this', 'that', 'these', 'those', 'there'])

/**
 * Whether a phrase can say something: a name, a pronoun, a person, a text, a poll. “The timing suggests …” reports
 * nobody.
 */
export function canSpeak(view: SentenceView, { from, to }: TokenRange): boolean {
  const words = view.lower.slice(from, to)
  // “Ana Petrov (D-Tarn)”, “the envoy, who …”: the phrase itself stands first.
  const mark = words.findIndex((word) => /^[,([]$/.test(word))
  const phrase = mark > 0 ? words.slice(0, mark) : words
  if (phrase.some((word) => speakingNouns.has(word))) return true
  const of = phrase.findIndex((word) => prepositions.has(word))
  const at = of > 0 ? of - 1 : phrase.length - 1
  const head = phrase[at] ?? ''
  if (subjectPronouns.has(head)) return !mute.has(head)
  if (timeNouns.has(head)) return false
  return /^\p{Lu}/u.test(view.words[from + at] ?? '') || people.test(head)
}
