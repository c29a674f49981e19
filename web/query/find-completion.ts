import { splitQuery } from './query-tokens.ts'

/** The facet that a key of the language asks by. */
export const facetOfKey = {
  'actor:': 'actor',
  'says:': 'source',
  'outlet:': 'outlet',
  'type:': 'type',
  'modality:': 'modality',
  'place:': 'place',
} as const
export type FacetKey = keyof typeof facetOfKey

/** Every key of the language, in the order in which they are offered. */
export const queryKeys = [
  'actor:',
  'says:',
  'outlet:',
  'type:',
  'modality:',
  'place:',
  'origins>=',
  'after:',
  'before:',
  'kind:',
  'is:',
] as const

/** What is typed at the caret and may be completed. */
export interface Unfinished {
  /** The stretch of the query that a completion replaces. */
  readonly start: number
  readonly end: number
  /** A `-` before it stays. */
  readonly dash: '' | '-'
  /** Null where the key itself is being typed. */
  readonly key: string | null
  readonly prefix: string
}

/** The piece of a query that ends at the caret; null where none does. */
export function findUnfinished(q: string, caret: number): Unfinished | null {
  const piece = splitQuery(q.slice(0, caret)).at(-1)
  if (piece === undefined || piece.end !== caret) return null
  // “actor:"Anton Veresk"” is finished.
  if (piece.key !== null && /"[^"]*"$/.test(q.slice(piece.start, caret))) return null
  if (piece.key === null && !/^-?[a-z]+$/i.test(q.slice(piece.start, caret))) return null
  const dash = piece.isNegated ? '-' : ''
  return { start: piece.start, end: caret, dash, key: piece.key, prefix: piece.value }
}

/** What a key that has few values may be given; null where the ledger is asked. */
const fixedValues: Readonly<Record<string, readonly string[]>> = {
  'kind:': ['event', 'statement'],
  'is:': ['disputed'],
  'origins>=': ['2', '3', '4', '5'],
}

/** The completions that need no ledger: of keys, and of keys with few values. */
export function completeFromLanguage({ key, prefix }: Unfinished): string[] {
  const typed = prefix.toLowerCase()
  if (key === null) return queryKeys.filter((name) => name.startsWith(typed))
  return (fixedValues[key] ?? []).filter((value) => value.startsWith(typed))
}

/** The facet that completes what is being typed; null where none does. */
export const toFacetKind = ({ key }: Unfinished): (typeof facetOfKey)[FacetKey] | null =>
  key !== null && key in facetOfKey ? facetOfKey[key as FacetKey] : null
