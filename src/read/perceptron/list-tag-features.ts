import { noWord, type WordFeatures } from './describe-word.ts'
import type { FeatureList } from './feature-list.ts'

/** Stands for the tag before the first word. */
export const noTag = 30

/**
 * Lists what decides the part of speech of `words[at]`.
 *
 * @param last the tag given to the word before; `beforeLast` to the one before that; `noTag` at the start.
 */
export function listTagFeatures(
  list: FeatureList,
  words: readonly WordFeatures[],
  at: number,
  last: number,
  beforeLast: number,
): void {
  const own = words[at] ?? noWord
  const before = words[at - 1] ?? noWord
  const before2 = words[at - 2] ?? noWord
  const after = words[at + 1] ?? noWord
  const after2 = words[at + 2] ?? noWord
  list.clear()
  list.add(0)
  list.add(own.word)
  list.add(own.lower)
  list.add(own.suffix1)
  list.add(own.suffix2)
  list.add(own.suffix3)
  list.add(own.suffix4)
  list.add(own.prefix1)
  list.add(own.prefix2)
  list.add(own.prefix3)
  list.add(own.shape, at === 0 ? 1 : 0)
  list.add(own.cluster)
  list.add(own.group)
  list.add(last)
  list.add(last, beforeLast)
  list.add(last, own.lower)
  list.add(last, own.suffix3)
  list.add(last, own.shape)
  list.add(last, own.cluster)
  list.add(last, after.cluster)
  list.add(last, after.lower)
  list.add(before.lower)
  list.add(before2.lower)
  list.add(after.lower)
  list.add(after2.lower)
  list.add(before.suffix3)
  list.add(after.suffix3)
  list.add(after.suffix2)
  list.add(before.cluster)
  list.add(after.cluster)
  list.add(before.shape)
  list.add(after.shape)
  list.add(own.shape, after.shape, before.shape)
  list.add(before.group, own.group, after.group)
  list.add(own.group, after.group, after2.group)
  list.add(before.lower, own.lower)
  list.add(own.lower, after.lower)
  list.add(own.cluster, after.cluster)
  list.add(before.cluster, own.cluster)
  list.add(after.cluster, after2.cluster)
  list.add(own.suffix2, after.suffix2)
  list.add(before2.lower, before.lower)
}
