import type { Sentence, Token } from '../../records/reading.ts'

/** A sentence as the readers of time look at it. Indices count its tokens from 0. */
export interface TimePage {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly words: readonly string[]
  /** In lower case, with straight apostrophes; empty for a token too long to be a word of time. */
  readonly lower: readonly string[]
}

/** The longest token that a reader looks into: “Wednesday-Saturday” with room to spare. A bound, so that all is linear. */
const longestWord = 24

export function viewTimes(text: string, sentence: Sentence): TimePage {
  const words = sentence.tokens.map(({ start, end }) =>
    end - start > longestWord ? '' : stripMid(text.slice(start, end)),
  )
  return { sentence, tokens: sentence.tokens, words, lower: words.map(toLower) }
}

/** “mid-November” is one token: its word is “November”, and `isMid` tells. */
const stripMid = (word: string) => (/^[Mm]id-./.test(word) ? word.slice(4) : word)

/** Whether “mid-” stands before the word, in the same token. */
export const isMid = ({ words, tokens }: TimePage, i: number): boolean => {
  const [word, token] = [words[i], tokens[i]]
  return !!word && token !== undefined && token.end - token.start > word.length
}

const toLower = (word: string) => {
  const lower = word.toLowerCase()
  return lower.charCodeAt(0) === 0x2019 ? `'${lower.slice(1)}` : lower
}

/** Whether token i stands right after the one before it, without a space. */
export const isGlued = ({ tokens }: TimePage, i: number): boolean =>
  i > 0 && tokens[i]?.start === tokens[i - 1]?.end

/** Whether tokens i, i + 1 are a hyphen or dash and a word, all without spaces: the “-year” of “two-year”. */
export const isHyphen = (page: TimePage, i: number): boolean => {
  const word = page.lower[i]
  return word === '-' || word === '‑' || word === '–'
}

/** Whether the token begins with a capital. */
export const isCapital = ({ words }: TimePage, i: number): boolean => /^\p{Lu}/u.test(words[i] ?? '')
