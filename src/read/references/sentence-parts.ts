import type { Sentence, Token } from '../../records/reading.ts'
import { type Arguments, findArguments } from './binding.ts'

/** A sentence as references are looked for in it: what each rule asks is gathered once. */
export interface SentenceParts {
  readonly index: number
  readonly tokens: readonly Token[]
  /** The words in lower case. */
  readonly lower: readonly string[]
  readonly verbs: Arguments
  /** Tokens that “be” makes a predicate: “minister” of “she is a minister”. */
  readonly predicates: ReadonlySet<number>
  /** Nouns that words behind them narrow down: “the envoy of Morvenia”, “the man who left”. */
  readonly narrowed: ReadonlySet<number>
  /** Of each token, the quotation around it, else -1. */
  readonly quoted: readonly number[]
  /** How many sentences before it hold words of the outlet’s own: what is quoted whole parts nobody from his “he”. */
  readonly narrated: number
}

export function toParts(
  text: string,
  index: number,
  { tokens }: Sentence,
  quoted: readonly number[],
  narrated: number,
): SentenceParts {
  const predicates = new Set<number>()
  const narrowed = new Set<number>()
  for (const [i, { deprel, head }] of tokens.entries()) {
    if (deprel === 'cop') predicates.add(head)
    if (/^(?:nmod|acl|appos|nummod)/.test(deprel) && i > head && !isAside(text, tokens, head))
      narrowed.add(head)
    if (deprel === 'nmod:poss') narrowed.add(head)
  }
  const lower = tokens.map(({ start, end }) => text.slice(start, end).toLowerCase())
  return { index, tokens, lower, verbs: findArguments(tokens), predicates, narrowed, quoted, narrated }
}

/** “The envoy, who left on Monday,”: what stands behind a comma tells more and narrows nothing. */
function isAside(text: string, tokens: readonly Token[], head: number): boolean {
  const next = tokens[head + 1]
  return next !== undefined && text[next.start] === ','
}

/** A relation without its subtype. */
export const relationOf = (token: Token | undefined): string => token?.deprel.split(':')[0] ?? ''
