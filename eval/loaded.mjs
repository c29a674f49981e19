/**
 * Loaded words on BABE: whether a sentence is biased, as its annotators say. `macroF1` counts a sentence with a mark as
 * loaded; `marks` says how often such a sentence is judged so, and which share of the words its annotators chose the
 * marks meet.
 *
 * `classified` adds what stands around the marks (parts of speech, tense, first person, who says so) in a logistic
 * regression of some fifty weights, cross-validated in ten parts. It measures how far a sentence can be told from the
 * table and its form alone; no weight of it ships, since the set is under the AGPL.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEngine } from '../dist/read/open-engine.js'
import { stages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { f1, percent } from './measures.mjs'

const folds = 10
const needed = new Set([
  'split-tokens',
  'split-sentences',
  'parse-sentences',
  'find-mentions',
  'find-loaded-words',
])

export async function score([folder], { mode, say }) {
  const resources = await loadResources()
  const engine = openEngine(resources, mode)
  const lines = (await readFile(join(folder, 'sentences.jsonl'), 'utf8')).split('\n').filter(Boolean)
  const sentences = lines.map((line) => {
    const { text, label_bias, biased_words } = JSON.parse(line)
    const { sentences: parsed, loadedWords } = read(text, resources, engine)
    const marked = loadedWords.map(({ start, end }) => text.slice(start, end).toLowerCase())
    const chosen = [...biased_words.matchAll(/'([^']+)'|"([^"]+)"/g)].map(([, a, b]) =>
      (a ?? b).toLowerCase(),
    )
    return {
      isLoaded: label_bias === 'Biased',
      marked,
      chosen,
      features: featuresOf(
        text,
        parsed.flatMap(({ tokens }) => tokens),
        loadedWords.length,
      ),
    }
  })
  const truth = sentences.map(({ isLoaded }) => isLoaded)
  const scores = {
    macroF1: macroF1(
      truth,
      sentences.map(({ marked }) => marked.length > 0),
    ),
    marks: marksOf(sentences),
    classified: macroF1(truth, crossValidate(sentences)),
  }
  say(`macro-F1 ${scores.macroF1} by marks, ${scores.classified} with the form of the sentence`)
  return scores
}

function read(text, resources, engine) {
  let draft = {}
  for (const stage of stages) {
    if (!needed.has(stage.name)) continue
    draft = {
      ...draft,
      ...stage.run({ text, language: 'en', title: null, publishedAt: null }, draft, resources, engine),
    }
  }
  return draft
}

function marksOf(sentences) {
  const marked = sentences.filter((each) => each.marked.length > 0)
  const right = marked.filter(({ isLoaded }) => isLoaded)
  const words = sentences.flatMap((each) => each.chosen.map((word) => ({ word, marked: each.marked })))
  const met = words.filter((each) =>
    each.marked.some((mark) => mark.includes(each.word) || each.word.includes(mark)),
  )
  return {
    precision: percent(right.length / Math.max(1, marked.length)),
    wordsMet: percent(met.length / Math.max(1, words.length)),
  }
}

function macroF1(truth, judged) {
  const of = (value) => {
    const right = truth.filter((each, i) => each === value && judged[i] === value).length
    return f1(
      right,
      judged.filter((each) => each === value).length,
      truth.filter((each) => each === value).length,
    ).f1
  }
  return Math.round(((of(true) + of(false)) / 2) * 100) / 100
}

function featuresOf(text, tokens, marks) {
  const words = tokens.map(({ start, end }) => text.slice(start, end).toLowerCase())
  const share = (test) => (5 * tokens.filter(test).length) / Math.max(1, tokens.length)
  const any = (pattern) => Number(words.some((word) => pattern.test(word)))
  const parts = ['ADJ', 'ADV', 'PROPN', 'NUM', 'PRON', 'VERB', 'NOUN', 'AUX', 'DET', 'PUNCT']
  return [
    1,
    Math.min(4, marks),
    Number(marks === 0),
    Math.min(1, (10 * marks) / Math.max(1, tokens.length)),
    ...parts.map((part) => share(({ upos }) => upos === part)),
    share(({ features }) => /Tense=Past\|VerbForm=Fin/.test(features ?? '')),
    share(({ features }) => /Tense=Pres/.test(features ?? '')),
    Math.min(1, tokens.length / 40),
    Number(/[“”"]/.test(text)),
    Number(/[!?]/.test(text)),
    Number(/\d/.test(text)),
    any(/^(?:i|we|our|us|my|you|your)$/),
    any(/^(?:said|says|told|according|announced|reported|wrote|stated)$/),
    any(/^(?:but|yet|though|however|even|while)$/),
    any(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/),
    any(/^(?:must|should|would|could|may|might|can|will)$/),
    words.filter((word) => /...ly$/.test(word)).length,
    words.filter((word) => /^(?:most|worst|best|least|ever|never|nothing|every|all|no)$/.test(word)).length,
    Number(tokens.some(({ deprel }) => deprel === 'cop')),
    share(({ deprel }) => deprel === 'amod'),
    share(({ deprel }) => deprel === 'advmod'),
    words.filter((word) => /.(?:ism|ist|ists|istic)$/.test(word)).length,
    Number(/[“"‘'][\p{L}-]+(?: [\p{L}-]+)?[”"’'](?! (?:said|he|she))/u.test(text)),
    Number(/[—–]/.test(text)),
    Number(/%|percent|\$|million|billion/.test(text)),
    any(/^(?:so|just|even|very|too|really|only|simply)$/),
    any(/^(?:who|which|whose)$/),
    any(/^(?:this|these|those|such)$/),
    Number(/^(?:The|A|An) /.test(text)),
    share(({ deprel }) => deprel === 'nmod' || deprel === 'obl'),
    share(({ deprel }) => deprel === 'conj'),
  ]
}

function crossValidate(sentences) {
  return sentences
    .map((each, i) => [each, i])
    .map(([{ features }, i]) => odds(weightsOf(sentences, i % folds), features) > 0)
}

const odds = (weights, features) => features.reduce((sum, value, j) => sum + value * weights[j], 0)
const learned = new Map()

/** Newton’s steps by coordinates, with a ridge; of everything but one part. */
function weightsOf(sentences, part) {
  if (learned.has(part)) return learned.get(part)
  const rows = sentences.filter((_, i) => i % folds !== part)
  const weights = rows[0].features.map(() => 0)
  for (let pass = 0; pass < 30; pass++) {
    for (let j = 0; j < weights.length; j++) {
      let [slope, bend] = [weights[j], 1]
      for (const { features, isLoaded } of rows) {
        const value = features[j]
        if (value === 0) continue
        const chance = 1 / (1 + Math.exp(-odds(weights, features)))
        slope += (chance - Number(isLoaded)) * value
        bend += chance * (1 - chance) * value * value
      }
      weights[j] -= slope / bend
    }
  }
  learned.set(part, weights)
  return weights
}
