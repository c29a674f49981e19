import { noWord } from './describe-word.ts'
import type { FeatureList } from './feature-list.ts'
import type { ParseState } from './parse-state.ts'

const longestDistance = 6

/** Lists what decides the relation of `dependent` to `head`, when it leaves the stack: all its dependents are found. */
export function listRelationFeatures(
  list: FeatureList,
  state: ParseState,
  dependent: number,
  head: number,
): void {
  const { words, tags, relations, left, left2, right, root } = state
  const tagOf = (at: number): number => tags[at] ?? 0
  const relationOf = (at: number): number => relations[at] ?? 0
  const wordOf = (at: number) => words[at] ?? noWord
  const own = wordOf(dependent)
  const above = wordOf(head)
  const before = dependent - 1
  const after = dependent < root ? dependent + 1 : 0
  const side = head > dependent ? 1 : 0
  const distance = Math.min(Math.abs(head - dependent), longestDistance) * 2 + side
  const ownTag = tagOf(dependent) * 2 + side
  const bothTags = tagOf(head) * 128 + ownTag
  const ownLeft = left[dependent] ?? 0
  const ownRight = right[dependent] ?? 0
  const headLeft = left[head] ?? 0
  const headLeft2 = left2[head] ?? 0
  const headRight = right[head] ?? 0

  list.clear()
  list.add(0)
  list.add(ownTag)
  list.add(bothTags)
  list.add(bothTags, distance)
  list.add(own.lower, side)
  list.add(own.lower, ownTag)
  list.add(own.word, side)
  list.add(above.lower, side)
  list.add(above.lower, ownTag)
  list.add(own.lower, above.lower, side)
  list.add(own.lower, bothTags)
  list.add(above.lower, bothTags)
  list.add(own.cluster, side)
  list.add(own.cluster, bothTags)
  list.add(above.cluster, ownTag)
  list.add(own.cluster, above.cluster, side)
  list.add(own.group, above.group, bothTags)
  list.add(own.suffix3, ownTag)
  list.add(own.suffix2, above.suffix2, side)
  list.add(above.suffix3, ownTag)
  list.add(own.shape, ownTag)
  list.add(relationOf(ownLeft), ownTag)
  list.add(relationOf(ownRight), ownTag)
  list.add(relationOf(ownLeft), relationOf(ownRight), bothTags)
  list.add(relationOf(headLeft), bothTags)
  list.add(relationOf(headLeft), relationOf(headLeft2), bothTags)
  list.add(relationOf(headRight), bothTags)
  list.add(relationOf(headLeft), relationOf(headRight), bothTags)
  list.add(above.lower, relationOf(headLeft), ownTag)
  list.add(above.lower, relationOf(headRight), ownTag)
  list.add(above.cluster, relationOf(headRight), ownTag)
  list.add(wordOf(ownLeft).lower, ownTag)
  list.add(wordOf(ownLeft).lower, bothTags)
  list.add(wordOf(ownLeft).lower, above.lower, ownTag)
  list.add(wordOf(ownLeft).lower, own.lower, ownTag)
  list.add(tagOf(ownLeft), tagOf(ownRight), bothTags)
  list.add(wordOf(headRight).lower, bothTags)
  list.add(wordOf(before).lower, bothTags)
  list.add(wordOf(after).lower, bothTags)
  list.add(tagOf(before), ownTag)
  list.add(tagOf(after), ownTag)
  list.add(tagOf(before), tagOf(after), bothTags)
  list.add(state.leftCount[dependent] ?? 0, state.rightCount[dependent] ?? 0, bothTags)
  list.add(state.leftCount[head] ?? 0, state.rightCount[head] ?? 0, bothTags)
}
