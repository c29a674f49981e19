import type { Gazetteer, Office } from '../../records/gazetteer.ts'
import type { TokenRange } from '../token-range.ts'
import type { ActorSentence } from './page.ts'

/** An office in a sentence, with its range and head word. */
export interface PlacedOffice extends TokenRange {
  readonly office: Office
  readonly head: number
  readonly isPlural: boolean
}

/** The longest office whose head word is the token at `head`, not reaching before `from`; null when it is none. */
export function findOffice(
  { lower, sentence }: ActorSentence,
  head: number,
  from: number,
  { offices }: Gazetteer,
): PlacedOffice | null {
  const token = sentence.tokens[head]
  const word = lower[head] ?? ''
  if (!token || !/^(?:NOUN|PROPN|ADJ|X)$/.test(token.upos)) return null
  // “ex-president” is the office, left.
  const spellings = [
    ...new Set(
      [word.replace(/\.$/, ''), token.lemma.toLowerCase(), singularOf(word)].map((each) =>
        each.replace(/^ex-(?=.)/, ''),
      ),
    ),
  ]
  for (const spelling of spellings) {
    for (const office of offices.get(spelling) ?? []) {
      const start = matchBefore(lower, head, from, office.before)
      const end = matchBehind(lower, head, office.behind)
      if (start === -1 || end === -1) continue
      if (office.roles === 'LAB' && spelling === 'union' && states.test(lower[head - 1] ?? '')) continue
      return { office, head, from: start, to: end, isPlural: isPlural(token.features, word, spelling) }
    }
  }
  return null
}

/** “the Federal Union”, “the Customs Union” join states, and no workers. */
const states =
  /^(?:federal|european|african|soviet|customs|economic|monetary|eurasian|arab|western|political)$/

function isPlural(features: string | null, word: string, spelling: string): boolean {
  // “MPs” is taken for a name, and names for one.
  if (word !== spelling && word.endsWith('s')) return true
  if (features !== null && /Number=/.test(features)) return /Number=(?:Plur|Ptan)/.test(features)
  return word !== spelling
}

function singularOf(word: string): string {
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/men$/.test(word)) return `${word.slice(0, -3)}man`
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

/** Where the words before the head begin; -1 when they are others. A hyphen between them counts for nothing. */
function matchBefore(lower: readonly string[], head: number, from: number, words: readonly string[]): number {
  let at = head
  for (let w = words.length - 1; w >= 0; w--) {
    at--
    if (/^[-–]$/.test(lower[at] ?? '')) at--
    if (at < from || lower[at] !== words[w]) return -1
  }
  return at
}

function matchBehind(lower: readonly string[], head: number, words: readonly string[]): number {
  let at = head + 1
  for (const word of words) {
    if (lower[at] !== word) return -1
    at++
  }
  return at
}
