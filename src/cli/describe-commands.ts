import type { Command } from './command.ts'
import type { CommandEntry } from './commands.ts'
import type { Io } from './io.ts'

/** The help of the program: every command in a line. */
export function describeCommands(
  commands: readonly CommandEntry[],
  { colours }: Pick<Io, 'colours'>,
): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${colours.bold(name.padEnd(width))}  ${summary}`)
  return [
    'Hearsay reads the news and keeps a ledger of who did what to whom, who says so, and on what it rests.',
    '',
    `${colours.bold('Usage')}  hearsay COMMAND [OPTIONS]`,
    '',
    ...lines,
    '',
    'hearsay COMMAND --help tells more; hearsay --version tells the version.',
    'Exit status: 0 done, 1 some documents failed (each is named), 2 the call is wrong.',
    '',
  ].join('\n')
}

/** The help of one command. */
export function describeCommand(command: Command, { colours }: Pick<Io, 'colours'>): string {
  const options = Object.entries({
    ...command.options,
    help: { type: 'boolean', short: 'h', summary: 'show this' } as const,
  }).map(([name, option]) => ({
    flag: `${'short' in option && option.short ? `-${option.short}, ` : ''}--${name}${'value' in option && option.value ? ` ${option.value}` : ''}`,
    summary: option.summary,
  }))
  const width = Math.max(...options.map(({ flag }) => flag.length))
  return [
    command.description,
    '',
    `${colours.bold('Usage')}  hearsay ${command.name}${command.operands ? ` ${command.operands}` : ''} [OPTIONS]`,
    '',
    ...options.map(({ flag, summary }) => `  ${flag.padEnd(width)}  ${summary}`),
    '',
    ...(command.examples.length > 0
      ? [colours.bold('Examples'), ...command.examples.map((example) => `  ${example}`), '']
      : []),
  ].join('\n')
}
