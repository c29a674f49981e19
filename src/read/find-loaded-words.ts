import type { LoadedWord, Mention, Sentence, Token } from '../records/reading.ts'
import type { LoadedCue } from '../records/resources.ts'
import { firstIndex } from './first-index.ts'

/**
 * Finds the words that take a side, each with a plainer one where there is one, in order of the text; of words that
 * overlap, the longest.
 *
 * Marks for whoever reads the words, in quotations too; they say nothing of the outlet. A word inside a name is none:
 * the Radical Party calls itself so.
 */
export function findLoadedWords(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  cues: ReadonlyMap<string, readonly LoadedCue[]>,
): LoadedWord[] {
  const found: LoadedWord[] = []
  for (const { tokens } of sentences) {
    const forms = tokens.map((token) => text.slice(token.start, token.end).toLowerCase())
    for (let k = 0; k < tokens.length; k++) {
      const cue = cueAt(k, tokens, forms, cues)
      const [first, last] = [tokens[k], tokens[k + (cue?.words.length ?? 0) - 1]]
      if (!cue || !first || !last) continue
      if (!isNamed(first.start, last.end, mentions)) {
        found.push({ start: first.start, end: last.end, plainer: cue.plainer })
      }
      k += cue.words.length - 1
    }
  }
  return found
}

function cueAt(
  k: number,
  tokens: readonly Token[],
  forms: readonly string[],
  cues: ReadonlyMap<string, readonly LoadedCue[]>,
): LoadedCue | undefined {
  const [form = '', lemma = ''] = [forms[k], tokens[k]?.lemma.toLowerCase()]
  const candidates = [...(cues.get(form) ?? []), ...(lemma === form ? [] : (cues.get(lemma) ?? []))]
  let best: LoadedCue | undefined
  for (const cue of candidates) {
    if (cue.words.length <= (best?.words.length ?? 0)) continue
    if (cue.parts && !cue.parts.has(tokens[k]?.upos ?? '')) continue
    const stands = cue.words.every(
      (word, i) => forms[k + i] === word || tokens[k + i]?.lemma.toLowerCase() === word,
    )
    if (stands && !cue.notIn.some((phrase) => isWithin(phrase, k, forms))) best = cue
  }
  return best
}

/** Whether the word at `k` stands in a phrase in which it is not loaded. */
function isWithin(phrase: readonly string[], k: number, forms: readonly string[]): boolean {
  return phrase.some((_, at) =>
    phrase.every((word, i) => forms[k - at + i] === word || forms[k - at + i] === `${word}s`),
  )
}

function isNamed(start: number, end: number, mentions: readonly Mention[]): boolean {
  const mention = mentions[firstIndex(mentions, (each) => each.end > start)]
  if (mention === undefined || mention.start >= end) return false
  // “Islamists”: a word for a kind of people, which is all of its name.
  return mention.type !== 'MISC' || mention.start < start || mention.end > end
}
