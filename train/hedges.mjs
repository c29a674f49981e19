/**
 * Writes data/cues/hedge-weights.tsv: what tells a hedge from the same words used otherwise.
 *
 *   npm run build:code && node train/hedges.mjs FOLDER-OF-hedge_szeged/dev [--folds]
 *
 * With --folds it writes nothing and scores each fifth of the documents by what the other four teach.
 *
 * One logistic regression a kind, over src/read/modality/hedge-features.ts, on the words of data/cues/hedges.tsv; the
 * penalties are elastic-net, the descent is by coordinates, and nothing is random. A fifth of the documents is held out.
 */
import { writeFile } from 'node:fs/promises'
import { hedgeFeatures } from '../dist/read/modality/hedge-features.js'
import { openEngine } from '../dist/read/open-engine.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { candidatesOf, readSentences, scoreSentences } from '../eval/hedges.mjs'

/**
 * Penalties by kind, fewest places of a feature, passes: least loss in cross-validation within the four fifths; the
 * conditions’, which have the most features to the place, by F1 in fivefold cross-validation, 2026-11-25.
 */
const penalties = { absolute: 1, squared: 0.8 }
const penaltiesOf = { condition: { absolute: 0.4, squared: 3 } }
const [fewest, passes] = [3, 25]
const kinds = ['epistemic', 'doxastic', 'investigation', 'condition']

const resources = await loadResources()
const sentences = await readSentences(process.argv[2], resources, openEngine(resources, 'full'))
const cases = sentences.flatMap(({ views, gold, fold }) =>
  views.flatMap((view) =>
    candidatesOf(view, resources.cues)
      .filter(({ isSure }) => !isSure)
      .map((candidate) => {
        const { start } = view.sentence.tokens[candidate.from]
        const { end } = view.sentence.tokens[candidate.to - 1]
        const kind = gold.find((cue) => cue.start < end && start < cue.end)?.kind ?? null
        return { fold, kinds: candidate.kinds, kind, features: hedgeFeatures(view, candidate) }
      }),
  ),
)
if (process.argv.includes('--folds')) {
  const { cues } = resources
  const taught = [0, 1, 2, 3, 4].map((fold) => ({
    ...cues,
    hedges: { ...cues.hedges, weights: learnWithout(fold) },
  }))
  console.log(JSON.stringify(scoreSentences(sentences, ({ fold }) => taught[fold])))
} else {
  const lines = Object.entries(learnWithout(0)).flatMap(([kind, weights]) =>
    [...weights].map(([feature, weight]) => `${kind}\t${feature}\t${weight}`),
  )
  await writeFile(
    new URL('../data/cues/hedge-weights.tsv', import.meta.url),
    `kind\tfeature\tweight\n${lines.join('\n')}\n`,
  )
  console.log(`${lines.length} weights`)
}

/** The weights of each kind, of all documents but a fifth. */
function learnWithout(held) {
  const places = cases.filter(({ fold }) => fold !== held)
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      learn(
        places.filter((each) => each.kinds.includes(kind)),
        kind,
      ),
    ]),
  )
}

function learn(places, kind) {
  const { absolute, squared } = penaltiesOf[kind] ?? penalties
  const columns = new Map()
  for (const [i, { features }] of places.entries()) {
    for (const feature of features) {
      if (!columns.has(feature)) columns.set(feature, [])
      columns.get(feature).push(i)
    }
  }
  const kept = [...columns].filter(([, at]) => at.length >= fewest).sort(([a], [b]) => (a < b ? -1 : 1))
  const weights = new Map(kept.map(([feature]) => [feature, 0]))
  const odds = places.map(() => 0)
  const chance = places.map(() => 0.5)
  for (let pass = 0; pass < passes; pass++) {
    for (const [feature, at] of kept) {
      const old = weights.get(feature)
      let [slope, bend] = [squared * old, squared]
      for (const i of at) {
        slope += chance[i] - (places[i].kind === kind ? 1 : 0)
        bend += chance[i] * (1 - chance[i])
      }
      bend = Math.max(bend, at.length * 0.02)
      const aim = old - slope / bend
      const shrunk = Math.sign(aim) * Math.max(0, Math.abs(aim) - (feature === 'any' ? 0 : absolute / bend))
      const step = Math.max(-2, Math.min(2, shrunk - old))
      if (step === 0) continue
      weights.set(feature, old + step)
      for (const i of at) {
        odds[i] += step
        chance[i] = 1 / (1 + Math.exp(-odds[i]))
      }
    }
  }
  return new Map(
    [...weights]
      .map(([feature, weight]) => [feature, Math.round(weight * 100) / 100])
      .filter(([, weight]) => weight !== 0),
  )
}
