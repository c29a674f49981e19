import type { Mention, Sentence, Token } from '../../records/reading.ts'
import { timeNouns } from '../word-classes.ts'

/** A noun phrase by its head, as the parse and the names show it. */
export interface NounPhrase {
  readonly head: number
  /** First token of its mention, or the head itself. */
  readonly from: number
  /** Index of the mention; null for a common noun. */
  readonly mention: number | null
  readonly isPlural: boolean
  /** The head noun in lower case, singular; of a name with a noun before it (“his father Ilya Dorn”), that noun. */
  readonly noun: string
}

/** Where the mentions of an article stand in its sentences: by sentence, each with its first and last token. */
export interface PlacedMention {
  readonly index: number
  readonly from: number
  readonly to: number
}

/** Lays the mentions on the tokens of their sentences; both stand in order of the text. */
export function placeMentions(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): PlacedMention[][] {
  let next = 0
  return sentences.map(({ tokens, end }) => {
    const placed: PlacedMention[] = []
    let at = 0
    for (; next < mentions.length && (mentions[next] as Mention).start < end; next++) {
      const mention = mentions[next] as Mention
      while (at < tokens.length && (tokens[at] as Token).end <= mention.start) at++
      let to = at
      while (to < tokens.length && (tokens[to] as Token).start < mention.end) to++
      if (to > at) placed.push({ index: next, from: at, to })
    }
    return placed
  })
}

/** The word of a range on which its others hang. */
export function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const head = tokens[i]?.head ?? -1
    if (head < from || head >= to) return i
  }
  return to - 1
}

/**
 * Noun phrases of a sentence in order of their heads: its names, and the common nouns beside them that may be meant
 * instead. The nouns of a role beside its name, predicates and what only qualifies another noun are none.
 */
export function findPhrases(
  tokens: readonly Token[],
  placed: readonly PlacedMention[],
  mentions: readonly Mention[],
): NounPhrase[] {
  const phrases: NounPhrase[] = []
  let next = 0
  for (let i = 0; i < tokens.length; i++) {
    const name = placed[next]
    if (name && i >= name.from) {
      const mention = mentions[name.index] as Mention
      const head = headOf(tokens, name.from, name.to)
      phrases.push({
        head,
        from: name.from,
        mention: name.index,
        isPlural: isPluralName(tokens, name, mention),
        noun: tokens[head]?.lemma.toLowerCase() ?? '',
      })
      i = name.to - 1
      next++
      continue
    }
    const token = tokens[i] as Token
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') continue
    if (
      /^(?:compound|flat|fixed|goeswith|nmod:desc|amod|nmod:npmod|obl:npmod|obl:tmod|obl:unmarked|nmod:unmarked)/.test(
        token.deprel,
      )
    )
      continue
    const noun = token.lemma.toLowerCase()
    if (timeNouns.has(noun)) continue
    const isPlural = /Number=(?:Plur|Ptan)/.test(token.features ?? '')
    // “his father Ilya Dorn” and “the minister, Tomás Arce,” are one.
    if (name && !isPlural && isNamedBy(tokens, i, name)) {
      phrases.push({ head: i, from: i, mention: name.index, isPlural: false, noun })
      i = name.to - 1
      next++
      continue
    }
    phrases.push({ head: i, from: i, mention: null, isPlural, noun })
  }
  return phrases
}

function isNamedBy(tokens: readonly Token[], noun: number, { from, to }: PlacedMention): boolean {
  if (from > noun + 2 || (from === noun + 2 && tokens[noun + 1]?.upos !== 'PUNCT')) return false
  const head = tokens[headOf(tokens, from, to)]
  return head?.head === noun && /^(?:appos|flat|nmod:desc|nmod:unmarked|compound)/.test(head.deprel)
}

/** “the Sams”, “Russians”: several people under one name. */
function isPluralName(tokens: readonly Token[], { from, to }: PlacedMention, { type }: Mention): boolean {
  const last = tokens[to - 1]
  if (type === 'PER') {
    return /^the$/i.test(tokens[from - 1]?.lemma ?? '') && /Number=Plur/.test(last?.features ?? '')
  }
  return type === 'MISC' && /Number=Plur/.test(last?.features ?? '')
}
