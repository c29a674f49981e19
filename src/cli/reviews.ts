import { HearsayError } from '../records/error.ts'
import { reviewKinds } from '../records/review.ts'
import type { ReviewFilter } from './access.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { printReviews } from './print-reviews.ts'
import { ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'

export const command: Command = {
  name: 'reviews',
  summary: 'list what people judged of what was read; write it as training data',
  operands: '',
  description:
    'Lists the log of reviews, the newest first: who said what of which words, and what was undone. Nothing in it is ever changed, and each is applied to every later reading of the same words. With --export, prints every reviewed text instead, a JSON object a line: the words, what the machine read in them, what people made of that, and who said so when. The words are the outlets’: see “licence” of each before you pass them on.',
  options: {
    ...ledgerOption,
    article: { type: 'string', value: 'ID', summary: 'only those given at this article' },
    claim: { type: 'string', value: 'ID', summary: 'only those that hold on this claim, whatever id it had' },
    by: { type: 'string', value: 'NAME', summary: 'only those of this analyst' },
    kind: { type: 'string', value: 'KIND', summary: `only those of this kind: ${reviewKinds.join(', ')}` },
    export: { type: 'boolean', summary: 'print training data, all of it' },
    ...pageOptions,
  },
  examples: ['hearsay reviews --by local', 'hearsay reviews --export > reviewed.jsonl'],
  run: async (call): Promise<ExitCode> => {
    const { io, values } = call
    const limit = limitFrom(call)
    const filter = filterFrom(call)
    const access = await openAccess(call, 'hearsay reviews')
    try {
      if (values.export === true) {
        for await (const text of access.exportReviews()) io.out(`${JSON.stringify(text)}\n`)
        return 0
      }
      const acts = await takeRows(limit, (query) => access.findReviews({ ...query, ...filter }))
      if (values.json === true) for (const act of acts) io.out(`${JSON.stringify(act)}\n`)
      else if (acts.length > 0) io.out(`${printReviews(acts, io)}\n`)
      else if (Object.values(filter).some((value) => value !== null))
        io.out(`No review in ${access.place} is like that. hearsay reviews without options lists them.\n`)
      else io.out(`Nothing in ${access.place} has been reviewed. The desk does that: hearsay serve.\n`)
      return 0
    } finally {
      await access.close()
    }
  },
}

function filterFrom({ positionals, values }: CommandCall): ReviewFilter {
  if (positionals.length > 0)
    throw new HearsayError('usage', 'reviews takes no operand; --article ID chooses those of one article.')
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const kind = reviewKinds.find((each) => each === values.kind) ?? null
  if (values.kind !== undefined && kind === null)
    throw new HearsayError('usage', `--kind ${String(values.kind)} is none of ${reviewKinds.join(', ')}.`)
  if (values.export === true && (values.article ?? values.claim ?? values.by ?? values.kind) !== undefined)
    throw new HearsayError('usage', '--export writes every reviewed text: leave the other choices out.')
  return { articleId: text(values.article), claimId: text(values.claim), by: text(values.by), kind }
}
