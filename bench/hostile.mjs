import { engines } from './engines.mjs'
import { countTokens } from './example-texts.mjs'
import { hostileFamilies } from './hostile-texts.mjs'

const short = 4_000
const factor = 16

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

/** Time per token of every hostile family at 4,000 and 64,000 code units; status 1 where it grows threefold. */
export async function measureHostile([only]) {
  const worst = []
  for (const name of ['hearsay fast', 'hearsay full']) {
    const read = await engines[name].open()
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
      worst.push({ name, family, growth, microseconds: after })
    }
  }
  worst.sort((a, b) => b.growth - a.growth)
  console.log(JSON.stringify({ mostGrowth: worst.slice(0, 5) }))
  if ((worst[0]?.growth ?? 0) > 3) process.exitCode = 1
}
