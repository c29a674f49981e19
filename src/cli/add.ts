import { collectPlaces } from '../jobs/collect-places.ts'
import { countWorkers } from '../jobs/count-workers.ts'
import type { Document, Uncollected } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import type { Command, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { describeTally, followProgress, followWeighing } from './progress.ts'
import {
  collectOptions,
  collectOptionsFrom,
  dateFrom,
  instantFrom,
  ledgerOption,
  modeFrom,
  modeOption,
  workersFrom,
  workersOption,
} from './shared-options.ts'

export const command: Command = {
  name: 'add',
  summary: 'read documents into the ledger',
  operands: 'PATH|URL...',
  description:
    'Reads files, folders of saved pages and addresses into the ledger. What was read before by this version is not read again; what cannot be read is named and the rest goes on. Ctrl-C stops it; calling it again goes on from there.',
  options: {
    ...ledgerOption,
    ...modeOption,
    ...workersOption,
    ...collectOptions,
    collected: {
      type: 'string',
      value: 'INSTANT',
      summary: 'when the files were saved (now): it puts the versions of a page in order',
    },
  },
  examples: ['hearsay add examples/safe-harbour/pages', 'hearsay add page.html https://…'],
  run: async (call): Promise<ExitCode> => {
    if (call.positionals.length === 0) {
      throw new HearsayError('usage', 'add needs at least one file, folder or address.')
    }
    const { io, signal } = call
    const date = dateFrom(call)
    const collectedAt = instantFrom(call, 'collected')
    const mode = modeFrom(call)
    const workers = workersFrom(call)
    const access = await openAccess(call, 'hearsay add')
    try {
      if (access.isRemote && (mode ?? workers) !== null)
        io.err(
          `${access.place} holds the ledger and reads as it was started to; --mode and --workers change nothing there.\n`,
        )
      const documents = collectedThen(collectPlaces(call.positionals, collectOptionsFrom(call)), collectedAt)
      let faults = 0
      const onFault = (_where: string, error: unknown) => {
        faults++
        io.err(`${error instanceof Error ? error.stack : String(error)}\n`)
      }
      const tally = await followProgress(
        access.add(documents, {
          date,
          mode: mode ?? 'full',
          workers: workers ?? countWorkers(),
          signal,
          onFault,
          onWeighing: followWeighing(io),
        }),
        io,
        signal,
      )
      io.out(`${describeTally(tally)}; ledger: ${access.place}\n`)
      if (signal.aborted) io.err('Stopped. Call it again to go on; nothing is read twice.\n')
      return tally.failed > 0 || faults > 0 || signal.aborted ? 1 : 0
    } finally {
      await access.close()
    }
  },
}

async function* collectedThen(
  documents: AsyncIterable<Document | Uncollected>,
  collectedAt: string | null,
): AsyncGenerator<Document | Uncollected> {
  for await (const collected of documents)
    yield collectedAt !== null && 'bytes' in collected ? { ...collected, collectedAt } : collected
}
