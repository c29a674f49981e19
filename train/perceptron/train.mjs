/**
 * Trains the fast parser and writes `perceptron.bin`, with its scores on dev in `scores.json`.
 *
 * Usage: node train/perceptron/train.mjs DIST_FOLDER DATA_FOLDER NEWS_FILE CLUSTERS_FILE OUT_FOLDER [--NAME VALUE]...
 * Each stage is trained twice: freely, then anew with only the keys that came out strongest.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { openTrainer } from './open-trainer.mjs'
import { openRandom } from './random.mjs'
import { readNews, readTreebanks } from './read-sentences.mjs'
import { scoreParses } from './score-parses.mjs'
import { packWeights, writeModel } from './write-model.mjs'

const defaults = {
  seed: 1,
  tagRounds: 6,
  parseRounds: 10,
  freeRounds: 4,
  newsRounds: 2,
  newsSentences: 40000,
  clusterWords: 60000,
  tagBits: 20,
  moveBits: 22,
  relationBits: 20,
  tagKeys: 150000,
  moveKeys: 350000,
  relationKeys: 120000,
  tagScale: 8,
  moveScale: 8,
  relationScale: 8,
  least: 3,
  folds: 4,
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' }])),
})
const [dist, data, newsPath, clustersPath, out] = positionals
if (out === undefined) throw new Error('usage: node train.mjs DIST DATA NEWS CLUSTERS OUT [--NAME VALUE]...')
const settings = {
  ...defaults,
  ...Object.fromEntries(Object.entries(values).map(([k, v]) => [k, Number(v)])),
}

const load = (name) => import(pathToFileURL(resolve(dist, `read/${name}.js`)).href)
const { hashText } = await load('neural/hash-key')
const { openWeights } = await load('neural/open-weights')
const { clusterBits } = await load('perceptron/open-clusters')
const { openDescriber, openPerceptron } = await load('perceptron/open-perceptron')
const trainer = await openTrainer(dist)
const random = openRandom(settings.seed)
const started = Date.now()
const say = (text) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s: ${text}`)

const { train, dev } = readTreebanks(data)
const news = settings.newsSentences > 0 ? readNews(newsPath).slice(0, settings.newsSentences) : []
const upos = [...new Set(train.flatMap((sentence) => sentence.upos))].sort()
const relations = [...new Set(train.flatMap((sentence) => sentence.deprels))].sort()
const rootRelation = relations.indexOf('root')
const wordTensors = packClusters()
const describe = openDescriber(openWeights(new Uint8Array(writeModel({}, wordTensors))))

const gold = train.map(toExample)
const silver = news.map(toExample)
say(`${gold.length} treebank sentences, ${silver.length} of news, ${relations.length} relations`)

for (let fold = 0; fold < settings.folds; fold++) {
  const others = roundsOf(settings.freeRounds, (i) => i % settings.folds !== fold)
  const weights = trainTagger(others, null)
  for (const examples of [gold, silver])
    for (const [i, example] of examples.entries())
      if (i % settings.folds === fold) example.given = trainer.tag(weights, example)
}
say('tags for the parser to learn from')
const freeTags = trainTagger(roundsOf(settings.freeRounds), null)
const tags = trainTagger(roundsOf(settings.tagRounds), freeTags.strongestKeys(settings.tagKeys))
say('tagger')
const free = trainParser(roundsOf(settings.freeRounds), null)
say('parser, freely')
if (process.env.FREE) report('free', { tags: freeTags, ...free }, 1)
const parser = trainParser(roundsOf(settings.parseRounds), {
  moves: free.moves.strongestKeys(settings.moveKeys),
  relations: free.relations.strongestKeys(settings.relationKeys),
})
say('parser')
const { file, scores } = report('shipped', { tags, ...parser }, settings.least)

mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'perceptron.bin'), file)
const sha256 = createHash('sha256').update(file).digest('hex')
writeFileSync(join(out, 'scores.json'), `${JSON.stringify({ sha256, settings, scores }, null, 2)}\n`)

function toExample(sentence) {
  const root = sentence.words.length + 1
  const indexOf = (relation) => {
    const place = relations.indexOf(relation)
    return place === -1 ? relations.indexOf('dep') : place
  }
  return {
    features: sentence.words.map(describe),
    tags: Uint8Array.from(sentence.upos, (tag) => upos.indexOf(tag)),
    heads: Int32Array.from([0, ...sentence.heads.map((head) => (head === -1 ? root : head + 1))]),
    relations: Uint8Array.from([0, ...sentence.deprels.map(indexOf)]),
  }
}

/** All treebank sentences in every round, and the news in turn, so that it is gone through in `newsRounds` rounds. */
function roundsOf(count, keep = () => true) {
  const own = gold.filter((_, i) => keep(i))
  return Array.from({ length: count }, (_, round) => {
    const share = round % settings.newsRounds
    return [
      ...own,
      ...silver.filter((_, i) => keep(i) && Math.floor(i / settings.folds) % settings.newsRounds === share),
    ]
  })
}

function trainTagger(rounds, allowed) {
  const { tagBits } = settings
  return trainer.trainTagger(rounds, { keyBits: tagBits, tagCount: upos.length, allowed, random })
}

function trainParser(rounds, allowed) {
  const { moveBits, relationBits } = settings
  const relationCount = relations.length
  return trainer.trainParser(rounds, { moveBits, relationBits, relationCount, rootRelation, allowed, random })
}

function packClusters() {
  const { words, clusters, groups } = JSON.parse(readFileSync(clustersPath, 'utf8'))
  const entries = words
    .slice(0, settings.clusterWords)
    .map((word, i) => (hashText(word) & -(2 ** clusterBits)) | clusters[i])
  return [
    { name: 'clusters', dtype: 'int32', array: Int32Array.from(entries) },
    { name: 'groups', dtype: 'uint8', array: Uint8Array.from(groups) },
  ]
}

/** Packs a model and scores it as the reader will run it. */
function report(title, weights, least) {
  const tensors = ['tags', 'moves', 'relations'].flatMap((name) => {
    const scale = settings[{ tags: 'tagScale', moves: 'moveScale', relations: 'relationScale' }[name]]
    return packWeights(name, weights[name], { scale, least })
  })
  const file = writeModel({ upos, relations }, [...wordTensors, ...tensors])
  for (const { name, array } of [...wordTensors, ...tensors])
    console.log(`${name}: ${(array.byteLength / 1e6).toFixed(2)} MB`)
  const perceptron = openPerceptron(new Uint8Array(file))
  const scores = {}
  for (const [name, sentences] of Object.entries(dev)) {
    const start = Date.now()
    const parses = perceptron.parse(sentences.map(({ words }) => words))
    const tokens = sentences.reduce((sum, { words }) => sum + words.length, 0)
    scores[name] = scoreParses(sentences, parses)
    say(
      `${title} ${name} ${JSON.stringify(scores[name])}, ${Math.round((tokens / (Date.now() - start)) * 1000)} tokens/s`,
    )
  }
  say(`${title}: ${(file.length / 1e6).toFixed(2)} MB`)
  return { file, scores }
}
