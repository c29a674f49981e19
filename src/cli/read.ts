import { stat } from 'node:fs/promises'
import { collectPlaces, isDocument } from '../jobs/collect-places.ts'
import { openReaders } from '../jobs/open-readers.ts'
import { HearsayError } from '../records/error.ts'
import type { Problem } from '../records/problem.ts'
import type { Command, ExitCode } from './command.ts'
import type { Io } from './io.ts'
import { collectOptions, collectOptionsFrom, dateFrom, modeFrom, modeOption } from './shared-options.ts'

export const command: Command = {
  name: 'read',
  summary: 'read one document and show what it says; nothing is stored',
  operands: 'FILE|URL|-',
  description:
    'Reads one page and shows its text, who is said to have said what, and what is said to have happened, each with the sentence that says so. Nothing is stored. “-” reads standard input.',
  options: {
    json: { type: 'boolean', summary: 'print one JSON object: { article, reading }' },
    ...modeOption,
    ...collectOptions,
  },
  examples: [
    'hearsay read page.html',
    'hearsay read notes.txt --date 2025-11-28 --json',
    'curl -s https://… | hearsay read -',
  ],
  run: async (call): Promise<ExitCode> => {
    const [place, ...more] = call.positionals
    if (place === undefined || more.length > 0) {
      throw new HearsayError(
        'usage',
        'read takes one FILE, URL or “-”. To read several into the ledger, use add.',
      )
    }
    if (await isFolder(place))
      throw new HearsayError('usage', `${place} is a folder. To read all of it into the ledger, use add.`)
    const { io } = call
    const date = dateFrom(call)
    const opening = openReaders({ mode: modeFrom(call) ?? 'full' })
    for await (const collected of collectPlaces([place], collectOptionsFrom(call))) {
      if (!isDocument(collected)) return fail(collected.where, collected.problem, io)
      const readers = await opening
      const read = await readers.read(collected, { date })
      await readers.close()
      if ('problem' in read) return fail(collected.where, read.problem, io)
      if (call.values.json === true) io.out(`${JSON.stringify(read)}\n`)
      else {
        // Measuring the width of characters takes 20 ms to load, which programs that read the JSON need not wait for.
        const { printArticle } = await import('./print-article.ts')
        io.out(printArticle(read.article, read.reading, io))
      }
      return 0
    }
    throw new Error(`collecting ${place} gave nothing`)
  },
}

const isFolder = (place: string): Promise<boolean> =>
  stat(place).then(
    (found) => found.isDirectory(),
    () => false, // An address, “-”, or a file that is not there: collecting says so.
  )

function fail(where: string, { message, advice }: Problem, { err, colours }: Io): ExitCode {
  err(`${colours.red('hearsay:')} ${where}: ${message}\n${advice ? `${advice}\n` : ''}`)
  return 1
}
