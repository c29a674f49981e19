// Run by tests in a process of its own: takes the lock of a folder and says how that went; then holds it until it is
// killed, or leaves without a word.

import { LedgerLock } from './ledger-lock.ts'

const [directory = '', mode = 'hold'] = process.argv.slice(2)

try {
  await LedgerLock.take(directory, 'the other process')
  process.stdout.write('taken\n', () => {
    if (mode === 'leave') process.exit()
  })
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? error.code : error}\n`)
}
setInterval(() => undefined, 1000)
