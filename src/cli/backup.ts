import { resolve } from 'node:path'
import { backupLedger } from '../ledger/backup-ledger.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { HearsayError } from '../records/error.ts'
import type { Command, ExitCode } from './command.ts'
import { chooseLedger } from './ledger-place.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'backup',
  summary: 'write a copy of the ledger to a file',
  operands: 'FILE',
  description:
    'Writes the whole ledger to a .tar.gz. The ledger survives a killed process, but promises nothing when the power fails: keep copies.',
  options: ledgerOption,
  examples: ['hearsay backup ledger-2026-11-22.tar.gz'],
  run: async (call): Promise<ExitCode> => {
    const [file, ...more] = call.positionals
    if (file === undefined || more.length > 0)
      throw new HearsayError('usage', 'backup takes one FILE to write.')
    const ledger = await openLedger(chooseLedger(call.values.ledger, call.io.env).place, {
      owner: 'hearsay backup',
    })
    try {
      await backupLedger(ledger, resolve(file))
      call.io.out(`${ledger.place} is copied to ${resolve(file)}\n`)
      return 0
    } finally {
      await ledger.close()
    }
  },
}
