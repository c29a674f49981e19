import type { Span } from '../records/span.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'
import type { ComparedArticle } from './compared-article.ts'
import { findQuoted } from './find-quoted.ts'
import { splitWords, type Words } from './split-words.ts'
import { toMs } from './to-ms.ts'

/** Words of a shingle. Two reporters share runs of five (“the Selgrad foreign ministry said on”), seldom of six. */
export const shingleWords = 6
/** One shingle in so many is kept: a shared sentence of 25 words keeps about five, and all of them in both articles. */
const sampling = 4
/** A quotation of fewer words is a name or a doubted word and holds no shingle: the so-called “safe zone”. */
const leastQuoted = 4

/** What the others need to know of a print; some 4 bytes for each of its sampled shingles. */
export interface Imprint {
  readonly id: string
  /** Sampled shingles outside quotations, each once. */
  readonly shingles: Uint32Array
  /** Instants of publication in ms, `[from, to)`: a day is as long as it is; null when unknown. */
  readonly published: { readonly from: number; readonly to: number } | null
  /** The site without “www.”, and the key of the outlet’s name. */
  readonly host: string | null
  readonly outlet: string | null
}

/** An article made ready for comparing. */
export interface Print extends Imprint {
  readonly article: ComparedArticle
  readonly words: Words
  /** By word: 1 where it stands in somebody else’s words. */
  readonly isQuoted: Uint8Array
  /** The word where each of `shingles` first begins; ascending. */
  readonly places: Uint32Array
}

/** Makes an article ready for comparing; linear in its text. */
export function toPrint(article: ComparedArticle): Print {
  const words = splitWords(article.text)
  const isQuoted = markQuoted(words, article.quotations ?? findQuoted(article.text))
  const shingles: number[] = []
  const places: number[] = []
  const seen = new Set<number>()
  for (let i = 0; i + shingleWords <= words.hashes.length; i++) {
    if (isQuoted[i] || isQuoted[i + shingleWords - 1]) continue
    const shingle = shingleAt(words.hashes, i)
    if (shingle % sampling !== 0 || seen.has(shingle)) continue
    seen.add(shingle)
    shingles.push(shingle)
    places.push(i)
  }
  return {
    id: article.id,
    article,
    words,
    isQuoted,
    shingles: Uint32Array.from(shingles),
    places: Uint32Array.from(places),
    published: toInstants(article.publishedAt),
    host: toHost(article.url),
    outlet: toOutletKey(article.outlet ?? '') || null,
  }
}

/** The hash of the words from `i` on; the caller sees to it that there are enough. */
export function shingleAt(hashes: Uint32Array, i: number): number {
  let hash = 0x811c9dc5
  for (let k = i; k < i + shingleWords; k++)
    hash = Math.imul(hash ^ (hashes[k] ?? 0), 0x85ebca6b) ^ (hash >>> 13)
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35)
  return (hash ^ (hash >>> 15)) >>> 0
}

function markQuoted(words: Words, quotations: readonly Span[]): Uint8Array {
  const isQuoted = new Uint8Array(words.starts.length)
  let i = 0
  for (const { start, end } of quotations) {
    while (i < isQuoted.length && (words.starts[i] ?? 0) < start) i++
    const first = i
    while (i < isQuoted.length && (words.ends[i] ?? 0) <= end) i++
    if (i - first >= leastQuoted) isQuoted.fill(1, first, i)
  }
  return isQuoted
}

const lengths = {
  second: 1000,
  minute: 60_000,
  day: 86_400_000,
  month: 31 * 86_400_000,
  year: 366 * 86_400_000,
}

function toInstants(date: ComparedArticle['publishedAt']): Print['published'] {
  const from = toMs(date?.value ?? null)
  return date && !Number.isNaN(from) ? { from, to: from + lengths[date.precision] } : null
}

/** “https://www.harbour-ledger.example/2025/x” is the site harbour-ledger.example. */
const toHost = (url: string | null) =>
  /^[a-z]+:\/\/(?:www\d?\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null
