import { noWord } from './describe-word.ts'
import type { FeatureList } from './feature-list.ts'
import type { ParseState } from './parse-state.ts'

/** Distances and counts beyond these are alike. */
const longestDistance = 10
const mostDependents = 6

const pair = (a: number, b: number): number => a * 128 + b

/**
 * Lists what decides the next move: the three words on top of the stack (`top` first), the three to come (`next`
 * first), their dependents so far and their neighbours (after Zhang & Nivre 2011, with clusters).
 */
export function listMoveFeatures(list: FeatureList, state: ParseState): void {
  const { words, tags, relations, left, left2, right, right2, root } = state
  const tagOf = (at: number): number => tags[at] ?? 0
  const relationOf = (at: number): number => relations[at] ?? 0
  const wordOf = (at: number) => words[at] ?? noWord
  const top = state.below(0)
  const second = state.below(1)
  const third = state.below(2)
  const next = state.next
  const next2 = next + 1 <= root ? next + 1 : 0
  const next3 = next + 2 <= root ? next + 2 : 0
  const top_ = wordOf(top)
  const second_ = wordOf(second)
  const next_ = wordOf(next)
  const next2_ = wordOf(next2)
  const topTag = tagOf(top)
  const secondTag = tagOf(second)
  const thirdTag = tagOf(third)
  const nextTag = tagOf(next)
  const next2Tag = tagOf(next2)
  const next3Tag = tagOf(next3)
  const topLeft = left[top] ?? 0
  const topRight = right[top] ?? 0
  const topLeft2 = left2[top] ?? 0
  const topRight2 = right2[top] ?? 0
  const secondLeft = left[second] ?? 0
  const secondRight = right[second] ?? 0
  const secondRight2 = right2[second] ?? 0
  const nextLeft = left[next] ?? 0
  const nextLeft2 = left2[next] ?? 0
  const topCount = pair(countOf(state.leftCount, top), countOf(state.rightCount, top))
  const secondCount = pair(countOf(state.leftCount, second), countOf(state.rightCount, second))
  const nextCount = countOf(state.leftCount, next)
  const distance = top === 0 ? longestDistance + 1 : Math.min(next - top, longestDistance)
  const distance2 = second === 0 ? longestDistance + 1 : Math.min(top - second, longestDistance)

  list.clear()
  list.add(0)
  list.add(top_.lower, topTag)
  list.add(top_.lower)
  list.add(topTag)
  list.add(second_.lower, secondTag)
  list.add(second_.lower)
  list.add(secondTag)
  list.add(next_.lower, nextTag)
  list.add(next_.lower)
  list.add(nextTag)
  list.add(next2_.lower, next2Tag)
  list.add(next2_.lower)
  list.add(next2Tag)
  list.add(wordOf(next3).lower, next3Tag)
  list.add(next3Tag)
  list.add(wordOf(third).lower)
  list.add(thirdTag)

  list.add(top_.cluster, topTag)
  list.add(second_.cluster, secondTag)
  list.add(next_.cluster, nextTag)
  list.add(next2_.cluster, next2Tag)
  list.add(top_.cluster, next_.cluster)
  list.add(top_.cluster, second_.cluster)
  list.add(top_.group, next_.group, pair(topTag, nextTag))
  list.add(top_.group, second_.group, pair(topTag, secondTag))
  list.add(top_.cluster, nextTag, secondTag)
  list.add(next_.cluster, topTag, secondTag)
  list.add(second_.cluster, topTag, nextTag)

  list.add(top_.lower, next_.lower)
  list.add(top_.lower, topTag, nextTag)
  list.add(next_.lower, nextTag, topTag)
  list.add(top_.lower, second_.lower)
  list.add(top_.lower, secondTag)
  list.add(second_.lower, topTag)
  list.add(topTag, nextTag)
  list.add(topTag, secondTag)
  list.add(topTag, secondTag, nextTag)
  list.add(topTag, nextTag, next2Tag)
  list.add(nextTag, next2Tag, next3Tag)
  list.add(thirdTag, secondTag, topTag)
  list.add(pair(topTag, secondTag), nextTag, next2Tag)
  list.add(pair(secondTag, thirdTag), topTag, nextTag)
  list.add(pair(topTag, nextTag), next2Tag, next3Tag)
  list.add(top_.lower, secondTag, nextTag)
  list.add(second_.lower, topTag, nextTag)
  list.add(next_.lower, topTag, secondTag)

  list.add(topTag, tagOf(topLeft), nextTag)
  list.add(topTag, tagOf(topRight), nextTag)
  list.add(topTag, tagOf(topRight), secondTag)
  list.add(topTag, tagOf(topLeft), secondTag)
  list.add(secondTag, tagOf(secondRight), topTag)
  list.add(secondTag, tagOf(secondLeft), topTag)
  list.add(nextTag, tagOf(nextLeft), topTag)
  list.add(nextTag, tagOf(nextLeft2), topTag)
  list.add(relationOf(topLeft), topTag)
  list.add(relationOf(topRight), topTag)
  list.add(relationOf(topRight), relationOf(topLeft), topTag)
  list.add(relationOf(topRight), topTag, nextTag)
  list.add(relationOf(secondRight), secondTag)
  list.add(relationOf(secondLeft), secondTag)
  list.add(relationOf(secondRight), secondTag, topTag)
  list.add(relationOf(nextLeft), nextTag)
  list.add(relationOf(nextLeft2), relationOf(nextLeft), nextTag)
  list.add(relationOf(topLeft2), relationOf(topLeft), topTag)
  list.add(relationOf(topRight2), relationOf(topRight), topTag)
  list.add(relationOf(secondRight2), relationOf(secondRight), secondTag)
  list.add(top_.lower, relationOf(topLeft))
  list.add(top_.lower, relationOf(topRight))
  list.add(second_.lower, relationOf(secondRight))
  list.add(second_.lower, relationOf(secondLeft))
  list.add(wordOf(topRight).lower, topTag, nextTag)
  list.add(wordOf(secondRight).lower, secondTag, topTag)
  list.add(wordOf(nextLeft).lower, nextTag)
  list.add(wordOf(topLeft).lower, topTag, secondTag)
  list.add(wordOf(topRight).cluster, topTag, nextTag)

  list.add(topTag, distance, nextTag)
  list.add(top_.lower, distance)
  list.add(next_.lower, distance)
  list.add(topTag, distance2, secondTag)
  list.add(top_.lower, distance2)
  list.add(second_.lower, distance2)
  list.add(topTag, topCount)
  list.add(secondTag, secondCount)
  list.add(nextTag, nextCount)
  list.add(top_.lower, topCount)
  list.add(second_.lower, secondCount)
  list.add(next_.lower, nextCount)

  // The words beside the top and beside the second often tell where a phrase ends: a comma, a conjunction.
  list.add(topTag, tagOf(top > 0 ? top + 1 : 0), nextTag)
  list.add(topTag, tagOf(top > 0 ? top - 1 : 0), secondTag)
  list.add(secondTag, tagOf(second > 0 ? second + 1 : 0), topTag)
  list.add(nextTag, tagOf(next - 1), topTag)
  list.add(wordOf(next - 1).lower, nextTag, topTag)
}

function countOf(counts: Uint16Array, at: number): number {
  return Math.min(counts[at] ?? 0, mostDependents)
}
