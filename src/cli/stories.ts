import type { Command, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { printStories } from './print-stories.ts'
import { ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'

export const command: Command = {
  name: 'stories',
  summary: 'list the happenings that are told of, the latest first',
  operands: '[WORDS]',
  description:
    'Lists stories, the reports of one happening across outlets; those that were last told of latest come first. With WORDS only those that have them all in a headline. Copies are the articles that were taken from another of the story; claims is how many its articles report.',
  options: { ...ledgerOption, ...pageOptions },
  examples: ['hearsay stories', 'hearsay stories sanctions --limit 10'],
  run: async (call): Promise<ExitCode> => {
    const { io, positionals, values } = call
    const limit = limitFrom(call)
    const words = positionals.join(' ') || null
    const access = await openAccess(call, 'hearsay stories')
    try {
      const stories = await takeRows(limit, (query) => access.findStories({ ...query, words }))
      if (values.json === true) for (const story of stories) io.out(`${JSON.stringify(story)}\n`)
      else if (stories.length > 0) {
        const counts = await access.countStories(stories.map(({ id }) => id))
        const advice = io.isTerminal ? `\n${io.colours.dim('hearsay story ID shows one whole.')}\n` : ''
        io.out(`${printStories(stories, counts, io)}\n${advice}`)
      } else if (words !== null) io.out(`No story in ${access.place} has “${words}” in a headline.\n`)
      else io.out(`No stories in ${access.place}. hearsay add PATH reads some pages.\n`)
      return 0
    } finally {
      await access.close()
    }
  },
}
