/**
 * What one more article costs the ledger, stored and weighed: `npm run bench -- weighing PLACE`, a file of one article a
 * line (`.jsonl` or `.jsonl.gz`: id, outlet, url, date, authors, title, text) or a folder of such files.
 *
 * `--order random|date` (date), `--seed N`, `--limit N`; `--ledger DIR` or `--database URL` keeps the ledger, else it is
 * made in a folder and dropped. Readings are the fast mode’s, kept in the system’s folder for temporary files.
 *
 * Times are medians by the clock and of the processor (both threads; other programs hardly touch it), of the first 500
 * articles and of the last 500. The digest is of all that was weighed: it is the same in any order.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { identifyArticle } from '../dist/extract/extract-article.js'
import { openWeigher } from '../dist/jobs/open-weigher.js'
import { weighArticle } from '../dist/jobs/weigh-article.js'
import { countLedger } from '../dist/ledger/count-ledger.js'
import { digestWeighing } from '../dist/ledger/digest-weighing.js'
import { insertArticle } from '../dist/ledger/insert-article.js'
import { insertDocument } from '../dist/ledger/insert-document.js'
import { insertReading } from '../dist/ledger/insert-reading.js'
import { openLedger } from '../dist/ledger/open-ledger.js'
import { tidyWeighing } from '../dist/ledger/tidy-weighing.js'
import { openReader } from '../dist/read/open-reader.js'
import { bareArticle } from '../dist/records/bare-article.js'
import { loadResources } from '../dist/resources/load-resources.js'

const phases = ['weigh', 'store', 'read']

export async function run(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      order: { type: 'string', default: 'date' },
      seed: { type: 'string', default: '1' },
      limit: { type: 'string' },
      ledger: { type: 'string' },
      database: { type: 'string' },
    },
  })
  const [place] = positionals
  if (!place) throw new Error('Which file or folder? One article a line, .jsonl or .jsonl.gz.')
  // The same ones in any order: the earliest.
  const some = inOrder(readArticles(place), 'date', 0).slice(
    0,
    values.limit ? Number(values.limit) : undefined,
  )
  const articles = inOrder(some, values.order, Number(values.seed))
  const read = await openCache()
  const folder = values.ledger ?? join(await mkdtemp(join(tmpdir(), 'hearsay-weighing-')), 'ledger')
  const ledger = await openLedger(values.database ? { databaseUrl: values.database } : { directory: folder })
  const weigher = await openWeigher()
  const times = []
  let peakBytes = 0
  for (const [i, article] of articles.entries()) {
    const took = {}
    const timed = async (phase, act) => {
      const [begun, cpu] = [performance.now(), process.cpuUsage()]
      const made = await act()
      const { user, system } = process.cpuUsage(cpu)
      took[phase] = { wallMs: performance.now() - begun, cpuMs: (user + system) / 1000 }
      return made
    }
    const reading = await timed('read', () => read(article))
    await timed('store', async () => {
      const { documentId } = await insertDocument(ledger, toDocument(article))
      await insertArticle(ledger, documentId, article)
      await insertReading(ledger, article, reading)
    })
    const weighing = await timed('weigh', () => weighArticle(ledger, weigher, article.id))
    if (weighing.outcome === 'failed') throw weighing.error
    times.push(took)
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
    if ((i + 1) % 500 === 0) {
      await tidyWeighing(ledger)
      console.log(
        `${i + 1} articles, ${describe(times.slice(-500), 'weigh')}, ${mb(process.memoryUsage().rss)}`,
      )
    }
  }
  const span = Math.min(500, Math.ceil(articles.length / 2))
  const [first, last] = [times.slice(0, span), times.slice(-span)]
  const result = { articles: articles.length, order: values.order, store: ledger.store }
  for (const phase of phases) {
    const of = (list, clock) => median(list.map((took) => took[phase][clock]))
    const ratio = of(last, 'cpuMs') / of(first, 'cpuMs')
    result[phase] = {
      firstMs: of(first, 'wallMs'),
      lastMs: of(last, 'wallMs'),
      firstCpuMs: of(first, 'cpuMs'),
      lastCpuMs: of(last, 'cpuMs'),
      ratio,
    }
    console.log(
      `${phase}: first ${span} ${describe(first, phase)}; last ${span} ${describe(last, phase)}; ratio ${ratio.toFixed(2)}; most ${ms(Math.max(...times.map((took) => took[phase].wallMs)))}`,
    )
  }
  const [digest, counts] = [await digestWeighing(ledger), await countLedger(ledger)]
  await ledger.close()
  if (!values.ledger && !values.database) rmSync(folder, { recursive: true })
  console.log(
    `${digest.stories} stories, ${digest.claims} claims (${counts.corroborated} of two origins or more) of ${digest.reports} reports, ${digest.copies} copies`,
  )
  console.log(
    `memory ${mb(peakBytes)} at most; ledger ${mb(counts.sizeBytes)}, ${(counts.sizeBytes / articles.length / 1e3).toFixed(0)} kB an article`,
  )
  console.log(JSON.stringify({ ...result, peakBytes, sizeBytes: counts.sizeBytes, ...digest }))
}

function readArticles(place) {
  const files = statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => /\.jsonl(\.gz)?$/.test(name))
        .sort()
        .map((name) => join(place, name))
    : [place]
  const lines = files.flatMap((file) => {
    const bytes = readFileSync(file)
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean)
  })
  const articles = lines.map((line) => toArticle(JSON.parse(line)))
  return [...new Map(articles.map((article) => [article.id, article])).values()]
}

function toArticle({ outlet, url, date, authors, title, text }) {
  const draft = {
    ...bareArticle,
    title: title || null,
    byline: authors || null,
    outlet: outlet || null,
    url: url || null,
    publishedAt: date ? { value: date, precision: 'day', basis: 'given' } : null,
    language: 'en',
    text,
  }
  return { id: identifyArticle(draft), ...draft }
}

const toDocument = (article) => ({
  where: article.url ?? article.id,
  bytes: Buffer.from(article.id),
  mediaType: 'text/plain',
  charset: 'utf-8',
  headers: {},
  collectedAt: '2026-01-01T00:00:00.000Z',
})

function inOrder(articles, order, seed) {
  const keyOf =
    order === 'random'
      ? ({ id }) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
      : ({ id, publishedAt }) => `${publishedAt?.value ?? '~'} ${id}`
  return articles
    .map((article) => [keyOf(article), article])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, article]) => article)
}

/** Reads an article once, and from a file from then on. */
async function openCache() {
  const reader = openReader(await loadResources(), 'fast')
  const name = createHash('sha256').update(JSON.stringify(reader.stages)).digest('hex').slice(0, 12)
  const folder = join(tmpdir(), `hearsay-bench-readings-${name}`)
  mkdirSync(folder, { recursive: true })
  return (article) => {
    const file = join(folder, `${article.id}.json.gz`)
    if (existsSync(file)) return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'))
    const reading = reader.read(article)
    writeFileSync(file, gzipSync(JSON.stringify(reading), { level: 1 }))
    return reading
  }
}

const describe = (times, phase) => {
  const [wall, cpu] = ['wallMs', 'cpuMs'].map((clock) => median(times.map((took) => took[phase][clock])))
  return `${ms(wall)} (${ms(cpu)} of processor)`
}
const ms = (value) => `${value.toFixed(1)} ms`
const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
