/**
 * What one more article costs the index of copies: `npm run bench -- copies FILE`, a file of one article a line
 * (`.jsonl` or `.jsonl.gz`: id, outlet, url, date, authors, text).
 *
 * Times are of adding an article and then asking what it is a copy of, in the file’s order; the last 500 against the
 * first 500 say how the cost grows. Memory is what stays after a collection, the articles’ own text included.
 */
import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import { createCopyIndex } from '../dist/weigh/create-copy-index.js'

export async function run([file]) {
  if (!file) throw new Error('Which file? One article a line, .jsonl or .jsonl.gz.')
  const bytes = await readFile(file)
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
  const articles = lines.map((line) => toCompared(JSON.parse(line)))
  const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  collect()
  const before = process.memoryUsage()
  const index = createCopyIndex()
  const times = articles.map((article) => {
    const begun = performance.now()
    index.add(article)
    const added = performance.now()
    index.findCopies(article.id)
    return { add: added - begun, ask: performance.now() - added }
  })
  collect()
  const after = process.memoryUsage()
  const heldBytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  const begun = performance.now()
  const copies = index.findAllCopies()
  const allMs = performance.now() - begun
  for (const [what, of] of [
    ['add', ({ add }) => add],
    ['ask', ({ ask }) => ask],
    ['both', ({ add, ask }) => add + ask],
  ]) {
    const [first, last] = [times.slice(0, 500), times.slice(-500)].map((some) => median(some.map(of)))
    const most = Math.max(...times.map(of))
    console.log(
      `${what}: median ${ms(first)} of the first 500, ${ms(last)} of the last 500, most ${ms(most)}`,
    )
  }
  console.log(
    `${articles.length} articles, ${words} words, ${copies.length} copies, all asked at once in ${ms(allMs)}`,
  )
  console.log(
    `${(heldBytes / 1e6).toFixed(1)} MB held: ${(heldBytes / articles.length / 1e3).toFixed(1)} kB an article, ${(heldBytes / words).toFixed(1)} bytes a word`,
  )
}

const toCompared = ({ id, outlet, url, date, authors, text }) => ({
  id,
  outlet: outlet || null,
  url: url || null,
  byline: authors || null,
  publishedAt: date ? { value: date, precision: 'day', basis: 'given' } : null,
  credits: [],
  text,
})

const ms = (value) => `${value.toFixed(2)} ms`

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
