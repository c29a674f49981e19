import picocolors from 'picocolors'

/** Where a command speaks: so that a command runs the same in a terminal, in a pipe and in a test. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether standard output is a terminal: colour, wrapping, progress that rewrites its line. */
  readonly isTerminal: boolean
  /** Columns; 100 where there is no terminal. */
  readonly width: number
  readonly colours: ReturnType<typeof picocolors.createColors>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: AsyncIterable<Uint8Array>
}

/** The process’s own: colour by NO_COLOR, FORCE_COLOR and whether output is a terminal. */
export function openIo(process: NodeJS.Process): Io {
  const isTerminal = process.stdout.isTTY === true
  const wanted = process.env.FORCE_COLOR !== undefined && process.env.FORCE_COLOR !== '0'
  const colour = wanted || (isTerminal && !process.env.NO_COLOR && process.env.TERM !== 'dumb')
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTerminal,
    width: Math.min(isTerminal ? (process.stdout.columns ?? 100) : 100, 120),
    colours: picocolors.createColors(colour),
    env: process.env,
    stdin: process.stdin,
  }
}
