import { HearsayError } from '../records/error.ts'
import type { CommandCall, CommandOption } from './command.ts'

export const pageOptions: Record<'limit' | 'json', CommandOption> = {
  limit: { type: 'string', short: 'n', value: 'N', summary: 'how many at most (50)' },
  json: { type: 'boolean', summary: 'print one JSON object a line' },
}

/** The value of `--limit`. */
export function limitFrom({ values }: CommandCall): number {
  const limit = Number(values.limit ?? 50)
  if (!Number.isInteger(limit) || limit < 1)
    throw new HearsayError('usage', `--limit ${String(values.limit)} is no number of rows.`)
  return limit
}
