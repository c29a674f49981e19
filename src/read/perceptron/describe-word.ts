import { hashText } from '../neural/hash-key.ts'
import { toShape } from '../neural/to-shape.ts'
import type { FindCluster } from './open-clusters.ts'

/** What the parser sees of a word: whole numbers, most of them hashes. */
export interface WordFeatures {
  /** As written, with straight quotation marks. */
  readonly word: number
  /** In lower case, every digit as 0. */
  readonly lower: number
  readonly suffix1: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  readonly prefix1: number
  readonly prefix2: number
  readonly prefix3: number
  readonly shape: number
  /** Cluster of words used alike, from 1; 0 when unknown. */
  readonly cluster: number
  /** Group of clusters, from 1; 0 when unknown. */
  readonly group: number
}

/** Describes a word; the same object for the same word while it is remembered. */
export type DescribeWord = (word: string) => WordFeatures

/** Marks that differ only in how they are set. */
const plainMarks = new Map([
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['``', '"'],
  ["''", '"'],
  ['‘', "'"],
  ['’', "'"],
  ['–', '-'],
  ['—', '-'],
  ['--', '-'],
  ['…', '...'],
])

/** Words whose features are remembered; then it starts anew. */
const remembered = 16_384
/** Longer words are described every time: nobody repeats them. */
const longestRemembered = 40

/** @param groups the group of each cluster, from 1; its first place is that of no cluster. */
export function openWordDescriber(findCluster: FindCluster, groups: Uint8Array): DescribeWord {
  const memory = new Map<string, WordFeatures>()

  function describe(word: string): WordFeatures {
    const plain = plainMarks.get(word) ?? word.replaceAll('’', "'")
    const lower = plain.toLowerCase()
    const cluster = findCluster(lower)
    return {
      word: hashText(plain) | 0,
      lower: hashText(lower.replace(/\d/g, '0')) | 0,
      suffix1: hashText(lower.slice(-1)) | 0,
      suffix2: hashText(lower.slice(-2)) | 0,
      suffix3: hashText(lower.slice(-3)) | 0,
      suffix4: hashText(lower.slice(-4)) | 0,
      prefix1: hashText(lower.slice(0, 1)) | 0,
      prefix2: hashText(lower.slice(0, 2)) | 0,
      prefix3: hashText(lower.slice(0, 3)) | 0,
      shape: hashText(toShape(plain)) | 0,
      cluster,
      group: groups[cluster] ?? 0,
    }
  }

  return (word) => {
    if (word.length > longestRemembered) return describe(word)
    const known = memory.get(word)
    if (known !== undefined) return known
    if (memory.size === remembered) memory.clear()
    const features = describe(word)
    memory.set(word, features)
    return features
  }
}

const nowhere = (mark: string): WordFeatures => {
  const own = hashText(mark) | 0
  return {
    word: own,
    lower: own,
    suffix1: own,
    suffix2: own,
    suffix3: own,
    suffix4: own,
    prefix1: own,
    prefix2: own,
    prefix3: own,
    shape: own,
    cluster: -1,
    group: -1,
  }
}

/** Stands before the first word and behind the last. */
export const noWord = nowhere('\u0000none')
/** Stands for the root. */
export const rootWord: WordFeatures = { ...nowhere('\u0000root'), cluster: -2, group: -2 }
