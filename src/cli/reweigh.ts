import { placeUnplaced } from '../jobs/place-unplaced.ts'
import { reweigh } from '../jobs/reweigh.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import type { Command, ExitCode } from './command.ts'
import { findEmptyLedger } from './find-empty-ledger.ts'
import { chooseLedger } from './ledger-place.ts'
import { followWeighing } from './progress.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'reweigh',
  summary: 'weigh what is not weighed yet: copies, stories, claims and what they rest on',
  operands: '',
  description:
    'Weighs the articles that were read and not weighed, and tries those again that it failed on; hearsay add does it as it goes. Ctrl-C stops it between two articles, and calling it again goes on from there.',
  options: {
    ...ledgerOption,
    'from-scratch': {
      type: 'boolean',
      summary: 'drop what was weighed and weigh all of it again; it comes to the same',
    },
  },
  examples: ['hearsay reweigh', 'hearsay reweigh --from-scratch'],
  run: async (call): Promise<ExitCode> => {
    const { io, signal, values } = call
    const { place } = chooseLedger(values.ledger, io.env)
    const ledger = await openLedger(place, { owner: 'hearsay reweigh', emptyLedger: findEmptyLedger() })
    try {
      const onFault = (of: string, error: unknown) =>
        io.err(`${of}: ${error instanceof Error ? error.stack : String(error)}\n`)
      await placeUnplaced(ledger, { signal, onFault })
      const { weighed, takenOut, failed } = await reweigh(ledger, {
        fromScratch: values['from-scratch'] === true,
        withFailed: true,
        signal,
        onProgress: followWeighing(io),
        onFault,
      })
      const parts = [`${weighed} weighed`]
      if (takenOut > 0) parts.push(`${takenOut} no longer current and taken out`)
      if (failed > 0) parts.push(`${failed} failed`)
      io.out(`${parts.join(', ')}; ledger: ${ledger.place}\n`)
      if (signal.aborted) io.err('Stopped. Call it again to go on.\n')
      return failed > 0 || signal.aborted ? 1 : 0
    } finally {
      await ledger.close()
    }
  },
}
