import { HearsayError } from '../records/error.ts'
import type { CommandCall } from './command.ts'

/** The one ID that a command takes. */
export function idFrom({ positionals }: CommandCall, command: string, list: string): string {
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0)
    throw new HearsayError('usage', `${command} takes one ID; ${list} shows them.`)
  return id
}
