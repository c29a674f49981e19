import { engines } from './engines.mjs'
import { countTokens } from './example-texts.mjs'
import { findFaults } from './hostile-faults.mjs'
import { hostileFamilies, randomHostileTexts } from './hostile-texts.mjs'

const short = 4_000
const factor = 16
const randomTexts = 10_000
const seed = 20261124

/** Long texts that must be read at all: by family and length in UTF-16 code units. */
const extremes = [
  ['one letter', 10_000_000],
  ['white space', 10_000_000],
  ['combining marks', 1_000_000],
  ['only zero-width characters', 200_000],
  ['emoji', 200_000],
  ['unpaired surrogates', 200_000],
  ['right-to-left marks', 200_000],
  ['a sentence without a stop', 30_000],
  ['many names', 40_000],
  ['said', 40_000],
]

/** The least CPU time of three readings, in ms: what else the machine does only ever adds. */
function measure(read, text) {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage()
    read(text)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/**
 * Reads ten thousand random hostile texts and the longest ones in both modes, and looks for crashes, spans outside the
 * text, trees that are none and chains that run in a circle; then measures the time per token of every hostile family
 * at 4,000 and 64,000 code units. Status 1 where a text fails, or time a token grows more than threefold.
 *
 * @param args `fast` or `full` for one mode; the name of a family for its growth alone.
 */
export async function measureHostile(args) {
  const modes = args.filter((arg) => arg === 'fast' || arg === 'full')
  const only = args.find((arg) => !modes.includes(arg))
  const worst = []
  for (const mode of modes.length > 0 ? modes : ['fast', 'full']) {
    const name = `hearsay ${mode}`
    const read = await engines[name].open()
    if (only === undefined) await readAll(name, read)
    worst.push(...measureGrowth(name, read, only))
  }
  worst.sort((a, b) => b.growth - a.growth)
  console.log(JSON.stringify({ mostGrowth: worst.slice(0, 5) }))
  if ((worst[0]?.growth ?? 0) > 3) process.exitCode = 1
}

async function readAll(name, read) {
  const { parseReading } = await import('../dist/records/reading.js')
  const before = process.cpuUsage()
  let failed = 0
  const tryText = (text, what) => {
    try {
      const faults = findFaults(text, read(text), parseReading)
      if (faults.length === 0) return
      console.log(`${name}  ${what}: ${faults[0]}  ${JSON.stringify(text.slice(0, 120))}`)
    } catch (error) {
      console.log(`${name}  ${what}: ${error instanceof Error ? error.stack : error}`)
    }
    failed++
  }
  let count = 0
  for (const text of randomHostileTexts(randomTexts, seed)) tryText(text, `random ${count++}`)
  for (const [family, length] of extremes) {
    const start = performance.now()
    tryText(hostileFamilies[family](length), family)
    console.log(
      `${name}  ${length} code units of ${family}: ${((performance.now() - start) / 1000).toFixed(1)} s`,
    )
  }
  const { user, system } = process.cpuUsage(before)
  console.log(
    `${name}  ${count} random texts and ${extremes.length} long ones: ${failed} failed, ${((user + system) / 1e6).toFixed(0)} s of CPU time`,
  )
  if (failed > 0) process.exitCode = 1
}

function measureGrowth(name, read, only) {
  const grown = []
  for (let i = 0; i < 2; i++) for (const make of Object.values(hostileFamilies)) read(make(short))
  for (const [family, make] of Object.entries(hostileFamilies)) {
    if (only !== undefined && family !== only) continue
    const [text, long] = [make(short), make(short * factor)]
    const per = (ms, of) => (ms * 1000) / Math.max(1, countTokens(of), of.length / 100)
    const [before, after] = [per(measure(read, text), text), per(measure(read, long), long)]
    const growth = after / before
    console.log(
      `${name}  ${family.padEnd(40)} ${before.toFixed(1).padStart(8)} µs a token  ${after.toFixed(1).padStart(8)} at ${factor} times the length  x ${growth.toFixed(2)}`,
    )
    grown.push({ name, family, growth, microseconds: after })
  }
  return grown
}
