import { HearsayError } from '../records/error.ts'
import type { CommandCall, CommandOption } from './command.ts'

export const ledgerOption: Record<'ledger', CommandOption> = {
  ledger: {
    type: 'string',
    value: 'DIR|postgres://…',
    summary:
      'the ledger to use; else HEARSAY_LEDGER, else DATABASE_URL, else the folder for data of this system',
  },
}

export const collectOptions: Record<'date' | 'max-size' | 'allow-private', CommandOption> = {
  date: {
    type: 'string',
    value: 'YYYY-MM-DD',
    summary: 'the day of publication, over what the page says of itself',
  },
  'max-size': { type: 'string', value: 'MB', summary: 'largest document that is read (16)' },
  'allow-private': {
    type: 'boolean',
    summary: 'let addresses lead to this machine and private networks',
  },
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

/** What collecting needs from the call. */
export function collectOptionsFrom({ values, io }: CommandCall): {
  maxSizeBytes?: number
  allowPrivate: boolean
  stdin: AsyncIterable<Uint8Array>
} {
  const size = values['max-size']
  const megabytes = Number(size)
  if (size !== undefined && !(megabytes > 0 && megabytes <= 1024)) {
    throw new HearsayError('usage', `--max-size ${String(size)} is no size. Give megabytes from 1 to 1024.`)
  }
  return {
    ...(size === undefined ? {} : { maxSizeBytes: Math.round(megabytes * 1024 * 1024) }),
    allowPrivate: values['allow-private'] === true,
    stdin: io.stdin,
  }
}
