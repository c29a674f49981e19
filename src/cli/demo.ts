import { collectExample } from '../jobs/collect-example.ts'
import { countWorkers } from '../jobs/count-workers.ts'
import { ingest } from '../jobs/ingest.ts'
import { openReaders } from '../jobs/open-readers.ts'
import type { Readers } from '../jobs/readers.ts'
import { countLedger } from '../ledger/count-ledger.ts'
import { findClaims } from '../ledger/find-claims.ts'
import { findRunningServer } from '../ledger/find-running-server.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { HearsayError } from '../records/error.ts'
import type { Command, ExitCode } from './command.ts'
import { findEmptyLedger } from './find-empty-ledger.ts'
import type { Io } from './io.ts'
import { chooseLedger } from './ledger-place.ts'
import { printClaims } from './print-claims.ts'
import { describeTally, followProgress, type Tally } from './progress.ts'
import { portFrom } from './serve.ts'
import { ledgerOption, modeFrom, modeOption } from './shared-options.ts'
import { type RunningServer, startServer, untilAborted } from './start-server.ts'

export const command: Command = {
  name: 'demo',
  summary: 'read the example situation and serve it',
  operands: '',
  description:
    'Reads the example situation (eleven pages by eight invented outlets, two of them in two versions), shows what is said and how many reports and outlets stand behind each line, and serves the desk until Ctrl-C. Running it again reads nothing twice.',
  options: {
    ...ledgerOption,
    ...modeOption,
    port: {
      type: 'string',
      short: 'p',
      value: 'PORT',
      summary: 'port (4747, or any free one if it is taken)',
    },
    'no-serve': { type: 'boolean', summary: 'stop after the table' },
  },
  examples: ['npm run demo'],
  run: async (call): Promise<ExitCode> => {
    const { io, signal } = call
    const port = portFrom(call)
    const mode = modeFrom(call) ?? 'full'
    const { place } = chooseLedger(call.values.ledger, io.env)
    const running = 'directory' in place ? await findRunningServer(place.directory) : null
    if (running)
      throw new HearsayError(
        'ledger-locked',
        `The demo already runs at ${running.url}. Open that, or stop it first.`,
      )
    const [ledger, readers] = await Promise.all([
      openLedger(place, { owner: 'hearsay demo', emptyLedger: findEmptyLedger() }),
      openReaders({ mode, workers: countWorkers() }),
    ])
    try {
      const tally = await readExample(ledger, readers, io, signal)
      if (signal.aborted) return 1
      if (call.values['no-serve'] !== true) {
        const server = await startDemoServer(ledger, readers, port, io)
        io.out(`\nThe desk: ${io.colours.bold(server.url)}   Ctrl-C stops it.\n`)
        await untilAborted(signal)
        await server.close()
      }
      return tally.failed > 0 ? 1 : 0
    } finally {
      await readers.close()
      await ledger.close()
    }
  },
}

async function readExample(ledger: Ledger, readers: Readers, io: Io, signal: AbortSignal): Promise<Tally> {
  io.out('Reading the example: the outlets, the people and the events are invented.\n')
  const onFault = (_where: string, error: unknown) =>
    io.err(`${error instanceof Error ? error.stack : String(error)}\n`)
  const tally = await followProgress(
    ingest((await collectExample()).documents, ledger, readers, { onFault, signal }),
    io,
    signal,
  )
  if (signal.aborted) return tally
  const counts = await countLedger(ledger)
  const { claims } = await findClaims(ledger, { limit: 12 })
  io.out(
    `${describeTally(tally)}. ${counts.articles} articles hold ${counts.statements} statements and ${counts.events} events.\n\n`,
  )
  io.out(`${printClaims(claims, io)}\n\n`)
  io.out(
    io.colours.dim(
      'Origins are where chains of reports end: a reprint is one more outlet and no more origins. In the desk, or by hearsay explain-origin ID, each shows why.\n',
    ),
  )
  return tally
}

/** The usual port, or any free one: a newcomer’s other programs must not stop the demo. */
async function startDemoServer(
  ledger: Ledger,
  readers: Readers,
  port: number | null,
  io: Io,
): Promise<RunningServer> {
  if (port !== null) return await startServer(ledger, readers, port, io)
  try {
    return await startServer(ledger, readers, 4747, io)
  } catch (error) {
    if (error instanceof HearsayError && error.code === 'port-in-use')
      return await startServer(ledger, readers, 0, io)
    throw error
  }
}
