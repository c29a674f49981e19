/** Reads texts through `openReaders` with so many threads, as `hearsay add` does, and answers with what that took. */
import { readFile } from 'node:fs/promises'
import { openReaders } from '../dist/jobs/open-readers.js'

const [mode, workers, file] = process.argv.slice(2)
const documents = JSON.parse(await readFile(file, 'utf8')).map((text, i) => ({
  where: `${i}.txt`,
  bytes: Buffer.from(text),
  mediaType: 'text/plain',
  charset: 'utf-8',
  headers: {},
  collectedAt: '2026-01-01T00:00:00Z',
}))
const readers = await openReaders({ mode, workers: Number(workers) })

/** Keeps one document more than there are threads on its way; milliseconds. */
async function readAll() {
  const since = performance.now()
  let next = 0
  const lane = async () => {
    while (next < documents.length) {
      const read = await readers.read(documents[next++])
      if ('problem' in read) throw new Error(read.problem.message)
    }
  }
  await Promise.all(Array.from({ length: Number(workers) + 1 }, lane))
  return performance.now() - since
}

process.on('message', async () => {
  const before = process.cpuUsage()
  const wallMs = await readAll()
  const { user, system } = process.cpuUsage(before)
  process.send({ wallMs, cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 1e6 })
})
process.on('disconnect', () => readers.close())
process.send('ready')
