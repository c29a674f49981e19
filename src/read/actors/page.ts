import { foldName } from '../../records/fold-name.ts'
import type { Gazetteer } from '../../records/gazetteer.ts'
import type { Mention, Reference, Sentence } from '../../records/reading.ts'
import type { Span } from '../../records/span.ts'
import { firstIndex } from '../first-index.ts'
import type { TokenRange } from '../token-range.ts'
import { findKnownNames, type PlacedKnown } from './find-known-names.ts'

/** What actors are resolved from. */
export interface ActorsInput {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly references: readonly Reference[]
  /** The article’s day, ISO 8601; null where it is unknown. */
  readonly day: string | null
  readonly gazetteer: Gazetteer
}

/** A mention as a range of its sentence’s tokens. */
export interface PlacedMention {
  readonly index: number
  readonly mention: Mention
  readonly from: number
  readonly to: number
}

/** A reference as a range of its sentence’s tokens, and the index of the mention that is meant. */
export interface PlacedReference extends TokenRange {
  readonly mention: number
}

/** A sentence as actors are looked for in it. */
export interface ActorSentence {
  readonly index: number
  readonly sentence: Sentence
  readonly words: readonly string[]
  /** Folded, in lower case. */
  readonly lower: readonly string[]
  readonly known: readonly PlacedKnown[]
  /** By token, the mention that it is part of. */
  readonly mentionAt: readonly (PlacedMention | undefined)[]
  /** By token, the words for a mention elsewhere that it is part of. */
  readonly referenceAt: readonly (PlacedReference | undefined)[]
  /** By token, the name of the gazetteer that it is part of. */
  readonly knownAt: readonly (PlacedKnown | undefined)[]
}

/** The article, its sentences looked at when they are asked for. */
export interface Page extends ActorsInput {
  readonly folded: string
  sentenceAt(index: number): ActorSentence | null
  /** Index of the sentence that an offset lies in or follows. */
  indexAt(offset: number): number
}

/** Opens the page of an article. */
export function openPage(input: ActorsInput): Page {
  const { text, sentences, mentions, gazetteer } = input
  const references = [...input.references].sort((a, b) => a.start - b.start || b.end - a.end)
  const folded = foldName(text)
  const looked: (ActorSentence | undefined)[] = []
  const look = (index: number): ActorSentence | null => {
    const sentence = sentences[index]
    if (!sentence) return null
    const { tokens } = sentence
    const words = tokens.map((token) => text.slice(token.start, token.end))
    const known = findKnownNames(folded, tokens, gazetteer)
    const own = placeMentions(sentence, mentions)
    return {
      index,
      sentence,
      words,
      lower: words.map((word) => foldName(word).toLowerCase()),
      known,
      referenceAt: byToken(tokens.length, placeReferences(sentence, references)),
      mentionAt: byToken(tokens.length, own),
      knownAt: byToken(tokens.length, known),
    }
  }
  return {
    ...input,
    folded,
    sentenceAt: (index) => {
      const found = looked[index] ?? look(index)
      if (found) looked[index] = found
      return found
    },
    indexAt: (offset) => Math.max(0, firstIndex(sentences, ({ start }) => start > offset) - 1),
  }
}

function byToken<Range extends TokenRange>(length: number, ranges: readonly Range[]): (Range | undefined)[] {
  const at = new Array<Range | undefined>(length).fill(undefined)
  for (const range of ranges) at.fill(range, range.from, range.to)
  return at
}

function placeMentions(sentence: Sentence, mentions: readonly Mention[]): PlacedMention[] {
  const placed: PlacedMention[] = []
  for (let index = firstIndex(mentions, ({ start }) => start >= sentence.start); ; index++) {
    const mention = mentions[index]
    if (!mention || mention.start >= sentence.end) return placed
    const range = tokensOf(sentence, mention)
    if (range) placed.push({ index, mention, ...range })
  }
}

function placeReferences(sentence: Sentence, references: readonly Reference[]): PlacedReference[] {
  const placed: PlacedReference[] = []
  for (let i = firstIndex(references, ({ start }) => start >= sentence.start); ; i++) {
    const reference = references[i]
    if (!reference || reference.start >= sentence.end) return placed
    const range = tokensOf(sentence, reference)
    if (range) placed.push({ mention: reference.mention, ...range })
  }
}

/** The tokens of a sentence that lie in a span; null when none does. */
export function tokensOf({ tokens }: Sentence, span: Span): { from: number; to: number } | null {
  const from = firstIndex(tokens, ({ end }) => end > span.start)
  const to = firstIndex(tokens, ({ start }) => start >= span.end)
  return from < to ? { from, to } : null
}
