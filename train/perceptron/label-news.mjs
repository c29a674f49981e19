/**
 * Parses news with the full reader, so that the fast parser learns from it as well as from the treebanks.
 *
 * Usage: node train/perceptron/label-news.mjs DIST_FOLDER DATA_FOLDER OUT_FILE [TOKENS]
 * DIST_FOLDER is the compiled `src`, beside a copy of `data/model`. Reads PolNeAR's train texts and the AllSides
 * articles in turn, until TOKENS (a million) are parsed. Writes one sentence a line: { words, upos, heads (from 0, -1
 * the root), deprels, confidence (least probability of a token's head and relation) }.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'

const [dist, data, out, tokensText = '1000000'] = process.argv.slice(2)
if (out === undefined) throw new Error('usage: node label-news.mjs DIST_FOLDER DATA_FOLDER OUT_FILE [TOKENS]')
const load = (path) => import(pathToFileURL(resolve(dist, path)).href)
const { openNetworks } = await load('read/neural/open-networks.js')
const { loadModels } = await load('resources/load-models.js')
const { splitTokens } = await load('read/split-tokens.js')
const { splitSentences } = await load('read/split-sentences.js')

const polnear = join(data, 'polnear/data/train/text')
const polnearTexts = readdirSync(polnear)
  .sort()
  .map((name) => readFileSync(join(polnear, name), 'utf8'))
const newsTexts = readdirSync(join(data, 'news_allsides'))
  .filter((name) => name.endsWith('.jsonl.gz'))
  .sort()
  .flatMap((name) =>
    gunzipSync(readFileSync(join(data, 'news_allsides', name)))
      .toString('utf8')
      .split('\n'),
  )
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row).text)

/** Longer sentences are mostly no sentences; shorter ones teach nothing. */
const [shortest, longest] = [3, 80]

const networks = openNetworks(loadModels())
const seen = new Set()
const lines = []
let tokens = 0
for (let i = 0; tokens < Number(tokensText) && i < Math.max(polnearTexts.length, newsTexts.length); i++)
  for (const text of [polnearTexts[i], newsTexts[i]]) {
    if (text === undefined) continue
    const sentences = splitSentences(text, splitTokens(text))
      .map((sentence) => sentence.tokens.map(({ start, end }) => text.slice(start, end)))
      .filter(({ length }) => length >= shortest && length <= longest)
      .filter((words) => !seen.has(words.join(' ')))
    for (const words of sentences) seen.add(words.join(' '))
    for (const [k, parse] of networks.parse(sentences, { confidence: true }).entries()) {
      const { upos, heads, deprels } = parse
      const confidence = Number(Math.min(...parse.confidence).toFixed(3))
      lines.push(JSON.stringify({ words: sentences[k], upos, heads, deprels, confidence }))
      tokens += upos.length
    }
  }
writeFileSync(out, `${lines.join('\n')}\n`)
console.log(`${lines.length} sentences, ${tokens} tokens`)
