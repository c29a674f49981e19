import type { Copy } from '../records/copy.ts'
import type { StoredStory } from '../records/stored-story.ts'
import type { Access } from './access.ts'
import type { Command, ExitCode } from './command.ts'
import { idFrom } from './id-from.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { printStory } from './print-story.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'story',
  summary:
    'show one story: what copies what, what each outlet alone has or lacks, its claims, why it is one story',
  operands: 'ID',
  description:
    'Shows a story of the ledger: its articles with copies under what they copy, its outlets side by side (the claims that only one tells, those that it lacks and most others tell, its loaded words and in whose voice), its claims with what stands behind each, and what its articles share that makes them one story. ID may be the first digits, as stories shows them.',
  options: {
    ...ledgerOption,
    differences: {
      type: 'boolean',
      summary: 'show what each copy dropped (-), added (+) and changed (~), sentence by sentence',
    },
    limit: { ...pageOptions.limit, summary: 'how many claims at most (50)' },
    json: {
      type: 'boolean',
      summary: 'print one JSON object: { story, articles, claims, outlets, nextClaimCursor }',
    },
  },
  examples: ['hearsay story 06da68d6', 'hearsay story 06da68d6 --differences'],
  run: async (call): Promise<ExitCode> => {
    const { io, values } = call
    const id = idFrom(call, 'story', 'hearsay stories')
    const limit = limitFrom(call)
    const access = await openAccess(call, 'hearsay story')
    try {
      const stored = await access.getStory(id)
      if (values.json === true) io.out(`${JSON.stringify(stored)}\n`)
      else {
        const texts = values.differences === true ? await getTexts(access, stored) : null
        io.out(printStory(stored, { texts, limit }, io))
      }
      return 0
    } finally {
      await access.close()
    }
  },
}

/** The texts of the articles that a copy of the story was made of or by, by id. */
async function getTexts(access: Access, { articles }: StoredStory): Promise<Map<string, string>> {
  const pairs = articles.flatMap(({ copies }) =>
    copies.flatMap(({ copy }: { copy: Copy }) => [copy.of, copy.by]),
  )
  const texts = new Map<string, string>()
  for (const id of new Set(pairs)) texts.set(id, (await access.getArticle(id)).article.text)
  return texts
}
