import { openReaders } from '../jobs/open-readers.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { HearsayError } from '../records/error.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { exposureFrom } from './exposure-from.ts'
import { findEmptyLedger } from './find-empty-ledger.ts'
import { chooseLedger } from './ledger-place.ts'
import { requireAdmin } from './require-admin.ts'
import { fetchOptions, ledgerOption, modeFrom, modeOption } from './shared-options.ts'
import { startServer, untilAborted } from './start-server.ts'

export const command: Command = {
  name: 'serve',
  summary: 'serve the desk and the HTTP API on this machine',
  operands: '',
  description:
    'Serves the desk and the API on 127.0.0.1 until Ctrl-C; on another address, or with --public-url, to those who have an account. Meanwhile it collects what is followed whenever its time has come. While it runs, the other commands on the same ledger go through it.',
  options: {
    ...ledgerOption,
    ...modeOption,
    ...fetchOptions,
    host: {
      type: 'string',
      value: 'ADDRESS',
      summary: 'address to listen on (127.0.0.1); any but this machine’s own needs an account',
    },
    accounts: { type: 'boolean', summary: 'ask for accounts on this machine too' },
    'public-url': {
      type: 'string',
      value: 'URL',
      summary: 'where people reach it, behind a proxy: https://hearsay.example',
    },
    'trusted-proxy': {
      type: 'string',
      value: 'ADDRESS,…',
      summary:
        'addresses or ranges of proxies whose X-Forwarded-For is believed (127.0.0.1,::1 with --public-url on this machine)',
    },
    port: { type: 'string', short: 'p', value: 'PORT', summary: 'port (4747); 0 takes any free one' },
    'no-collect': { type: 'boolean', summary: 'collect only when asked to' },
  },
  examples: [
    'hearsay serve',
    'hearsay serve --port 8080',
    'hearsay serve --public-url https://hearsay.example',
  ],
  run: async (call): Promise<ExitCode> => {
    const { io, signal } = call
    const port = portFrom(call)
    const mode = modeFrom(call) ?? 'full'
    const exposure = exposureFrom(call)
    const { place } = chooseLedger(call.values.ledger, io.env)
    const ledger = await openLedger(place, { owner: 'hearsay serve', emptyLedger: findEmptyLedger() })
    if (exposure.shared !== null) await requireAdmin(ledger)
    // A thread reads, so that the desk answers meanwhile.
    const readers = await openReaders({ mode, workers: 1 })
    try {
      const server = await startServer(ledger, readers, port ?? 4747, io, {
        allowPrivate: call.values['allow-private'] === true,
        ignoreRobots: call.values['ignore-robots'] === true,
        exposure,
        isScheduled: call.values['no-collect'] !== true,
      })
      io.out(`Hearsay serves ${ledger.place}\n  ${io.colours.bold(server.url)}\nCtrl-C stops it.\n`)
      await untilAborted(signal)
      await server.close()
      return 0
    } finally {
      await readers.close()
      await ledger.close()
    }
  },
}

/** The value of `--port`; null when it was not given. */
export function portFrom({ values }: Pick<CommandCall, 'values'>): number | null {
  if (values.port === undefined) return null
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new HearsayError(
      'usage',
      `--port ${String(values.port)} is no port. Give a number from 0 to 65535.`,
    )
  }
  return port
}
