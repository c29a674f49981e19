import { collectPlaces } from '../jobs/collect-places.ts'
import { HearsayError } from '../records/error.ts'
import type { Command, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { describeTally, followProgress } from './progress.ts'
import { collectOptions, collectOptionsFrom, dateFrom, ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'add',
  summary: 'read documents into the ledger',
  operands: 'PATH|URL...',
  description:
    'Reads files, folders of saved pages and addresses into the ledger. What was read before by this version is not read again; what cannot be read is named and the rest goes on. Ctrl-C stops after the document at hand; calling it again goes on from there.',
  options: { ...ledgerOption, ...collectOptions },
  examples: ['hearsay add examples/safe-harbour/pages', 'hearsay add page.html https://…'],
  run: async (call): Promise<ExitCode> => {
    if (call.positionals.length === 0) {
      throw new HearsayError('usage', 'add needs at least one file, folder or address.')
    }
    const { io, signal } = call
    const date = dateFrom(call)
    const access = await openAccess(call, 'hearsay add')
    try {
      const documents = collectPlaces(call.positionals, collectOptionsFrom(call))
      const onFault = (_where: string, error: unknown) =>
        io.err(`${error instanceof Error ? error.stack : String(error)}\n`)
      const tally = await followProgress(access.add(documents, { date, onFault }), io, signal)
      io.out(`${describeTally(tally)}; ledger: ${access.place}\n`)
      if (signal.aborted) io.err('Stopped. Call it again to go on; nothing is read twice.\n')
      return tally.failed > 0 || signal.aborted ? 1 : 0
    } finally {
      await access.close()
    }
  },
}
