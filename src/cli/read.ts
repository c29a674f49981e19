import { eventFormats } from '../export/formats.ts'
import { collectPlaces } from '../jobs/collect-places.ts'
import { countWorkers } from '../jobs/count-workers.ts'
import { isManyPlaces } from '../jobs/is-many-places.ts'
import { openReaders } from '../jobs/open-readers.ts'
import { type ReadOutcome, readPlaces } from '../jobs/read-places.ts'
import { HearsayError } from '../records/error.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import {
  collectOptions,
  collectOptionsFrom,
  dateFrom,
  modeFrom,
  modeOption,
  workersFrom,
  workersOption,
} from './shared-options.ts'

const formatNames = eventFormats.map(({ name }) => name)

export const command: Command = {
  name: 'read',
  summary: 'read documents and show what they say; nothing is stored',
  operands: 'PATH|URL|-...',
  description:
    'Reads pages, and folders of them, and shows of each its text, who is said to have said what, and what is said to have happened, each with the sentence that says so. Nothing is stored. “-” reads standard input. What cannot be read is named and the rest goes on.',
  options: {
    json: { type: 'boolean', summary: 'print one JSON object a document: { article, reading }' },
    format: {
      type: 'string',
      value: formatNames.join('|'),
      summary: `print the events alone: ${eventFormats.map(({ name, summary }) => `${name}: ${summary}`).join('; ')}`,
    },
    ...modeOption,
    ...workersOption,
    ...collectOptions,
  },
  examples: [
    'hearsay read page.html',
    'hearsay read notes.txt --date 2025-11-28 --json',
    'curl -s https://… | hearsay read -',
    'hearsay read saved-pages/ --format csv > events.csv',
  ],
  run: async (call): Promise<ExitCode> => {
    const { io, signal, positionals } = call
    if (positionals.length === 0)
      throw new HearsayError('usage', 'read needs a file, a folder, an address or “-”.')
    const print = await openPrinter(call)
    const date = dateFrom(call)
    const options = collectOptionsFrom(call)
    // A thread takes half a second to start, which one page need not wait for.
    const workers = workersFrom(call) ?? ((await isManyPlaces(positionals)) ? countWorkers() : 0)
    const readers = await openReaders({ mode: modeFrom(call) ?? 'full', workers })
    const onFault = (_where: string, error: unknown) =>
      io.err(`${error instanceof Error ? error.stack : String(error)}\n`)
    let failed = false
    try {
      for await (const outcome of readPlaces(collectPlaces(positionals, options), readers, {
        date,
        onFault,
        signal,
      })) {
        if ('problem' in outcome) {
          failed = true
          const { message, advice } = outcome.problem
          io.err(`${io.colours.red('hearsay:')} ${outcome.where}: ${message}\n${advice ? `${advice}\n` : ''}`)
        } else print(outcome)
      }
    } finally {
      await readers.close()
    }
    return failed || signal.aborted ? 1 : 0
  },
}

type Read = Exclude<ReadOutcome, { readonly problem: unknown }>

/** What prints each document in the way that the call asks for. */
async function openPrinter({ values, io }: CommandCall): Promise<(read: Read) => void> {
  if (values.format !== undefined) {
    if (values.json === true)
      throw new HearsayError('usage', '--json and --format are two ways to print. Give one.')
    const format = eventFormats.find(({ name }) => name === values.format)
    if (!format)
      throw new HearsayError(
        'usage',
        `--format ${String(values.format)} is no format. Give one of ${formatNames.join(', ')}.`,
      )
    const { toEventRows } = await import('../export/event-row.ts')
    if (format.header !== null) io.out(`${format.header}\n`)
    return ({ article, reading }) => {
      for (const row of toEventRows(article, reading)) {
        const line = format.toLine(row)
        if (line !== null) io.out(`${line}\n`)
      }
    }
  }
  if (values.json === true)
    return ({ article, reading }) => io.out(`${JSON.stringify({ article, reading })}\n`)
  // Measuring the width of characters takes 20 ms to load, which programs that read the JSON need not wait for.
  const { printArticle } = await import('./print-article.ts')
  let isFirst = true
  return ({ article, reading }) => {
    if (!isFirst) io.out(`\n${io.colours.dim('─'.repeat(io.width))}\n\n`)
    isFirst = false
    io.out(printArticle(article, reading, io))
  }
}
