import type { Phrase } from './phrase.ts'

/** Verbs whose object is a place that somebody goes to. */
const motion =
  /^(?:visit|reach|leave|enter|tour|arrive|fly|travel|go|come|return|flee|drive|walk|head|move|land|sail|march|live|stay|work|bear|base|depart|escape|gather|hold|meet|open|speak|happen|die|wound|kill|wind|set)$/
const placing = /^(?:in|at|near|inside|outside|around|through|across|into|throughout|within|via|over)$/

/**
 * Whether a seat of government acts for it here: “Caracas said”, “pressure from Washington”, but not “in Washington”
 * nor “flew to Minsk”.
 */
export function acts({ sentence, head }: Phrase): boolean {
  const { tokens } = sentence.sentence
  const token = tokens[head]
  if (!token) return false
  const verb = tokens[token.head]
  let preposition = ''
  for (let k = head - 1; k >= 0 && k >= head - 4; k--) {
    if (tokens[k]?.upos === 'ADP') {
      preposition = sentence.lower[k] ?? ''
      break
    }
    if (/^(?:VERB|AUX|PUNCT)$/.test(tokens[k]?.upos ?? '')) break
  }
  // “WASHINGTON (Agency) —” tells where it was written.
  if (/^\p{Lu}{4}/u.test(sentence.words[head] ?? '') && /^[-(–—,/]/.test(sentence.words[head + 1] ?? ''))
    return false
  if (placing.test(preposition)) return false
  const goes = verb !== undefined && motion.test(verb.lemma.toLowerCase())
  if (preposition === 'to' || preposition === 'from' || preposition === 'for' || preposition === 'of')
    return !goes && !/^appos|^nmod:desc/.test(token.deprel) && preposition !== 'of'
  if (/^obj/.test(token.deprel)) return !goes
  return !/^(?:appos|compound|nmod:unmarked|obl:unmarked)/.test(token.deprel) || preposition !== ''
}
