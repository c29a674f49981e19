import { hashKey } from './hash-key.ts'
import { openVocabulary } from './open-vocabulary.ts'
import type { Weights } from './open-weights.ts'
import { toShape } from './to-shape.ts'

/** What the header of the word vectors says. */
export interface VectorsHeader {
  /** Name and rows of each hashed table: prefix3, suffix3, suffix2, shape, word. */
  readonly hashes: readonly (readonly [name: string, rows: number])[]
  /** Whole words in their plain form: “ is ". */
  readonly plain: Readonly<Record<string, string>>
}

/** Feature numbers of a word: row of its vector, prefix of 3, suffix of 3, suffix of 2, shape, the word itself. */
export const wordColumns = 6

/** Writes a word’s `wordColumns` feature numbers into an array from `at` on. */
export type LookUpFeatures = (word: string, into: Int32Array, at: number) => void

/** Words whose features are remembered; then it starts anew. */
const remembered = 16_384
/** Longer words are looked up every time: nobody repeats them. */
const longestRemembered = 40

/** Opens the table of word features (train/README.md, “Words to numbers”). */
export function openFeatures(vectors: Weights<VectorsHeader>): LookUpFeatures {
  const vocabulary = openVocabulary(vectors.tensor('words').bytes)
  const plain = new Map(Object.entries(vectors.header.plain))
  const rows = new Map(vectors.header.hashes)
  const rowsOf = (name: string): number => {
    const count = rows.get(name)
    if (count === undefined) throw new Error(`The word vectors' header has no table ${name}.`)
    return count
  }
  const [prefix3, suffix3, suffix2] = [rowsOf('prefix3'), rowsOf('suffix3'), rowsOf('suffix2')]
  const [shape, whole] = [rowsOf('shape'), rowsOf('word')]
  const places = new Map<string, number>()
  const store = new Int32Array(remembered * wordColumns)

  function compute(word: string, into: Int32Array, at: number): void {
    const base = plain.get(word) ?? word.replaceAll('’', "'")
    const lower = base.toLowerCase()
    into[at] = Math.max(vocabulary(lower) + 2, 1)
    into[at + 1] = hashKey('p', firstCharacters(lower, 3), prefix3)
    into[at + 2] = hashKey('s', lastCharacters(lower, 3), suffix3)
    into[at + 3] = hashKey('t', lastCharacters(lower, 2), suffix2)
    into[at + 4] = hashKey('h', toShape(base), shape)
    into[at + 5] = hashKey('W', base, whole)
  }

  return (word, into, at) => {
    if (word.length > longestRemembered) return compute(word, into, at)
    let place = places.get(word)
    if (place === undefined) {
      if (places.size === remembered) places.clear()
      place = places.size * wordColumns
      places.set(word, place)
      compute(word, store, place)
    }
    for (let column = 0; column < wordColumns; column++) into[at + column] = store[place + column] ?? 0
  }
}

const isLead = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** The first characters, counted in code points. */
function firstCharacters(text: string, count: number): string {
  let end = 0
  for (let k = 0; k < count && end < text.length; k++)
    end += isLead(text.charCodeAt(end)) && isTrail(text.charCodeAt(end + 1)) ? 2 : 1
  return text.slice(0, end)
}

/** The last characters, counted in code points. */
function lastCharacters(text: string, count: number): string {
  let start = text.length
  for (let k = 0; k < count && start > 0; k++)
    start -= isTrail(text.charCodeAt(start - 1)) && isLead(text.charCodeAt(start - 2)) ? 2 : 1
  return text.slice(start)
}
