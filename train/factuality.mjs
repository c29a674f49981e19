/**
 * Writes data/cues/factuality.tsv: what each feature of a predicate adds to how surely it holds.
 *
 *   npm run build:code && node train/factuality.mjs uw_train.jsonl rp_train.jsonl cb_train.jsonl megaveridicality_train.jsonl
 *
 * Elastic-net regression by coordinate descent over src/read/modality/factuality-features.ts: no randomness, so the
 * same files give the same table. Of MegaVeridicality, which has no dev part, every fifth sentence is left out.
 */
import { writeFile } from 'node:fs/promises'
import { factualityFeatures } from '../dist/read/modality/factuality-features.js'
import { judgePredicate } from '../dist/read/modality/judge-predicate.js'
import { openEngine } from '../dist/read/open-engine.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { readTargets } from '../eval/factuality.mjs'

/** Penalties: the larger the first, the shorter the table. 6, 2: 0.001 of r below the best on UW dev, a third of the rows. */
const [absolute, squared, fewest, passes] = [6, 2, 4, 40]

const resources = await loadResources()
const engine = openEngine(resources, 'full')
const rows = []
for (const file of process.argv.slice(2)) {
  for (const [i, { view, target, label }] of (await readTargets(file, resources, engine)).entries()) {
    if (/megaveridicality/.test(file) && i % 5 === 0) continue
    const context = { view, cues: resources.cues, scope: null }
    const verdict = judgePredicate(context, target)
    const head = view.heads[target]
    const above = head >= 0 ? judgePredicate(context, head) : null
    rows.push({
      label,
      judged: verdict.factuality,
      features: factualityFeatures(view, target, verdict, above),
    })
  }
}
const weights = learn(rows)
const lines = [...weights].map(([feature, weight]) => `${feature}\t${weight}`)
await writeFile(
  new URL('../data/cues/factuality.tsv', import.meta.url),
  `feature\tweight\n${lines.join('\n')}\n`,
)
console.log(`${rows.length} targets, ${lines.length} weights`)

function learn(cases) {
  const columns = new Map()
  for (const [i, { features }] of cases.entries()) {
    for (const feature of features)
      columns.has(feature) ? columns.get(feature).push(i) : columns.set(feature, [i])
  }
  const kept = [...columns].filter(([, at]) => at.length >= fewest).sort(([a], [b]) => (a < b ? -1 : 1))
  const left = cases.map(({ label }) => label)
  const weight = new Map(kept.map(([feature]) => [feature, 0]))
  const judgedSquares = cases.reduce((sum, { judged }) => sum + judged ** 2, squared)
  let judgedWeight = 0
  for (let pass = 0; pass < passes; pass++) {
    const step = cases.reduce((sum, { judged }, i) => sum + judged * left[i], 0) / judgedSquares
    judgedWeight += step
    for (const [i, { judged }] of cases.entries()) left[i] -= step * judged
    for (const [feature, at] of kept) {
      const old = weight.get(feature)
      const pull = at.reduce((sum, i) => sum + left[i], 0) + at.length * old
      const isFree = feature === 'bias'
      const shrunk = Math.sign(pull) * Math.max(0, Math.abs(pull) - (isFree ? 0 : absolute))
      const now = shrunk / (at.length + (isFree ? 0 : squared))
      if (now === old) continue
      weight.set(feature, now)
      for (const i of at) left[i] -= now - old
    }
  }
  const rounded = [['judged', judgedWeight], ...weight].map(([feature, number]) => [
    feature,
    Math.round(number * 100) / 100,
  ])
  return new Map(rounded.filter(([, number]) => number !== 0))
}
