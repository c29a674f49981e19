import type { Token } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import { roleNouns, titles } from './name-words.ts'
import type { TokenRange } from './token-range.ts'

/** A sentence’s words beside their tokens, as roles are looked for in it. */
export interface WordsAndTokens {
  readonly words: readonly string[]
  readonly tokens: readonly Token[]
}

/** A role is no longer than this; what is longer is a sentence that the parse did not see. */
const longestRole = 14

/**
 * Finds what a person is, in the words beside the name: before it (“US Deputy Secretary of Energy Jeffrey Kupfer”,
 * “the foreign minister, Tomás Arce,”) or behind it (“Ana Petrov, a spokeswoman for the port,”); without the article.
 */
export function findRole(sentence: WordsAndTokens, name: TokenRange): Span | null {
  const range = roleBefore(sentence, name) ?? roleBehind(sentence, name)
  const first = range && sentence.tokens[range.from]
  const last = range && sentence.tokens[range.to - 1]
  // “Ms. Marsh”: what she is called is not what she is.
  if (range && range.to - range.from === 1 && honorifics.has(bare(sentence.words[range.from]))) return null
  return first && last ? { start: first.start, end: last.end } : null
}

function roleBefore({ words, tokens }: WordsAndTokens, { from, to }: TokenRange): TokenRange | null {
  const apposed = words[from - 1] === ','
  if (apposed && words[to] !== ',' && to < words.length - 1) return null
  const end = apposed ? from - 1 : from
  let head = end - 1
  if (!isRoleNoun(words[head]) || (apposed ? false : !isTitle(words[head]))) {
    // “Secretary of Energy Jeffrey Kupfer”: what stands behind “of” is a name’s words, or the role is another’s.
    let of = head
    while (of > end - 6 && isModifier(tokens[of]) && words[of] !== 'of') of--
    if (words[of] !== 'of' || of === head || !isRoleNoun(words[of - 1])) return null
    head = of - 1
  }
  let start = head
  while (start > 0 && head - start < longestRole && isModifier(tokens[start - 1], words[start - 1])) start--
  while (start < head && /^['’]s?$|^[-–]$/.test(words[start] ?? '')) start++
  // “Talks with Aldany, president Veresk”: a comma before a bare role joins nothing unless an article opens it.
  if (apposed && !isArticle(words[start - 1]) && start !== 0) return null
  return { from: start, to: end }
}

function roleBehind({ words, tokens }: WordsAndTokens, { to }: TokenRange): TokenRange | null {
  if (words[to] !== ',') return null
  const start = to + 1 + (isArticle(words[to + 1]) ? 1 : 0)
  let head = start
  while (head - start < 7 && isModifier(tokens[head], words[head]) && !isHead(words, tokens, head)) head++
  if (!isHead(words, tokens, head)) return null
  let end = head + 1
  while (end < words.length && end - start < longestRole && !endsRole(tokens[end], words[end])) end++
  const closed = end >= words.length || /^[,.;—–)”"]$/.test(words[end] ?? '') || words[end] === 'who'
  return closed ? { from: start, to: end } : null
}

/** The noun that the words before it describe: “deputy harbour master”, not its “deputy”. */
const isHead = (words: readonly string[], tokens: readonly Token[], at: number) =>
  isRoleNoun(words[at]) && !(tokens[at + 1]?.upos === 'NOUN' && isModifier(tokens[at + 1], words[at + 1]))

const honorifics = new Set(['mr', 'mrs', 'ms', 'dr', 'sir', 'lady', 'lord'])
const bare = (word: string | undefined) => (word ?? '').toLowerCase().replace(/\.$/, '')
const isTitle = (word: string | undefined) => titles.has(bare(word))
const isRoleNoun = (word: string | undefined) => isTitle(word) || roleNouns.has(bare(word))
const isArticle = (word: string | undefined) => /^(?:the|a|an|its|his|her|their)$/i.test(word ?? '')

function isModifier(token: Token | undefined, word?: string): boolean {
  if (token === undefined) return false
  if (word !== undefined && /^(?:[-–]|['’]s?)$/.test(word)) return true
  if (word !== undefined && isArticle(word)) return false
  return /^(?:NOUN|PROPN|ADJ|NUM)$/.test(token.upos)
}

const endsRole = (token: Token | undefined, word: string | undefined) =>
  /^[,.;:—–()“”"]$/.test(word ?? '') || /^(?:VERB|AUX|PRON|SCONJ)$/.test(token?.upos ?? '')
