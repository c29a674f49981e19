/**
 * One reader in a process of its own, asked by `reading.mjs`: opens it, reads the first text, then reads what it is
 * sent and answers with the CPU time that took.
 */
import { availableParallelism } from 'node:os'
import { engines, probeEngine } from './engines.mjs'

const name = process.argv[2]
const read = await engines[name].open()
process.send({ openedMs: performance.now(), cores: availableParallelism() })

process.on('message', async ({ act, texts }) => {
  if (act === 'probe') return process.send({ found: await probeEngine(name) })
  const before = process.cpuUsage()
  const since = performance.now()
  for (const text of texts) read(text)
  const { user, system } = process.cpuUsage(before)
  process.send({
    cpuMs: (user + system) / 1000,
    wallMs: performance.now() - since,
    sinceStartMs: performance.now(),
    peakMb: process.resourceUsage().maxRSS / 1024,
  })
})
