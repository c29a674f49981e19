/**
 * Names on a corpus of two columns (BIO, blank line between sentences): whole names, as CoNLL-2003 counts.
 *
 * What counts is what the reader’s find-mentions gives for raw text: the corpus’s words joined by spaces, a paragraph a
 * sentence, its spans laid back on the corpus’s words. A new article begins after two blank lines or at -DOCSTART-;
 * where a file has neither, every sentence is an article. `goldTokens` is the trained model alone on the corpus’s words
 * (full mode only). The reader’s GPE counts as LOC, and CrossNER’s finer labels as the four of CoNLL.
 *
 * `calibration`: of the names that carry a confidence, the expected calibration error over ten bins, in points.
 */
import { readFile } from 'node:fs/promises'
import { openEngine } from '../dist/read/open-engine.js'
import { stages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { f1, percent } from './measures.mjs'

const toFour = {
  person: 'PER',
  politician: 'PER',
  organisation: 'ORG',
  politicalparty: 'ORG',
  location: 'LOC',
  country: 'LOC',
  misc: 'MISC',
  event: 'MISC',
  election: 'MISC',
  GPE: 'LOC',
}
const plain = (type) => toFour[type] ?? type
const kinds = ['PER', 'ORG', 'LOC', 'MISC']

export async function score(files, { mode, say }) {
  const resources = await loadResources()
  const engine = openEngine(resources, mode)
  const scores = {}
  for (const file of files) {
    const articles = parse(await readFile(file, 'utf8'))
    const sentences = articles.flat()
    const fromText = articles.flatMap((article) => findInText(article, resources, engine))
    const own = { ...measure(sentences, fromText), ...calibration(sentences, fromText) }
    const name = file.split('/').slice(-2).join('/')
    scores[name] = own
    if (engine.networks) {
      const found = engine.networks.findNames(sentences.map(({ words }) => words))
      const onTokens = found.map((names) => names.map((each) => ({ ...each, type: plain(each.type) })))
      scores[name] = {
        ...own,
        goldTokens: { ...measure(sentences, onTokens), ...calibration(sentences, onTokens) },
      }
    }
    say(`${file}: F1 ${own.f1} on ${sentences.length} sentences of ${articles.length} articles`)
  }
  return scores
}

const key = ({ from, to, type }) => `${from} ${to} ${type}`

function measure(sentences, found) {
  const tally = (only) => {
    let [right, predicted, gold] = [0, 0, 0]
    for (const [i, { names }] of sentences.entries()) {
      const wanted = names.filter(({ type }) => !only || type === only)
      const keys = new Set((found[i] ?? []).filter(({ type }) => !only || type === only).map(key))
      predicted += keys.size
      gold += wanted.length
      right += wanted.filter((each) => keys.has(key(each))).length
    }
    return f1(right, predicted, gold)
  }
  return { ...tally(null), types: Object.fromEntries(kinds.map((type) => [type, tally(type).f1])) }
}

function calibration(sentences, found) {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, sum: 0, right: 0 }))
  for (const [i, { names }] of sentences.entries()) {
    const gold = new Set(names.map(key))
    for (const each of found[i] ?? []) {
      if (each.confidence === null || each.confidence === undefined) continue
      const bin = bins[Math.min(9, Math.floor(each.confidence * 10))]
      bin.count++
      bin.sum += each.confidence
      bin.right += gold.has(key(each))
    }
  }
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return {}
  const error = bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.sum), 0) / total
  return { calibration: percent(error) }
}

/** The names of an article’s sentences, read from its text. */
function findInText(sentences, resources, engine) {
  let text = ''
  const starts = []
  const places = sentences.map(({ words }, i) => {
    if (i > 0) text += '\n\n'
    return words.map((word, k) => {
      if (k > 0) text += ' '
      starts.push(text.length)
      text += word
      return { sentence: i, word: k, start: text.length - word.length, end: text.length }
    })
  })
  const found = sentences.map(() => [])
  const words = places.flat()
  for (const { start, end, type, confidence } of mentionsOf(text, resources, engine)) {
    const covered = words.slice(lastAtOrBefore(starts, start)).filter((word) => word.start < end)
    const first = covered[0]
    const last = covered.at(-1)
    if (!first || !last) continue
    found[first.sentence].push({ from: first.word, to: last.word + 1, type: plain(type), confidence })
  }
  return found
}

/** Runs the reader’s own stages as far as the names. */
function mentionsOf(text, resources, engine) {
  const article = { text, language: 'en', title: null, publishedAt: null }
  let draft = {}
  for (const stage of stages) {
    draft = { ...draft, ...stage.run(article, draft, resources, engine) }
    if (stage.name === 'find-mentions') break
  }
  return draft.mentions
}

function lastAtOrBefore(starts, at) {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle] <= at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

function parse(content) {
  const articles = [[]]
  const blocks = content.replaceAll('\r', '').split('\n')
  let rows = []
  let blanks = 0
  let parted = false
  const close = () => {
    if (rows.length > 0) articles.at(-1).push(toSentence(rows))
    rows = []
  }
  for (const line of [...blocks, '']) {
    if (line.trim() === '') {
      close()
      blanks++
      continue
    }
    const isMark = line.startsWith('-DOCSTART-')
    if (blanks > 1 || isMark) {
      parted ||= articles.at(-1).length > 0
      articles.push([])
    }
    blanks = 0
    if (!isMark) rows.push(line.split('\t'))
  }
  const held = articles.filter(({ length }) => length > 0)
  return parted ? held : held.flat().map((sentence) => [sentence])
}

function toSentence(rows) {
  const names = []
  let open = null
  for (const [i, [, tag = 'O']] of [...rows, ['', 'O']].entries()) {
    const type = plain(tag.slice(2))
    if (open && (tag === 'O' || tag.startsWith('B-') || open.type !== type)) {
      names.push({ from: open.from, to: i, type: open.type })
      open = null
    }
    if (tag !== 'O' && !open) open = { from: i, type }
  }
  return { words: rows.map(([word]) => word), names }
}
