import { HearsayError } from '../records/error.ts'
import type { ChangeFilter } from './access.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { printChanges } from './print-changes.ts'
import { instantFrom, ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'

export const command: Command = {
  name: 'changes',
  summary: 'show what pages said and say otherwise now, sentence by sentence',
  operands: '',
  description:
    'Shows every change of a page between two collects, the last first: whether the page admits it, what changed in who says what (≠ altered, + added, - removed), then the words, cut and put in. Changes in style alone are left out, and those that another version of Hearsay may have made.',
  options: {
    ...ledgerOption,
    since: { type: 'string', value: 'DAY', summary: 'only changes that were seen on this day or later' },
    article: { type: 'string', value: 'ID', summary: 'only of the page of this article, whichever version' },
    page: { type: 'string', value: 'ADDRESS', summary: 'only of the page at this address' },
    outlet: { type: 'string', value: 'NAME', summary: 'only of this outlet' },
    silent: { type: 'boolean', summary: 'only those that no words on the page admit' },
    all: {
      type: 'boolean',
      summary: 'also those in style alone, and those that our own rules may have made',
    },
    ...pageOptions,
  },
  examples: [
    'hearsay changes --silent',
    'hearsay changes --since 2025-11-22',
    'hearsay changes --article 3f9a2c01',
  ],
  run: async (call): Promise<ExitCode> => {
    const { io, values } = call
    const limit = limitFrom(call)
    const filter = filterFrom(call)
    const access = await openAccess(call, 'hearsay changes')
    try {
      const changes = await takeRows(limit, (query) => access.findChanges({ ...query, ...filter }))
      if (values.json === true) for (const change of changes) io.out(`${JSON.stringify(change)}\n`)
      else if (changes.length > 0) io.out(`${printChanges(changes, io)}\n`)
      else io.out(describeNone(filter, access.place))
      return 0
    } finally {
      await access.close()
    }
  },
}

function filterFrom(call: CommandCall): ChangeFilter {
  const { positionals, values } = call
  if (positionals.length > 0)
    throw new HearsayError(
      'usage',
      'changes takes no operand; --article ID or --page ADDRESS chooses one page.',
    )
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    articleId: text(values.article),
    page: text(values.page),
    outlet: text(values.outlet),
    since: instantFrom(call, 'since'),
    isSilent: values.silent === true,
    withTrivial: values.all === true,
  }
}

function describeNone(
  { articleId, page, outlet, since, isSilent, withTrivial }: ChangeFilter,
  place: string,
): string {
  if ([articleId, page, outlet, since].some((value) => value !== null) || isSilent)
    return `No change in ${place} is like that. hearsay changes without options lists them.\n`
  const more = withTrivial ? '' : ' hearsay changes --all shows those in style alone.'
  return `No page in ${place} was seen to change. A page is compared when it is added again.${more}\n`
}
