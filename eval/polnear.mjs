/**
 * Attribution on PolNeAR (a folder with `text/` and `attributions/`), from raw text: token, exact and overlap F1 for
 * source, cue and content, and whole attributions. Gold is the document’s first annotation; `--by-annotator` scores
 * every further annotator against the first instead, which is what people reach.
 *
 * A whole attribution is right when its cue overlaps, its source overlaps (or neither has one) and its content shares
 * at least half of the union. Modes: `full` and `fast` score what the reader gives, `networks` the trained models alone.
 *
 * PolNeAR annotates hardly any chains (“Belta reported that Lukashenko told …”), silence or statements without a
 * source; the reader gives them to its users, and each counts here as wrong. `comparable` leaves them out.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openReader } from '../dist/read/open-reader.js'
import { splitSentences } from '../dist/read/split-sentences.js'
import { splitTokens } from '../dist/read/split-tokens.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { f1, percent } from './measures.mjs'
import { openModels } from './open-models.mjs'

const roles = ['source', 'cue', 'content']

export async function score([folder], { mode, byAnnotator, say }) {
  const find = byAnnotator ? null : await openFinder(mode)
  const [tally, comparable] = [newTally(), newTally()]
  const calibration = newCalibration()
  for (const [stem, files] of await groupByText(join(folder, 'attributions'))) {
    const text = await readFile(join(folder, 'text', `${stem}.txt`), 'utf8')
    const tokens = splitTokens(text)
    const annotations = await Promise.all(
      files.map(async (file) =>
        parseAnnotation(await readFile(join(folder, 'attributions', file), 'utf8'), text, tokens),
      ),
    )
    const [gold, ...others] = annotations
    if (find === null) for (const other of others) compare(tally, gold, other)
    else {
      const found = find(text, tokens)
      compare(tally, gold, found, (attribution, isRight) =>
        addCase(calibration, attribution.confidence, isRight),
      )
      compare(
        comparable,
        gold,
        found.filter((attribution) => attribution.isComparable),
      )
    }
    say(`${stem}: ${gold.length} in gold`)
  }
  if (find === null) return toScores(tally)
  return {
    ...toScores(tally),
    calibrationError: calibrationError(calibration),
    comparable: toScores(comparable),
  }
}

function toScores(tally) {
  const scores = Object.fromEntries(
    roles.map((role) => {
      const { token, exact, found, gold, foundOver, goldOver } = tally[role]
      const [precision, recall] = [foundOver / Math.max(1, found), goldOver / Math.max(1, gold)]
      return [
        role,
        {
          token: f1(...token).f1,
          exact: f1(exact, found, gold).f1,
          overlap: Math.round((20_000 * precision * recall) / Math.max(1e-9, precision + recall)) / 100,
        },
      ]
    }),
  )
  return { ...scores, whole: f1(tally.whole.right, tally.whole.found, tally.whole.gold) }
}

const newTally = () => ({
  ...Object.fromEntries(
    roles.map((role) => [role, { token: [0, 0, 0], exact: 0, found: 0, gold: 0, foundOver: 0, goldOver: 0 }]),
  ),
  whole: { right: 0, found: 0, gold: 0 },
})

/** The annotators’ files of each text, in order of their names. */
async function groupByText(folder) {
  const groups = new Map()
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.ann')).sort()) {
    const stem = file.slice(0, -'.ann'.length).replace(/_[^_]*$/, '')
    groups.set(stem, [...(groups.get(stem) ?? []), file])
  }
  return groups
}

/** brat’s standoff, whose offsets count Unicode code points, as token ranges of the reader’s own tokens. */
function parseAnnotation(content, text, tokens) {
  const utf16 = codePointPlaces(text)
  const spans = new Map()
  const attributions = []
  for (const line of content.split('\n')) {
    const [id = '', body = ''] = line.split('\t')
    if (id.startsWith('T')) {
      const places = body
        .slice(body.indexOf(' ') + 1)
        .split(';')
        .map((place) => place.split(' ').map(Number))
      spans.set(
        id,
        places.flatMap(([start, end]) => toRange(tokens, utf16(start), utf16(end)) ?? []),
      )
    } else if (id.startsWith('E')) {
      const parts = body
        .trim()
        .split(' ')
        .map((part) => part.split(':'))
      const of = (...names) =>
        parts.filter(([name]) => names.includes(name)).flatMap(([, span]) => spans.get(span) ?? [])
      const attribution = { source: of('Source'), cue: of('Cue'), content: of('Content', 'Content2') }
      if (attribution.cue.length > 0) attributions.push(attribution)
    }
  }
  return attributions
}

function codePointPlaces(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (at) => at
  const places = [0]
  for (const character of text) places.push((places.at(-1) ?? 0) + character.length)
  return (at) => places[at] ?? text.length
}

function toRange(tokens, start, end) {
  const from = tokens.findIndex((token) => token.end > start)
  if (from === -1) return null
  let to = from
  while (to < tokens.length && tokens[to].start < end) to++
  return to > from ? { from, to } : null
}

/** What finds the attributions of a text in a mode. */
async function openFinder(mode) {
  if (mode === 'networks') {
    const models = openModels()
    return (text, tokens) => findByModels(text, tokens, models)
  }
  const reader = openReader(await loadResources(), mode)
  return (text, tokens) => findByReader(text, tokens, reader)
}

function findByReader(text, tokens, reader) {
  const range = (span) => (span ? [toRange(tokens, span.start, span.end)].filter(Boolean) : [])
  const { statements } = reader.read({ text, publishedAt: null, language: 'en' })
  return statements.map(({ source, cue, contentParts, confidence, nestedIn, modality }) => ({
    source: range(source),
    cue: range(cue),
    content: contentParts.flatMap(range),
    confidence,
    isComparable: nestedIn === null && modality !== 'no-comment' && source !== null,
  }))
}

function findByModels(text, tokens, reader) {
  const sentences = splitSentences(text, tokens)
  const words = sentences.map((sentence) => sentence.tokens.map(({ start, end }) => text.slice(start, end)))
  const startsParagraph = sentences.map(
    ({ start }, i) => i === 0 || text.slice(sentences[i - 1].end, start).includes('\n'),
  )
  const found = reader.findAttributions({ sentences: words, startsParagraph, parses: reader.parse(words) })
  return found.map(({ source, cue, content, confidence }) => ({
    source: [...source],
    cue: [cue],
    content: [...content],
    confidence,
    isComparable: source.length > 0,
  }))
}

const tokensOf = (ranges) =>
  new Set(ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)))
const meets = (a, b) => [...a].some((token) => b.has(token))

/** Counts what was found against gold; `judged` hears of every attribution whether it is right as a whole. */
function compare(tally, gold, found, judged = () => {}) {
  for (const role of roles) {
    const [goldSpans, foundSpans] = [gold, found].map((list) =>
      unique(list.flatMap((attribution) => attribution[role])),
    )
    const [goldTokens, foundTokens] = [goldSpans, foundSpans].map(tokensOf)
    const counts = tally[role]
    counts.token[0] += [...foundTokens].filter((token) => goldTokens.has(token)).length
    counts.token[1] += foundTokens.size
    counts.token[2] += goldTokens.size
    const keys = new Set(goldSpans.map(({ from, to }) => `${from} ${to}`))
    counts.exact += foundSpans.filter(({ from, to }) => keys.has(`${from} ${to}`)).length
    counts.found += foundSpans.length
    counts.gold += goldSpans.length
    counts.foundOver += foundSpans.filter((span) =>
      goldSpans.some((other) => span.from < other.to && other.from < span.to),
    ).length
    counts.goldOver += goldSpans.filter((span) =>
      foundSpans.some((other) => span.from < other.to && other.from < span.to),
    ).length
  }
  const used = new Set()
  tally.whole.gold += gold.length
  tally.whole.found += found.length
  for (const attribution of found) {
    const cue = tokensOf(attribution.cue)
    const at = gold.findIndex((other, k) => !used.has(k) && meets(cue, tokensOf(other.cue)))
    if (at === -1) {
      judged(attribution, false)
      continue
    }
    used.add(at)
    const [sourceA, sourceB, contentA, contentB] = [
      attribution.source,
      gold[at].source,
      attribution.content,
      gold[at].content,
    ].map(tokensOf)
    const sourceRight = meets(sourceA, sourceB) || (sourceA.size === 0 && sourceB.size === 0)
    const shared = [...contentA].filter((token) => contentB.has(token)).length
    const union = contentA.size + contentB.size - shared
    const isRight = sourceRight && contentB.size > 0 && shared / Math.max(1, union) >= 0.5
    tally.whole.right += isRight
    judged(attribution, isRight)
  }
}

const unique = (spans) => [...new Map(spans.map((span) => [`${span.from} ${span.to}`, span])).values()]

const bins = 10
const newCalibration = () => Array.from({ length: bins }, () => ({ count: 0, chance: 0, right: 0 }))

function addCase(calibration, confidence, isRight) {
  if (confidence === null) return
  const bin = calibration[Math.min(bins - 1, Math.floor(confidence * bins))]
  bin.count++
  bin.chance += confidence
  bin.right += isRight
}

/** Expected calibration error in percent, over ten bins of equal width. */
function calibrationError(calibration) {
  const cases = calibration.reduce((sum, { count }) => sum + count, 0)
  const gap = calibration.reduce((sum, { chance, right }) => sum + Math.abs(chance - right), 0)
  return percent(gap / Math.max(1, cases))
}
