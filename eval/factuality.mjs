/**
 * How surely a predicate holds, from -3 to 3, beside what readers of FactBank and its kin say: Pearson’s r and the
 * mean absolute error, a file each.
 *
 * The corpus’s own tokens are parsed, since its targets are tokens. A target of several words is judged at the verb
 * that its other words hang on. A target is judged as in the outlet’s own voice: who says so is no part of the scale.
 */
import { readFile } from 'node:fs/promises'
import { judgeEvent } from '../dist/read/modality/judge-event.js'
import { openEngine } from '../dist/read/open-engine.js'
import { parseSentences } from '../dist/read/parse-sentences.js'
import { viewSentences } from '../dist/read/sentence-view.js'
import { splitSentences } from '../dist/read/split-sentences.js'
import { loadResources } from '../dist/resources/load-resources.js'

export async function score(files, { mode, say }) {
  const resources = await loadResources()
  const engine = openEngine(resources, mode)
  const scores = {}
  for (const file of files) {
    const pairs = []
    for (const { view, target, label } of await readTargets(file, resources, engine)) {
      pairs.push([judgeEvent(view, target, { statement: null, cues: resources.cues }).factuality, label])
    }
    const name = file.split('/').at(-1)
    scores[name] = { r: pearson(pairs), mae: round(mean(pairs.map(([a, b]) => Math.abs(a - b)))) }
    say(`${name}: r ${scores[name].r}, mean absolute error ${scores[name].mae} on ${pairs.length} targets`)
  }
  return scores
}

/** The targets of a file: the view of the sentence that holds each, its token there, its label. */
export async function readTargets(file, resources, engine) {
  const targets = []
  for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
    const { text, targets: marked } = JSON.parse(line)
    const tokens = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }))
    const sentences = parseSentences(text, splitSentences(text, tokens), engine, resources.lexicon)
    const views = viewSentences(text, sentences, [])
    for (const { span1, label } of marked) {
      const view = views.find(({ firstToken, words }) => span1[0] < firstToken + words.length)
      if (view) targets.push({ view, target: headOf(view, span1), label })
    }
  }
  return targets
}

function headOf(view, [start, end]) {
  const from = start - view.firstToken
  const to = Math.min(end - view.firstToken, view.words.length)
  for (let k = from; k < to; k++) {
    const isOutside = view.heads[k] < from || view.heads[k] >= to
    if (isOutside && (/VERB|AUX/.test(view.upos[k]) || /comp|root/.test(view.deprels[k]))) return k
  }
  return from
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
const round = (number) => Math.round(number * 1000) / 1000

function pearson(pairs) {
  const [a, b] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))]
  const sum = (of) => pairs.reduce((total, [x, y]) => total + of(x - a, y - b), 0)
  return round(sum((x, y) => x * y) / Math.sqrt(Math.max(1e-9, sum((x) => x * x) * sum((_, y) => y * y))))
}
