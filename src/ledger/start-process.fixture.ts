import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Another process, running one of our modules. */
export interface OtherProcess {
  readonly child: ChildProcess
  /** The next line it writes; null when it has ended. */
  nextLine(): Promise<string | null>
  /** Kills it as a power cut would: it cleans nothing up. */
  kill(): Promise<void>
}

// Node 20 runs no TypeScript by itself; Vite, which runs these tests, does it in a process of ours too.
const run = `
  const { runnerImport } = await import('vite')
  await runnerImport(process.argv[1], { configFile: false, logLevel: 'error' })
`

/** Runs a module (`process.argv` from 2 on are the arguments) in a process of its own. */
export function startProcess(module: URL, ...args: string[]): OtherProcess {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', run, fileURLToPath(module), ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    nextLine: async () => {
      const line = await lines.next()
      return line.done === true ? null : line.value
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
