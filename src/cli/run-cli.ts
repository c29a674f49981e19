import { parseArgs } from 'node:util'
import { HearsayError } from '../records/error.ts'
import { type Command, type ExitCode, toParseOptions } from './command.ts'
import { commands } from './commands.ts'
import { describeCommand, describeCommands } from './describe-commands.ts'
import { guardIo } from './guard-io.ts'
import type { Io } from './io.ts'
import { readVersion } from './read-version.ts'

/**
 * Runs one command line, without the program’s name, and returns the exit status.
 *
 * The operator’s faults become one line on standard error and status 2; our own are thrown.
 */
export async function runCli(argv: readonly string[], world: Io, signal: AbortSignal): Promise<ExitCode> {
  const io = guardIo(world)
  const [name, ...rest] = argv
  if (name === '--version' || name === '-v') {
    io.out(`${await readVersion()}\n`)
    return 0
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name === 'help' ? rest[0] : undefined
    const entry = commands.find((known) => known.name === asked)
    io.out(entry ? describeCommand((await entry.load()).command, io) : describeCommands(commands, io))
    return name === undefined ? 2 : 0
  }
  const entry = commands.find((known) => known.name === name)
  if (!entry) return refuse(io, `There is no command “${name}”.`, 'hearsay --help lists the commands.')
  const { command } = await entry.load()
  try {
    return await runCommand(command, rest, io, signal)
  } catch (error) {
    if (error instanceof HearsayError)
      return refuse(
        io,
        error.message,
        error.code === 'usage' ? `hearsay ${name} --help shows how to call it.` : null,
      )
    throw error
  }
}

async function runCommand(
  command: Command,
  argv: readonly string[],
  io: Io,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { positionals, values } = parse(command, argv)
  if (values.help === true) {
    io.out(describeCommand(command, io))
    return 0
  }
  return await command.run({ positionals, values, io, signal })
}

function parse(command: Command, argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { ...toParseOptions(command.options), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    }) as { positionals: string[]; values: Record<string, string | boolean | undefined> }
  } catch (error) {
    throw new HearsayError(
      'usage',
      error instanceof Error ? (error.message.split('. To specify')[0] ?? '') : String(error),
    )
  }
}

function refuse(io: Io, message: string, advice: string | null): ExitCode {
  io.err(`${io.colours.red('hearsay:')} ${message}\n${advice ? `${advice}\n` : ''}`)
  return 2
}
