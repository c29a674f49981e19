/**
 * Does claim B strengthen or weaken claim A (a folder with `strength-train.json` and `weak-train.json`): two questions of
 * yes and no, macro-F1 each, over all pairs.
 *
 * `rules`: what `compareReports` says of the two sentences: `same` strengthens, `against` weakens. `fitted`: a logistic
 * model on what `weigh/` sees between the two and counts of a few words, fitted on the other topics (ten folds by
 * topic), its threshold too. Baselines in the same run: `majority`, and `overlap`: the share of words in common, with a
 * threshold and a direction fitted on the same folds.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareReports } from '../dist/weigh/compare-reports.js'
import { fitLogistic, foldOf, macroF1 } from './fit-logistic.mjs'
import { findPairFeatures, overlapOf } from './pair-features.mjs'
import { toPlainReport } from './to-plain-report.mjs'

const folds = 10

export async function score([folder], { say }) {
  const scores = {}
  for (const [name, file, relation] of [
    ['strengthen', 'strength-train.json', 'same'],
    ['weaken', 'weak-train.json', 'against'],
  ]) {
    const { data } = JSON.parse(await readFile(join(folder, file), 'utf8'))
    const pairs = data.map(({ claim_a, claim_b, date, topic, relation: label, pair_id }) => {
      const [a, b] = [claim_a, claim_b].map((claim, i) =>
        toPlainReport(`${pair_id} ${i}`, claim, { publishedAt: date }),
      )
      return { a, b, topic, label, features: findPairFeatures(a, b), overlap: overlapOf(a, b).dice }
    })
    const gold = pairs.map(({ label }) => label)
    const most = gold.filter(Boolean).length * 2 > gold.length ? 1 : 0
    const found = { majority: gold.map(() => most), overlap: [], fitted: [], rules: [] }
    found.rules = pairs.map(({ a, b }) => Number(compareReports(a, b)?.relation === relation))
    for (let fold = 0; fold < folds; fold++) {
      const rest = pairs.filter(({ topic }) => foldOf(topic, folds) !== fold)
      const labels = rest.map(({ label }) => label)
      const chance = fitLogistic(
        rest.map(({ features }) => features),
        labels,
      )
      const ofModel = fitThreshold(
        rest.map(({ features }) => chance(features)),
        labels,
      )
      const ofOverlap = fitThreshold(
        rest.map(({ overlap }) => overlap),
        labels,
      )
      for (const [i, pair] of pairs.entries()) {
        if (foldOf(pair.topic, folds) !== fold) continue
        found.fitted[i] = ofModel(chance(pair.features))
        found.overlap[i] = ofOverlap(pair.overlap)
      }
    }
    for (const [i, { a, b, label }] of pairs.entries())
      if (found.rules[i] !== 0) say(`${name} ${label} | ${a.proposition} | ${b.proposition}`)
    scores[name] = {
      pairs: pairs.length,
      ...Object.fromEntries(
        Object.entries(found).map(([way, labels]) => {
          const { macro, of } = macroF1(gold, labels, [0, 1])
          return [way, { macroF1: macro, yes: of[1], said: labels.filter(Boolean).length }]
        }),
      ),
    }
  }
  return scores
}

/** The threshold, and the direction, with the best macro-F1 over what it is fitted on. */
function fitThreshold(values, labels) {
  const sorted = [...values].sort((a, b) => a - b)
  let best = { macro: -1, at: 0, over: 1 }
  for (let k = 1; k < 40; k++) {
    const at = sorted[Math.floor((k * sorted.length) / 40)]
    for (const over of [1, 0]) {
      const { macro } = macroF1(
        labels,
        values.map((value) => (value >= at ? over : 1 - over)),
        [0, 1],
      )
      if (macro > best.macro) best = { macro, at, over }
    }
  }
  return (value) => (value >= best.at ? best.over : 1 - best.over)
}
