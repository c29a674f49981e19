/**
 * Expressions of time on folders of TimeML files (`*.tml`), as TempEval-3 counts (UzZaman et al. 2013): strict spans,
 * relaxed spans (any overlap, one to one), and relaxed spans with the right type, with the right value.
 *
 * What counts is what the reader gives for the words of `<TEXT>`, published on the file’s document creation time.
 * TimeML knows no range: the reader’s one record for “from 1991 to 1997” is laid out as its two ends before it counts.
 * Each folder is scored by itself; `all` is every file given.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { openEngine } from '../dist/read/open-engine.js'
import { stages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { f1 } from './measures.mjs'

export async function score(folders, { mode, say }) {
  const resources = await loadResources()
  const engine = openEngine(resources, mode)
  const scores = {}
  const all = newTally()
  for (const folder of folders) {
    const tally = newTally()
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.tml')).sort()) {
      const { text, gold, created } = parseTimeMl(await readFile(join(folder, file), 'utf8'))
      const times = findTimes({ text, created }, resources, engine).flatMap((time) => toEnds(time, text))
      for (const each of [tally, all]) compare(each, gold, times)
    }
    scores[basename(folder)] = toScores(tally)
    say(`${basename(folder)}: value F1 ${scores[basename(folder)].value.f1} of ${tally.gold} in gold`)
  }
  return { ...scores, all: toScores(all) }
}

/** Runs the reader’s own stages as far as the times, but for those that they do not need. */
function findTimes({ text, created }, resources, engine) {
  const publishedAt = created && { value: created, precision: 'day', basis: 'given' }
  const article = { text, language: 'en', title: null, publishedAt }
  let draft = {}
  for (const stage of stages) {
    if (['find-quotations', 'find-mentions'].includes(stage.name)) continue
    draft = { ...draft, ...stage.run(article, draft, resources, engine) }
    if (stage.name === 'find-times') break
  }
  return draft.times
}

/** The two ends of a range, parted at the word or dash between them; anything else as it is. */
export function toEnds(time, text) {
  const [first, last] = (time.timex ?? '').split('/')
  if (last === undefined) return [time]
  const words = text.slice(time.start, time.end)
  const joint = /\s*(?:\b(?:to|and|through|until|till)\b|[-–—])\s*/.exec(words)
  if (!joint) return [time]
  const at = time.start + joint.index
  return [
    { ...time, timex: first, end: at },
    { ...time, timex: last, start: at + joint[0].length },
  ]
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const decode = (words) =>
  words.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal
        ? String.fromCodePoint(Number(decimal))
        : (entities[name] ?? whole),
  )

/** The words of a file’s `<TEXT>`, its TIMEX3s in UTF-16 places of those words, and the day it was made. */
export function parseTimeMl(xml) {
  const created = /<DCT>[\s\S]*?value="(\d{4}-\d{2}-\d{2})/.exec(xml)?.[1] ?? null
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(xml)?.[1] ?? ''
  const gold = []
  let text = ''
  let open = null
  for (const [, closes, name, attributes, isEmpty, words] of body.matchAll(
    /<(\/?)(\w+)([^>]*?)(\/?)>|([^<]+)/g,
  )) {
    if (words !== undefined) text += decode(words)
    else if (name === 'TIMEX3' && closes) {
      if (open) gold.push({ ...open, end: text.length })
      open = null
    } else if (name === 'TIMEX3' && !isEmpty) {
      const given = Object.fromEntries(
        [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      )
      open = { start: text.length, type: given.type, value: given.value }
    }
  }
  return { text, gold, created }
}

export const newTally = () => ({ gold: 0, found: 0, strict: 0, relaxed: 0, type: 0, value: 0 })

/** Counts one document. Each expression of gold is matched once: by the same span if there is one, else by the first that overlaps. */
export function compare(tally, gold, times, judged = () => {}) {
  tally.gold += gold.length
  tally.found += times.length
  const used = new Set()
  const match = (each, passes) => {
    const at = times.findIndex((time, k) => !used.has(k) && passes(time, each))
    if (at !== -1) used.add(at)
    return at === -1 ? null : times[at]
  }
  const exact = gold.map((each) => match(each, (time) => time.start === each.start && time.end === each.end))
  for (const [k, each] of gold.entries()) {
    const time = exact[k] ?? match(each, (other) => other.start < each.end && each.start < other.end)
    judged(each, time)
    if (!time) continue
    tally.strict += exact[k] !== null
    tally.relaxed++
    tally.type += time.type === each.type
    tally.value += time.timex === each.value
  }
  for (const [k, time] of times.entries()) if (!used.has(k)) judged(null, time)
}

export const toScores = ({ gold, found, strict, relaxed, type, value }) => ({
  strict: f1(strict, found, gold),
  relaxed: f1(relaxed, found, gold),
  type: f1(type, found, gold),
  value: f1(value, found, gold),
})
