/**
 * Loaded words on BABE: whether a sentence is biased, as its annotators say. `macroF1` counts a sentence with a mark as
 * loaded; `marks` says how often such a sentence is judged so, and which share of the words its annotators chose the
 * marks meet.
 *
 * `classified` adds what stands around the marks (parts of speech, tense, first person, who says so) and the words of the
 * sentence, names aside, in a logistic regression, cross-validated in ten parts. It measures how far a sentence can be
 * told; no weight of it ships, since the set is under the AGPL, and since a sentence that is called loaded by the sum of
 * its words has no word to show and no plainer one.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEngine } from '../dist/read/open-engine.js'
import { stages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { f1, percent } from './measures.mjs'

const folds = 10
/**
 * Ridges, fewest sentences of a word, passes. With ridges of words from 8 to 60 the macro-F1 lies between 73.3 and 72.2,
 * 2026-11-25.
 */
const [ridgeOfForm, ridgeOfWords, fewest, passes] = [1, 8, 3, 20]
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
      lemmas: lemmasOf(parsed.flatMap(({ tokens }) => tokens)),
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
  say(`macro-F1 ${scores.macroF1} by marks, ${scores.classified} with the form and the words of the sentence`)
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

/** The words of a sentence, names aside. */
const lemmasOf = (tokens) =>
  new Set(
    tokens.flatMap(({ upos, lemma }) =>
      /^(?:NOUN|VERB|ADJ|ADV|INTJ|PRON|SCONJ|ADP|AUX|DET)$/.test(upos)
        ? [`${upos} ${lemma.toLowerCase()}`]
        : [],
    ),
  )

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

/** Judges each sentence by what the other nine parts teach. */
function crossValidate(sentences) {
  const rows = sentences.map(({ features, lemmas, isLoaded }) => ({
    places: new Map(
      [...features.entries()]
        .filter(([, value]) => value !== 0)
        .concat([...lemmas].map((lemma) => [lemma, 1])),
    ),
    isLoaded,
  }))
  const judged = []
  for (let part = 0; part < folds; part++) {
    const weights = learn(rows.filter((_, i) => i % folds !== part))
    for (const [i, { places }] of rows.entries())
      if (i % folds === part) judged[i] = oddsOf(places, weights) > 0
  }
  return judged
}

const oddsOf = (places, weights) => {
  let odds = 0
  for (const [name, value] of places) odds += (weights.get(name) ?? 0) * value
  return odds
}

/** Newton’s steps by coordinates, with a ridge: light on the form of a sentence, heavy on its words. */
function learn(rows) {
  const columns = new Map()
  for (const [i, { places }] of rows.entries())
    for (const [name, value] of places) {
      if (!columns.has(name)) columns.set(name, [])
      columns.get(name).push([i, value])
    }
  const weights = new Map()
  const odds = rows.map(() => 0)
  for (let pass = 0; pass < passes; pass++) {
    for (const [name, at] of columns) {
      const isWord = typeof name === 'string'
      if (isWord && at.length < fewest) continue
      const old = weights.get(name) ?? 0
      const ridge = isWord ? ridgeOfWords : ridgeOfForm
      let [slope, bend] = [ridge * old, ridge]
      for (const [i, value] of at) {
        const chance = 1 / (1 + Math.exp(-odds[i]))
        slope += (chance - Number(rows[i].isLoaded)) * value
        bend += chance * (1 - chance) * value * value
      }
      const step = slope / bend
      weights.set(name, old - step)
      for (const [i, value] of at) odds[i] -= step * value
    }
  }
  return weights
}
