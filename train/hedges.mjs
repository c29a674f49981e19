/**
 * Writes data/cues/hedge-weights.tsv: what tells a hedge from the same words used otherwise.
 *
 *   npm run build:code && node train/hedges.mjs FOLDER-OF-hedge_szeged/dev
 *
 * One logistic regression a kind, over src/read/modality/hedge-features.ts, on the words of data/cues/hedges.tsv; the
 * penalties are elastic-net, the descent is by coordinates, and nothing is random. A fifth of the documents is held out.
 */
import { writeFile } from 'node:fs/promises'
import { hedgeFeatures } from '../dist/read/modality/hedge-features.js'
import { openEngine } from '../dist/read/open-engine.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { candidatesOf, readSentences } from '../eval/hedges.mjs'

/** Penalties, fewest places of a feature, passes: least loss in cross-validation within the four fifths, 2026-11-25. */
const [absolute, squared, fewest, passes] = [1, 0.8, 3, 25]
const kinds = ['epistemic', 'doxastic', 'investigation', 'condition']

const resources = await loadResources()
const cases = []
for (const { views, gold, isHeld } of await readSentences(
  process.argv[2],
  resources,
  openEngine(resources, 'full'),
)) {
  if (isHeld) continue
  for (const view of views) {
    for (const candidate of candidatesOf(view, resources.cues)) {
      if (candidate.isSure) continue
      const [start, end] = [
        view.sentence.tokens[candidate.from].start,
        view.sentence.tokens[candidate.to - 1].end,
      ]
      const kind = gold.find((cue) => cue.start < end && start < cue.end)?.kind ?? null
      cases.push({ kinds: candidate.kinds, kind, features: hedgeFeatures(view, candidate) })
    }
  }
}
const lines = kinds.flatMap((kind) =>
  [
    ...learn(
      cases.filter((each) => each.kinds.includes(kind)),
      kind,
    ),
  ].map(([feature, weight]) => `${kind}\t${feature}\t${weight}`),
)
await writeFile(
  new URL('../data/cues/hedge-weights.tsv', import.meta.url),
  `kind\tfeature\tweight\n${lines.join('\n')}\n`,
)
console.log(`${cases.length} places, ${lines.length} weights`)

function learn(places, kind) {
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
  return [...weights]
    .map(([feature, weight]) => [feature, Math.round(weight * 100) / 100])
    .filter(([, weight]) => weight !== 0)
}
