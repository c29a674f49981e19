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

/** Cold starts of `hearsay read --json FILE` in both modes and of a bare Node, in turn, so that a drifting machine hits all. */
export async function run([file = page, runs = '9']) {
  const calls = {
    full: [cli, 'read', file, '--json'],
    fast: [cli, 'read', file, '--json', '--mode', 'fast'],
    bareNode: ['-e', '0'],
  }
  const took = Object.fromEntries(Object.keys(calls).map((name) => [name, []]))
  for (let i = 0; i <= Number(runs); i++) {
    for (const [name, args] of Object.entries(calls)) {
      const measured = await measure(args)
      // The first fills the file cache.
      if (i > 0) took[name].push(measured)
    }
  }
  const figures = Object.entries(took).map(([name, measured]) => [
    name,
    {
      wallMs: Math.round(median(measured.map(({ wallMs }) => wallMs))),
      peakMb: Math.round(median(measured.map(({ peakMb }) => peakMb))),
      timesBareNode: Number(
        median(measured.map(({ wallMs }, k) => wallMs / took.bareNode[k].wallMs)).toFixed(1),
      ),
    },
  ])
  console.log(JSON.stringify({ file, runs: Number(runs), ...Object.fromEntries(figures) }))
}
