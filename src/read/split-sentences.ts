import type { Span } from '../records/span.ts'

/** A sentence before it is parsed: its span and those of its tokens. */
export interface BareSentence extends Span {
  readonly tokens: readonly Span[]
}

const ends = /^[.!?…]+$/u
const closers = new Set(['"', '”', '’', "'", ')', ']', '»', '’’', "''"])
const openers = new Set(['"', '“', '‘', '(', '[', '«', '``', '„'])

/** Abbreviations that can be a sentence’s last word: “… left the U.S. He …”. */
const mayEnd =
  /^(?:u\.s|u\.n|u\.k|e\.u|a\.m|p\.m|d\.c|etc|inc|corp|co|ltd|bros|jr|sr|al|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun)|(?:\p{L}\.){2,}\p{L})\.$/iu

/** Words that begin sentences and no names: after “U.S.” they settle that the sentence is over. */
const starters = new Set(
  `the a an it its this that these those he she they we you i his her their our my but and in on at by for from after
  before while when as if however meanwhile there here what who why how where most many some several both no not
  officials critics supporters analysts according under since despite although though last earlier later now then
  so yet still also one two three asked "`.split(/\s+/),
)

/** Verbs that may follow a closed question or exclamation: “‘Will you go?’ President Veresk asked.” */
const askers = new Set(
  'said says say asked asks ask added adds replied wrote writes told tweeted shouted cried wondered continued'.split(
    ' ',
  ),
)

/** No sentence of news is so long; a text that never ends one is cut here, so that later stages stay linear. */
const longestSentence = 400

/**
 * Groups tokens into sentences; a blank line always ends one, and so does the 400th token.
 *
 * Every token belongs to exactly one sentence. Sentences come in order and do not overlap.
 */
export function splitSentences(text: string, tokens: readonly Span[]): BareSentence[] {
  const sentences: BareSentence[] = []
  let first = 0
  for (let i = 0; i < tokens.length; i++) {
    if (i - first + 1 < longestSentence && !endsSentence(text, tokens, first, i)) continue
    const held = tokens.slice(first, i + 1)
    const start = held[0]
    const last = held.at(-1)
    if (start && last) sentences.push({ start: start.start, end: last.end, tokens: held })
    first = i + 1
  }
  return sentences
}

function endsSentence(text: string, tokens: readonly Span[], first: number, i: number): boolean {
  const token = tokens[i]
  const next = tokens[i + 1]
  if (!token || !next) return true
  const gap = text.slice(token.end, next.start)
  if (gap.includes('\n')) return true
  const word = text.slice(token.start, token.end)
  const nextWord = text.slice(next.start, next.end)
  // A closing mark belongs to the sentence that it closes: “… in May.” / “(… in May.)”
  if (closers.has(nextWord) && gap === '') return false
  if (word === '"' && openers.has(nextWord)) return false

  // “… in 1984. [2] The …”: the mark of a note belongs to the sentence before it.
  if (gap.length <= 1 && isNoteMark(text, tokens, i + 1)) return false
  let end = i
  while (end >= first + 3 && isNoteMark(text, tokens, end - 2)) end -= 3
  while (end > first && closers.has(wordAt(text, tokens, end))) end--
  const mark = wordAt(text, tokens, end)
  const closed = end < i
  if (!ends.test(mark)) return !closed && abbreviationEnds(text, tokens, i, nextWord)
  if (gap === '' && !openers.has(nextWord)) return false // “Yahoo!Mail”, “e.g.this”
  // “2. Legislation to …”: the number opens the sentence that follows.
  if (end === first + 1 && mark === '.' && /^\d{1,2}$/.test(wordAt(text, tokens, first))) return false
  const quoteOpensNext = openers.has(nextWord)
  const head = quoteOpensNext ? wordAt(text, tokens, i + 2) : nextWord
  if (!/^[\p{Lu}\p{Lt}\p{N}\p{Lo}•$£€@#“‘"'([]/u.test(head)) {
    if (closed) return false
    if (/^(?:https?:|www\.)/.test(head)) return true
    return quoteOpensNext
      ? mark === '.' && /^\p{L}/u.test(head)
      : endsBeforeSmallLetter(text, tokens, end, head)
  }
  if (closed && mark !== '.' && isAskedBy(text, tokens, i + 1)) return false
  // “The ‘Stop!’ sign” goes on; a lone ellipsis inside a quotation does too unless a new sentence starts.
  if (/^(?:\.{2,}|…)$/.test(mark) && !starters.has(head.toLowerCase()) && !quoteOpensNext) return closed
  // “(He left.) The …”: what the parenthesis holds was a sentence only if it began as one.
  return true
}

/** “[12]” */
const isNoteMark = (text: string, tokens: readonly Span[], i: number): boolean =>
  wordAt(text, tokens, i) === '[' &&
  /^\d{1,3}$/.test(wordAt(text, tokens, i + 1)) &&
  wordAt(text, tokens, i + 2) === ']'

/**
 * “… two days. they left” ends; “the Mass. governor”, “a Yahoo! page” and “… or …” go on: an unknown abbreviation
 * and a name with a mark look like ends, so that what stands before must be a plain word.
 */
function endsBeforeSmallLetter(text: string, tokens: readonly Span[], mark: number, head: string): boolean {
  if (!/^(?:[.!]|[!?]+)$/.test(wordAt(text, tokens, mark))) return false
  return /^\p{Ll}[\p{Ll}’']*$/u.test(head) && /^\p{Ll}{3,}$/u.test(wordAt(text, tokens, mark - 1))
}

function wordAt(text: string, tokens: readonly Span[], i: number): string {
  const token = tokens[i]
  return token ? text.slice(token.start, token.end) : ''
}

function abbreviationEnds(text: string, tokens: readonly Span[], i: number, nextWord: string): boolean {
  const word = wordAt(text, tokens, i)
  if (!mayEnd.test(word)) return false
  const head = openers.has(nextWord) ? wordAt(text, tokens, i + 2) : nextWord
  return /^\p{Lu}/u.test(head) && starters.has(head.toLowerCase())
}

/** “‘Will you go?’ President Veresk asked.”: the question is part of the sentence that reports it. */
function isAskedBy(text: string, tokens: readonly Span[], from: number): boolean {
  for (let i = from; i < Math.min(from + 7, tokens.length); i++) {
    const word = wordAt(text, tokens, i)
    if (askers.has(word)) return i > from || /^\p{Ll}/u.test(word)
    if (/^[^\p{L}\p{N}]/u.test(word)) return false
    if (starters.has(word.toLowerCase()) && !/^(?:the|he|she|they|we|i|a|an|his|her)$/i.test(word))
      return false
  }
  return false
}
