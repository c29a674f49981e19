/**
 * Pages into articles: `npm run bench -- extraction FOLDER [--pages 20000]`, a folder of saved pages (`.html`, `.htm`, each
 * also gzipped), looked through to its leaves.
 *
 * Speed: end to end from the bytes to the article on one thread, page by page beside Mozilla's Readability on the same
 * parser (linkedom) and nothing else, which finds the text and no more; the first round warms up and is not counted.
 * Memory: the process while as many pages as asked for go through one thread of a pool that replaces its threads as the
 * readers' pool does.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { Tinypool } from 'tinypool'
import { extractArticle } from '../dist/extract/extract-article.js'

const rounds = 3

/** As in `jobs/open-reader-pool.ts`. */
const mostHeapBytes = 384 * 1024 * 1024

export async function run([folder, ...flags]) {
  if (!folder) throw new Error('Which folder? Saved pages: .html, .htm, each also .gz.')
  const pages = await readPages(folder)
  if (pages.length === 0) throw new Error(`No saved pages in ${folder}.`)
  await measureSpeed(pages)
  const at = flags.indexOf('--pages')
  if (at !== -1) await measureMemory(pages, Number(flags[at + 1]))
}

async function readPages(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.html?(?:\.gz)?$/.test(name))
  const pages = []
  for (const name of names.sort()) {
    const bytes = await readFile(join(folder, name))
    pages.push(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  }
  return pages
}

const toDocument = (bytes) => ({
  where: 'https://page.example/article',
  bytes,
  mediaType: 'text/html',
  charset: 'utf-8',
  headers: {},
  collectedAt: '2100-01-01T00:00:00Z',
})

async function measureSpeed(pages) {
  const spent = { ours: 0, readability: 0 }
  const times = []
  for (let round = 0; round <= rounds; round++) {
    for (const bytes of pages) {
      const begun = performance.now()
      await extractArticle(toDocument(bytes))
      const extracted = performance.now()
      try {
        new Readability(parseHTML(bytes.toString('utf8')).document).parse()
      } catch {
        // It throws on some pages.
      }
      const ended = performance.now()
      if (round === 0) continue
      spent.ours += extracted - begun
      spent.readability += ended - extracted
      times.push(extracted - begun)
    }
  }
  const perSecond = (ms) => ((pages.length * rounds) / ms) * 1000
  const [ours, readability] = [perSecond(spent.ours), perSecond(spent.readability)]
  times.sort((a, b) => a - b)
  console.log(
    `${pages.length} pages: ${ours.toFixed(1)} pages/s, Readability ${readability.toFixed(1)} pages/s (${(ours / readability).toFixed(2)} of it); median ${times[times.length >> 1].toFixed(0)} ms, slowest ${times.at(-1).toFixed(0)} ms`,
  )
}

async function measureMemory(pages, count) {
  const pool = new Tinypool({
    filename: new URL('./extraction-thread.mjs', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    maxMemoryLimitBeforeRecycle: mostHeapBytes,
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  })
  const step = Math.max(1, Math.floor(count / 10))
  const megabytes = () => Math.round(process.memoryUsage().rss / 1e6)
  const seen = []
  const threads = new Set()
  let most = 0
  for (let i = 0; i < count; i++) {
    threads.add(await pool.run(toDocument(pages[i % pages.length])))
    most = Math.max(most, megabytes())
    if ((i + 1) % step === 0) seen.push(megabytes())
  }
  await pool.destroy()
  console.log(
    `${count} pages through one thread: ${seen.join(', ')} MB, most ${most} MB, ${threads.size} threads`,
  )
}
