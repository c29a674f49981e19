import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AveragedWeights } from './averaged-weights.mjs'
import { costMoves } from './cost-moves.mjs'
import { shuffle } from './random.mjs'

/** How often the parser follows its own move instead of the oracle's, after the first round: it learns from its errors. */
const exploration = 0.9

/**
 * Opens the training of the tagger and the parser, with the features of the compiled reader in `dist`.
 *
 * `rounds` are lists of sentences, one list a round: { features, tags, heads, relations }, see `toExample`; the parser
 * reads `given` tags, as a tagger gave them.
 */
export async function openTrainer(dist) {
  const load = (name) => import(pathToFileURL(resolve(dist, `read/perceptron/${name}.js`)).href)
  const { FeatureList } = await load('feature-list')
  const { listTagFeatures, noTag } = await load('list-tag-features')
  const { listMoveFeatures } = await load('list-move-features')
  const { listRelationFeatures } = await load('list-relation-features')
  const { moves, ParseState } = await load('parse-state')
  const { bestChoice, bestMove, tagWords } = await load('open-perceptron')
  const list = new FeatureList()

  function trainTagger(rounds, { keyBits, tagCount, allowed, random }) {
    const weights = new AveragedWeights(keyBits, tagCount, allowed)
    for (const [round, examples] of rounds.entries()) {
      let wrong = 0
      for (const { features, tags } of shuffle(examples, random)) {
        let [last, beforeLast] = [noTag, noTag]
        for (const [at, gold] of tags.entries()) {
          listTagFeatures(list, features, at, last, beforeLast)
          const tag = bestChoice(weights.score(list))
          weights.steps++
          if (tag !== gold) {
            weights.update(list, gold, tag)
            wrong++
          }
          beforeLast = last
          last = tag
        }
      }
      console.log(`tagger, round ${round + 1}: ${wrong} wrong, ${weights.rowCount} rows`)
    }
    return weights.finish()
  }

  /** Decides a relation and learns from it when the head is right. */
  function relate(weights, example, state, head, rootRelation) {
    const dependent = state.below(0)
    listRelationFeatures(list, state, dependent, head)
    const relation = bestChoice(weights.score(list), rootRelation)
    if (example.heads[dependent] === head) {
      const gold = example.relations[dependent]
      weights.steps++
      if (relation !== gold) weights.update(list, gold, relation)
    }
    return relation
  }

  function trainParser(rounds, { moveBits, relationBits, relationCount, rootRelation, allowed, random }) {
    const moveWeights = new AveragedWeights(moveBits, 3, allowed?.moves)
    const relationWeights = new AveragedWeights(relationBits, relationCount, allowed?.relations)
    const costs = new Int32Array(3)
    for (const [round, examples] of rounds.entries()) {
      let wrong = 0
      for (const example of shuffle(examples, random)) {
        const state = new ParseState(example.features, example.given)
        while (!state.finished) {
          listMoveFeatures(list, state)
          const scores = moveWeights.score(list)
          costMoves(state, example.heads, costs)
          const chosen = bestMove(scores, state)
          const right = bestAmongCheapest(scores, costs, state)
          moveWeights.steps++
          if (costs[chosen] > costs[right]) {
            moveWeights.update(list, right, chosen)
            wrong++
          }
          const move = round > 0 && random() < exploration ? chosen : right
          if (move === moves.shift) {
            state.shift()
            continue
          }
          const head = state.headBy(move)
          state.reduce(
            head,
            head === state.root ? rootRelation : relate(relationWeights, example, state, head, rootRelation),
          )
        }
      }
      console.log(
        `parser, round ${round + 1}: ${wrong} wrong, ${moveWeights.rowCount} and ${relationWeights.rowCount} rows`,
      )
    }
    return { moves: moveWeights.finish(), relations: relationWeights.finish() }
  }

  function bestAmongCheapest(scores, costs, state) {
    let best = -1
    for (let move = 0; move < 3; move++) {
      if (!state.allows(move)) continue
      if (
        best === -1 ||
        costs[move] < costs[best] ||
        (costs[move] === costs[best] && scores[move] > scores[best])
      )
        best = move
    }
    return best
  }

  const tag = (weights, { features }) => tagWords(list, (given) => weights.score(given), features)

  return { trainTagger, trainParser, tag }
}
