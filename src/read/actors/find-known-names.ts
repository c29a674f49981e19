import type { Gazetteer, KnownName } from '../../records/gazetteer.ts'
import type { Token } from '../../records/reading.ts'
import type { TokenRange } from '../token-range.ts'

/** A name of the gazetteer in a sentence: all that it may mean, the likeliest first. */
export interface PlacedKnown extends TokenRange {
  readonly names: readonly KnownName[]
}

/** Finds the gazetteer’s names in a sentence, the longest at every place, left to right, none in another. */
export function findKnownNames(
  folded: string,
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): PlacedKnown[] {
  const found: PlacedKnown[] = []
  for (let from = 0; from < tokens.length; ) {
    const placed = findAt(folded, tokens, from, gazetteer)
    if (placed) found.push(placed)
    from = placed?.to ?? from + 1
  }
  return found
}

function findAt(
  folded: string,
  tokens: readonly Token[],
  from: number,
  gazetteer: Gazetteer,
): PlacedKnown | null {
  const token = tokens[from]
  if (!token) return null
  const word = folded.slice(token.start, Math.min(token.end, token.start + longestWord))
  const run = /^[\p{L}\p{N}]+/u.exec(word)?.[0]
  if (run === undefined) return null
  const candidates = gazetteer.names.get(run) ?? gazetteer.names.get(fromCapitals(run))
  if (!candidates) return null
  for (const { written } of candidates) {
    const end = token.start + written.length
    const to = endingAt(tokens, from, end)
    if (to === -1) continue
    const text = folded.slice(token.start, end)
    if (text !== written && !(/^\p{Lu}{4}/u.test(text) && text === written.toUpperCase())) continue
    // “The National Rifle Association” is not The National.
    if (written.startsWith('The ') && tokens[to]?.upos === 'PROPN') continue
    return { from, to, names: candidates.filter((other) => other.written === written) }
  }
  return null
}

/** No name of the gazetteer has a longer word. */
const longestWord = 64

/** A dateline’s “CARACAS”. */
const fromCapitals = (run: string) =>
  /^\p{Lu}{4,}$/u.test(run) ? run.charAt(0) + run.slice(1).toLowerCase() : run

/** The token after the one that ends at an offset; -1 when none does. No name has more than twelve tokens. */
function endingAt(tokens: readonly Token[], from: number, offset: number): number {
  for (let k = from; k < Math.min(tokens.length, from + 12); k++) {
    const end = tokens[k]?.end ?? 0
    if (end === offset) return k + 1
    if (end > offset) return -1
  }
  return -1
}
