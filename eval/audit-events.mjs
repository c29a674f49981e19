/**
 * Draws events for a reader to judge: `node eval/audit-events.mjs FILE.jsonl.gz --articles FROM-TO --seed N --count N
 * --sheet SHEET.tsv --page PAGE.txt [--readings FOLDER]`.
 *
 * The articles of the file ({id, url, outlet, date, title, text}) are put in one order that never changes, so that
 * articles 0-400 may be looked at while the reader is mended and 400-800 stay unseen. Those of the range are read in full
 * mode and `--count` of their events are drawn, each as likely as any other. `--page` is what one reads: the words around
 * each event and what was coded; it holds article text and belongs outside the project. `--sheet` is what one fills in:
 * article, ordinal of the event in the reading, type, offset of its trigger, and empty verdicts. `--readings` keeps
 * readings between runs.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { openReader } from '../dist/read/open-reader.js'
import { readStages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { shuffle } from './shuffle.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '0-400' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    sheet: { type: 'string' },
    page: { type: 'string' },
    readings: { type: 'string' },
  },
})
const [from, to] = values.articles.split('-').map(Number)
const bytes = await readFile(positionals[0])
const lines = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n')
const articles = shuffle(
  lines.map((line) => JSON.parse(line)),
  0,
).slice(from, to)
const resources = await loadResources()
const reader = openReader(resources, 'full')
if (values.readings) await mkdir(values.readings, { recursive: true })
const pool = []
for (const article of articles) {
  const { events } = await readKept(article)
  events.forEach((event, ordinal) => {
    pool.push({ article, event, ordinal })
  })
}
const drawn = shuffle(pool, Number(values.seed)).slice(0, Number(values.count))
console.log(`${articles.length} articles, ${pool.length} events, ${drawn.length} drawn`)
console.log(readStages(resources, 'full').join(' '))
if (values.page) await writeFile(values.page, drawn.map(toPage).join('\n'))
const head = 'article\tevent\ttype\ttrigger\tis_event\ttype_right\tactor\trecipient\tmodality\terror'
if (values.sheet) await writeFile(values.sheet, `${[head, ...drawn.map(toRow)].join('\n')}\n`)

async function readKept(article) {
  const kept = values.readings && join(values.readings, `${article.id}.json`)
  if (kept) {
    try {
      return JSON.parse(await readFile(kept, 'utf8'))
    } catch {
      // not read yet
    }
  }
  const publishedAt = article.date ? { value: article.date, precision: 'day', basis: 'given' } : null
  const reading = reader.read({ text: article.text, language: 'en', title: article.title, publishedAt })
  if (kept) await writeFile(kept, JSON.stringify(reading))
  return reading
}

function toRow({ article, event, ordinal }) {
  return [article.id, ordinal, event.type, event.trigger.start, '', '', '', '', '', ''].join('\t')
}

function toPage({ article, event, ordinal }, k) {
  const { text } = article
  const words = (span) => (span ? text.slice(span.start, span.end) : '-')
  const party = (each) => (each ? `${words(each)} [${each.entity ?? '?'} ${each.code ?? '?'}]` : '-')
  const start = Math.max(0, Math.min(event.evidence[0].start, event.trigger.start) - 200)
  const end = Math.max(event.evidence[0].end, event.trigger.end) + 160
  const around = `${text.slice(start, event.trigger.start)}«${words(event.trigger)}»${text.slice(event.trigger.end, end)}`
  return [
    `#${k + 1} ${article.id} ${ordinal} (${article.date}, ${article.outlet}: ${article.title})`,
    `  ${event.type} ${event.cameo} ${event.mode ?? ''} | ${event.modality} ${event.auxiliaries.join(',')} | ${event.when?.from ?? ''}..${event.when?.to ?? ''}`,
    `  ${party(event.actor)} > ${party(event.recipient)}`,
    `  ${around.replace(/\s+/g, ' ')}`,
    '',
  ].join('\n')
}
