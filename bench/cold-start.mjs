import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const page = fileURLToPath(
  new URL('../examples/safe-harbour/pages/veresk-lays-out-the-welcome-mat.html', import.meta.url),
)

/** Wall time in ms and peak memory in MB (Linux) of one process from its start to its end. */
async function measure(args) {
  const before = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let peakMb = 0
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  }, 5)
  const [code] = await once(child, 'exit')
  clearInterval(watch)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with status ${code}`)
  return { wallMs: performance.now() - before, peakMb }
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1]

/** Cold starts of `hearsay read --json FILE` and of a bare Node, in turn, so that a drifting machine hits both. */
export async function run([file = page, runs = '9']) {
  const reads = []
  const bare = []
  for (let i = 0; i <= Number(runs); i++) {
    const [read, node] = [await measure([cli, 'read', file, '--json']), await measure(['-e', '0'])]
    if (i === 0) continue // The first fills the file cache.
    reads.push(read)
    bare.push(node)
  }
  const figures = {
    file,
    runs: Number(runs),
    readMs: Math.round(median(reads.map(({ wallMs }) => wallMs))),
    readPeakMb: Math.round(median(reads.map(({ peakMb }) => peakMb))),
    bareNodeMs: Math.round(median(bare.map(({ wallMs }) => wallMs))),
    ratio: Number(median(reads.map(({ wallMs }, i) => wallMs / bare[i].wallMs)).toFixed(1)),
  }
  console.log(JSON.stringify(figures))
}
