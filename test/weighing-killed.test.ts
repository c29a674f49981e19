import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMade, cook } from '../src/jobs/made-articles.fixture.ts'
import { reweigh } from '../src/jobs/reweigh.ts'
import { checkLedger } from '../src/ledger/check-ledger.ts'
import { digestWeighing } from '../src/ledger/digest-weighing.ts'
import { openLedger } from '../src/ledger/open-ledger.ts'
import { makeFolder } from './run-hearsay.fixture.ts'

const kills = 20
const articles = 60

let folder: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

const built = (path: string) => JSON.stringify(new URL(`../dist/${path}`, import.meta.url).href)
/** Weighs what is not weighed, a line for each article that is. */
const program = `
  const { openLedger } = await import(${built('ledger/open-ledger.js')})
  const { reweigh } = await import(${built('jobs/reweigh.js')})
  const ledger = await openLedger({ directory: process.argv[1] })
  await reweigh(ledger, { onProgress: (done) => process.stdout.write(done + '\\n') })
  await ledger.close()
`

/** Weighs in a process of its own and kills it so long after the first article; gives how many it said were weighed. */
async function weighAndKill(directory: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let said = 0
  for await (const line of createInterface({ input: child.stdout })) {
    said = Number(line)
    if (said === 1) void wait(afterMs).then(() => child.kill('SIGKILL'))
  }
  await ended
  return said
}

// Long on a busy machine: each start takes PostgreSQL a second.
test('killed 20 times while it weighs, nothing is lost and nothing counted twice', {
  timeout: 300_000,
}, async () => {
  const directory = `${folder.path}/ledger`
  const ledger = await openLedger({ directory })
  for (let n = 0; n < articles; n++) {
    // They share sentences, paragraphs and a footer, so that there is much to get wrong.
    const said = [...new Set([n % 10, (n * 7 + 1) % 10])]
    await addMade(
      ledger,
      cook({ outlet: n % 5, day: 1 + (n % 40), said, copy: n % 8, hasFooter: n % 3 > 0, n }),
    )
  }
  await ledger.close()
  let acknowledged = 0
  let cutShort = 0
  for (let kill = 0; kill < kills; kill++) {
    const said = await weighAndKill(directory, (kill * 17) % 50)
    acknowledged += said
    if (said > 0 && acknowledged < articles) cutShort++
  }
  expect(cutShort).toBeGreaterThan(kills / 3)
  const again = await openLedger({ directory })
  const before = await digestWeighing(again)
  expect(before.weighed).toBeGreaterThanOrEqual(acknowledged)
  expect(await checkLedger(again)).toEqual([])
  expect((await reweigh(again)).weighed).toBe(articles - before.weighed)
  const resumed = await digestWeighing(again)
  expect(resumed).toMatchObject({ weighed: articles, failed: 0 })
  expect(await checkLedger(again)).toEqual([])
  await reweigh(again, { fromScratch: true })
  expect(await digestWeighing(again)).toEqual(resumed)
  await again.close()
})
