/** One piece of a query as it is typed: a word, a phrase, or a key with what it asks for. */
export interface QueryToken {
  /** Where it stands in the query, half-open, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly isNegated: boolean
  /** In small letters, with its sign: `actor:`, `origins>=`; null for a word or a phrase. */
  readonly key: string | null
  /** Without quotation marks; empty while it is not typed yet. */
  readonly value: string
}

const token = /(-?)(?:([a-z]+(?::|>=)))?(?:"([^"]*)(?:"|$)|([^\s"]*))/iy

/** The pieces of a query, in order. What they mean, and whether they mean anything, is the server’s to say. */
export function splitQuery(q: string): QueryToken[] {
  const tokens: QueryToken[] = []
  for (let at = 0; at < q.length; ) {
    token.lastIndex = at
    const [whole = '', dash, key, phrase, word] = token.exec(q) ?? []
    if (whole === '') {
      at += 1
      continue
    }
    tokens.push({
      start: at,
      end: at + whole.length,
      isNegated: dash === '-',
      key: key?.toLowerCase() ?? null,
      value: phrase ?? word ?? '',
    })
    at += whole.length
  }
  return tokens
}

/** A piece of a query that asks for a value: `actor:"Anton Veresk"`. */
export const toToken = (key: string, value: string): string =>
  // A quotation mark cannot stand within quotation marks; words are found without it.
  /^[^\s"]+$/.test(value) ? `${key}${value}` : `${key}"${value.replaceAll('"', ' ').trim()}"`

/** What a query asks for under a key, without what it asks not to have. */
export const findValues = (q: string, key: string): string[] =>
  splitQuery(q).flatMap((piece) => (piece.key === key && !piece.isNegated ? [piece.value] : []))

/** The query with these values under the key and no others; the rest stays as it was typed. */
export function setValues(q: string, key: string, values: readonly string[]): string {
  const others = splitQuery(q).filter((piece) => piece.key !== key || piece.isNegated)
  const kept = others.map(({ start, end }) => q.slice(start, end))
  return [...kept, ...values.map((value) => toToken(key, value))].join(' ')
}
