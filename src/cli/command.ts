import type { ParseArgsConfig } from 'node:util'
import type { Io } from './io.ts'

/** 0: done. 1: some documents failed, each named. 2: the call itself is wrong. */
export type ExitCode = 0 | 1 | 2

/** One option of a command, as help and the reference show it. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What the value stands for: DIR, YYYY-MM-DD. */
  readonly value?: string
  readonly summary: string
}

/** What a command is called with, once its line is parsed. */
export interface CommandCall {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly io: Io
  /** Aborted when the operator presses Ctrl-C. */
  readonly signal: AbortSignal
}

/** One command of the CLI. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** After `hearsay NAME`: `PATH|URL...`. */
  readonly operands: string
  /** One or two sentences, and what a newcomer would ask. */
  readonly description: string
  readonly options: Readonly<Record<string, CommandOption>>
  readonly examples: readonly string[]
  readonly run: (call: CommandCall) => Promise<ExitCode>
}

/** Options in the form that `node:util` parses. */
export const toParseOptions = (options: Command['options']): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]),
  )
