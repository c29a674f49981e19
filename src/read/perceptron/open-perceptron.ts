import type { Parse } from '../neural/open-syntax.ts'
import { openWeights, type Weights } from '../neural/open-weights.ts'
import { type DescribeWord, openWordDescriber, type WordFeatures } from './describe-word.ts'
import { FeatureList } from './feature-list.ts'
import { listMoveFeatures } from './list-move-features.ts'
import { listRelationFeatures } from './list-relation-features.ts'
import { listTagFeatures, noTag } from './list-tag-features.ts'
import { openClusters } from './open-clusters.ts'
import { openScorer, type Scorer } from './open-scorer.ts'
import { moves, ParseState } from './parse-state.ts'

/** What the header of the fast parser's file says. */
export interface PerceptronHeader {
  readonly upos: readonly string[]
  readonly relations: readonly string[]
}

/** The fast parser: averaged perceptrons (Collins 2002) that tag and parse from left to right. */
export interface Perceptron {
  /** Parses sentences, each given as its tokens: one parse each, in time linear in its length; it gives no confidence. */
  parse(sentences: readonly (readonly string[])[]): Parse[]
}

/**
 * Opens the fast parser; some milliseconds.
 *
 * It adds whole numbers only: the parse of a sentence is the same on every machine.
 *
 * @throws {Error} when the bytes are no model file.
 */
export function openPerceptron(file: Uint8Array): Perceptron {
  const weights = openWeights<PerceptronHeader>(file)
  const { upos, relations } = weights.header
  const describe = openDescriber(weights)
  const scoreTags = openScorer(weights, 'tags', upos.length)
  const scoreMoves = openScorer(weights, 'moves', 3)
  const scoreRelations = openScorer(weights, 'relations', relations.length)
  const rootRelation = relations.indexOf('root')
  const list = new FeatureList()

  function parseSentence(words: readonly WordFeatures[]): Parse {
    const tags = tagWords(list, scoreTags, words)
    const state = new ParseState(words, tags)
    while (!state.finished) {
      listMoveFeatures(list, state)
      const move = bestMove(scoreMoves(list), state)
      if (move === moves.shift) {
        state.shift()
        continue
      }
      const head = state.headBy(move)
      if (head === state.root) {
        state.reduce(head, rootRelation)
        continue
      }
      listRelationFeatures(list, state, state.below(0), head)
      state.reduce(head, bestChoice(scoreRelations(list), rootRelation))
    }
    const heads = Array.from(words, (_, i) => (state.heads[i + 1] ?? 0) - 1)
    return {
      upos: Array.from(tags, (tag) => upos[tag] ?? 'X'),
      heads: heads.map((head) => (head === words.length ? -1 : head)),
      deprels: Array.from(words, (_, i) => relations[state.relations[i + 1] ?? 0] ?? 'dep'),
      confidence: null,
    }
  }

  return { parse: (sentences) => sentences.map((words) => parseSentence(words.map(describe))) }
}

/** Opens the part of the file that describes words. */
export function openDescriber(weights: Weights<unknown>): DescribeWord {
  return openWordDescriber(openClusters(weights), weights.tensor('groups').bytes)
}

/** Tags words from left to right; each tag as its number. */
export function tagWords(list: FeatureList, score: Scorer, words: readonly WordFeatures[]): Uint8Array {
  const tags = new Uint8Array(words.length)
  for (let at = 0, last = noTag, beforeLast = noTag; at < words.length; at++) {
    listTagFeatures(list, words, at, last, beforeLast)
    const tag = bestChoice(score(list))
    tags[at] = tag
    beforeLast = last
    last = tag
  }
  return tags
}

/** The choice that scores highest, the first on a tie, but for one that is out of the question. */
export function bestChoice(scores: ArrayLike<number>, never = -1): number {
  let best = never === 0 ? 1 : 0
  for (let choice = best + 1; choice < scores.length; choice++)
    if (choice !== never && (scores[choice] ?? 0) > (scores[best] ?? 0)) best = choice
  return best
}

/** The move that scores highest among those allowed, the first on a tie. */
export function bestMove(scores: ArrayLike<number>, state: ParseState): number {
  let best = -1
  for (let move = 0; move < 3; move++)
    if (state.allows(move) && (best === -1 || (scores[move] ?? 0) > (scores[best] ?? 0))) best = move
  return best
}
