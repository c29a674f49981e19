import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { openIo } from '../src/cli/io.ts'
import { runCli } from '../src/cli/run-cli.ts'

/** The folder of the example situation: eleven pages. */
export const examplePages = fileURLToPath(new URL('../examples/safe-harbour/pages/', import.meta.url))

/** What a command said, and how it ended. */
export interface Run {
  readonly status: number
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly isTerminal?: boolean
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** Told of all that was written so far, each time something is. */
  readonly onOut?: (out: string) => void
}

/** Runs a command line in this process, as a pipe sees it unless a terminal is asked for. */
export async function runHearsay(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { isTerminal = false, stdin = '', env = {}, signal = new AbortController().signal, onOut } = options
  let out = ''
  let err = ''
  const io = openIo({
    stdout: {
      isTTY: isTerminal,
      columns: 100,
      write: (text: string) => {
        out += text
        onOut?.(out)
        return true
      },
    },
    stderr: {
      write: (text: string) => {
        err += text
        return true
      },
    },
    env,
    stdin: Readable.from([Buffer.from(stdin)]),
  } as unknown as NodeJS.Process)
  const status = await runCli(argv, io, signal)
  return { status, out, err }
}

/** The address that a command which serves has printed so far; null when it has printed none. */
export const findServedUrl = (out: string): string | null =>
  /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? null

/** A folder of its own for one file of tests. */
export async function makeFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'hearsay-test-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** The lines of an answer in JSON Lines. */
export const parseLines = (out: string): unknown[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
