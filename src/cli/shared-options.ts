import { HearsayError } from '../records/error.ts'
import type { ReadingMode } from '../records/reading.ts'
import { readingModes } from '../records/reading-modes.ts'
import type { CommandCall, CommandOption } from './command.ts'
import type { FeedAccessOptions } from './feed-access.ts'
import { withoutSteering } from './without-steering.ts'

export const ledgerOption: Record<'ledger', CommandOption> = {
  ledger: {
    type: 'string',
    value: 'DIR|postgres://…|https://…',
    summary:
      'the ledger to use, or the Hearsay that serves it (with a token of it in HEARSAY_TOKEN); else HEARSAY_LEDGER, else DATABASE_URL, else the folder for data of this system',
  },
}

export const fetchOptions: Record<'allow-private' | 'ignore-robots', CommandOption> = {
  'allow-private': {
    type: 'boolean',
    summary: 'let addresses lead to this machine and private networks',
  },
  'ignore-robots': {
    type: 'boolean',
    summary: 'fetch what robots.txt keeps from programs; for those who may',
  },
}

/** What following and collecting needs from the call; `defaultWorkers` where threads may read. */
export function feedOptionsFrom(call: CommandCall, defaultWorkers = 0): FeedAccessOptions {
  const { values, io } = call
  return {
    allowPrivate: values['allow-private'] === true,
    ignoreRobots: values['ignore-robots'] === true,
    mode: modeFrom(call) ?? 'full',
    workers: workersFrom(call) ?? defaultWorkers,
    onFault: (where, error) => io.err(`${where}: ${error instanceof Error ? error.stack : String(error)}\n`),
  }
}

export const collectOptions: Record<'date' | 'max-size' | 'allow-private' | 'ignore-robots', CommandOption> =
  {
    date: {
      type: 'string',
      value: 'YYYY-MM-DD',
      summary: 'the day of publication, over what the page says of itself',
    },
    'max-size': { type: 'string', value: 'MB', summary: 'largest document that is read (16)' },
    ...fetchOptions,
  }

export const modeOption: Record<'mode', CommandOption> = {
  mode: {
    type: 'string',
    value: 'full|fast',
    summary:
      'how to read: full (the default) with the trained networks; fast, several times as quick, with rules and a small parser, which miss more',
  },
}

/** The value of `--mode`; null when it was not given. */
export function modeFrom({ values }: Pick<CommandCall, 'values'>): ReadingMode | null {
  if (values.mode === undefined) return null
  const mode = readingModes.find((known) => known === values.mode)
  if (mode === undefined)
    throw new HearsayError('usage', `--mode ${String(values.mode)} is no mode. Give full or fast.`)
  return mode
}

export const workersOption: Record<'workers', CommandOption> = {
  workers: {
    type: 'string',
    value: 'N',
    summary: 'threads that read (one less than the cores of this machine, from 1 to 4); 0 reads without one',
  },
}

/** The value of `--workers`; null when it was not given. */
export function workersFrom({ values }: Pick<CommandCall, 'values'>): number | null {
  if (values.workers === undefined) return null
  const workers = Number(values.workers)
  if (values.workers === '' || !Number.isInteger(workers) || workers < 0 || workers > 64)
    throw new HearsayError(
      'usage',
      `--workers ${String(values.workers)} is no number of threads. Give one from 0 to 64.`,
    )
  return workers
}

/** The value of `--date`, a day that exists; null when it was not given. */
export function dateFrom({ values }: CommandCall): string | null {
  const { date } = values
  if (date === undefined) return null
  const day = String(date)
  const time = Date.parse(`${day}T00:00:00Z`)
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(time) ||
    new Date(time).toISOString().slice(0, 10) !== day
  ) {
    throw new HearsayError('usage', `--date ${day} is no day. Write it as 2025-11-28.`)
  }
  return day
}

/** The value of an option that is a day or an instant, as ISO 8601 in UTC; null when it was not given. */
export function instantFrom({ values }: CommandCall, option: string): string | null {
  const value = values[option]
  if (value === undefined) return null
  const given = String(value)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given)
  const hasZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(given)
  const time = isDay || hasZone ? Date.parse(given) : Number.NaN
  if (Number.isNaN(time) || (isDay && new Date(time).toISOString().slice(0, 10) !== given))
    throw new HearsayError(
      'usage',
      `--${option} ${given} is no day and no instant. Write it as 2025-11-28 or 2025-11-28T09:30Z.`,
    )
  return new Date(time).toISOString()
}

/** What collecting needs from the call. */
export function collectOptionsFrom({ values, io }: CommandCall): {
  maxSizeBytes?: number
  allowPrivate: boolean
  ignoreRobots: boolean
  stdin: AsyncIterable<Uint8Array>
  onRemark: (where: string, remark: string) => void
} {
  const size = values['max-size']
  const megabytes = Number(size)
  if (size !== undefined && !(megabytes > 0 && megabytes <= 1024)) {
    throw new HearsayError('usage', `--max-size ${String(size)} is no size. Give megabytes from 1 to 1024.`)
  }
  return {
    ...(size === undefined ? {} : { maxSizeBytes: Math.round(megabytes * 1024 * 1024) }),
    allowPrivate: values['allow-private'] === true,
    ignoreRobots: values['ignore-robots'] === true,
    stdin: io.stdin,
    onRemark: (where, remark) =>
      io.err(
        `${io.isTerminal ? '\r\u001b[K' : ''}${io.colours.dim('note')}    ${withoutSteering(`${where}: ${remark}`)}\n`,
      ),
  }
}
