import type { Mention, Sentence, Statement } from '../../records/reading.ts'
import { findDescribed } from './find-described.ts'
import { type Actors, openActors } from './open-actors.ts'
import { type ActorsInput, openPage, tokensOf } from './page.ts'

/** Relations in which one acts or is acted on. */
const acting = /^(?:[nc]subj|obj|iobj|obl:agent|root|appos|conj|parataxis)/

/**
 * Resolves whom an article speaks of: every person it names, every body and country that acts in it, whom an office
 * tells (“Venezuela’s ambassador”), and every source of a statement. `actors` stays open for later stages.
 */
export function resolveActors(
  input: ActorsInput,
  statements: readonly Statement[],
): { actors: Actors; statements: Statement[] } {
  const page = openPage(input)
  const actors = openActors(input, page)
  const spans = findDescribed(page)
  let sentence = 0
  for (const mention of input.mentions) {
    while (
      sentence + 1 < input.sentences.length &&
      (input.sentences[sentence + 1]?.start ?? 0) <= mention.start
    )
      sentence++
    if (isActing(mention, input.sentences[sentence], input.text))
      spans.push({ start: mention.start, end: mention.end })
  }
  for (const span of spans.sort((a, b) => a.start - b.start || a.end - b.end)) actors.at(span)
  return {
    actors,
    statements: statements.map((statement) => ({
      ...statement,
      sourceActor: statement.source === null ? null : actors.at(statement.source),
    })),
  }
}

function isActing(mention: Mention, sentence: Sentence | undefined, text: string): boolean {
  if (mention.type === 'PER') return true
  if (mention.type !== 'ORG' && mention.type !== 'GPE') return false
  const range = sentence && tokensOf(sentence, mention)
  if (!range) return false
  for (let k = range.from; k < range.to; k++) {
    const token = sentence.tokens[k]
    if (!token || (token.head >= range.from && token.head < range.to)) continue
    // “WASHINGTON (Agency) —”
    if (
      /^\p{Lu}{4,}[/,]/u.test(text.slice(mention.start, mention.end + 1)) ||
      text[mention.start - 1] === '(' ||
      /^\s?[(—–]|^ - /.test(text.slice(mention.end, mention.end + 3))
    )
      return false
    if (acting.test(token.deprel)) return true
    // “pressure from Washington”, “talks with Caracas”
    const preposition = sentence.tokens[range.from - 1]
    return (
      /^(?:obl|nmod)/.test(token.deprel) &&
      preposition !== undefined &&
      /^(?:with|against|from|between|by)$/.test(preposition.lemma)
    )
  }
  return false
}
