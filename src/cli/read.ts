import { stat } from 'node:fs/promises'
import { collectPlaces, isDocument } from '../jobs/collect-places.ts'
import { readDocument } from '../jobs/read-document.ts'
import { HearsayError } from '../records/error.ts'
import type { Problem } from '../records/problem.ts'
import { loadResources } from '../resources/load-resources.ts'
import type { Command, ExitCode } from './command.ts'
import type { Io } from './io.ts'
import { printArticle } from './print-article.ts'
import { collectOptions, collectOptionsFrom, dateFrom } from './shared-options.ts'

export const command: Command = {
  name: 'read',
  summary: 'read one document and show what it says; nothing is stored',
  operands: 'FILE|URL|-',
  description:
    'Reads one page and shows its text, who is said to have said what, and what is said to have happened, each with the sentence that says so. Nothing is stored. “-” reads standard input.',
  options: {
    json: { type: 'boolean', summary: 'print one JSON object: { article, reading }' },
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
    const resources = loadResources()
    for await (const collected of collectPlaces([place], collectOptionsFrom(call))) {
      if (!isDocument(collected)) return fail(collected.where, collected.problem, io)
      const read = await readDocument(collected, await resources, { date })
      if ('problem' in read) return fail(collected.where, read.problem, io)
      io.out(
        call.values.json === true
          ? `${JSON.stringify(read)}\n`
          : printArticle(read.article, read.reading, io),
      )
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
