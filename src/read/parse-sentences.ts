import type { Lexicon } from '../records/lexicon.ts'
import type { Sentence } from '../records/reading.ts'
import { describeTokens } from './lemmas/describe-tokens.ts'
import type { Parse } from './neural/open-syntax.ts'
import type { Engine } from './open-engine.ts'
import type { BareSentence } from './split-sentences.ts'

/** Gives every token its part of speech, its head and relation, its lemma and features. */
export function parseSentences(
  text: string,
  bareSentences: readonly BareSentence[],
  engine: Engine,
  lexicon: Lexicon,
): Sentence[] {
  const words = bareSentences.map(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end)))
  return engine.parse(words).map((parse, i) => toSentence(bareSentences[i], words[i] ?? [], parse, lexicon))
}

function toSentence(
  sentence: BareSentence | undefined,
  words: readonly string[],
  parse: Parse,
  lexicon: Lexicon,
): Sentence {
  if (sentence === undefined) throw new RangeError('The engine gave a parse for no sentence.')
  const described = describeTokens(words, parse, lexicon)
  return {
    start: sentence.start,
    end: sentence.end,
    tokens: sentence.tokens.map(({ start, end }, k) => ({
      start,
      end,
      lemma: described[k]?.lemma ?? '',
      upos: parse.upos[k] ?? 'X',
      features: described[k]?.features ?? null,
      head: parse.heads[k] ?? -1,
      deprel: parse.deprels[k] ?? 'dep',
    })),
  }
}
