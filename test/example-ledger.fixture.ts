import { cp } from 'node:fs/promises'
import { keepMade } from '../src/ledger/keep-made.fixture.ts'
import { runHearsay } from './run-hearsay.fixture.ts'

/** All that goes into what the example is read as. */
const sources = ['package-lock.json', 'src', 'data', 'examples']

/** Puts a ledger into which the example was read, by `hearsay demo`, at a path where nothing is. */
export async function copyExampleLedger(path: string): Promise<void> {
  const example = await keepMade('example-ledger', sources, async (made) => {
    const { status, out, err } = await runHearsay(['demo', '--no-serve', '--ledger', made])
    if (status !== 0) throw new Error(`The example was not read:\n${out}${err}`)
  })
  await cp(example, path, { recursive: true })
}
