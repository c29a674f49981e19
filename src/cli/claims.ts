import { HearsayError } from '../records/error.ts'
import type { ClaimFilter } from './access.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { wrap } from './layout.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { claimNumbers, printClaims } from './print-claims.ts'
import { ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'

export const command: Command = {
  name: 'claims',
  summary: 'list what is said, with the reports, outlets, copies and independent origins behind it',
  operands: '',
  description: `Lists claims: those of most independent origins first, then of most outlets. ${capitalise(claimNumbers)}; “how” is every way in which it is said (fact, reported, hedged, planned, denied ...). ✗ marks a denial or the opposite, ≠ figures, days, places or actors that do not fit together, → one that was brought up to date. In a pipe a claim is a line, and nothing is cut.`,
  options: {
    ...ledgerOption,
    story: { type: 'string', value: 'ID', summary: 'only claims that an article of this story reports' },
    article: { type: 'string', value: 'ID', summary: 'only claims that this article reports' },
    'min-origins': {
      type: 'string',
      value: 'N',
      summary: 'only claims with so many independent origins or more',
    },
    disputed: {
      type: 'boolean',
      summary: 'only claims on which something stands against something: a denial, another figure ...',
    },
    text: {
      type: 'string',
      value: 'WORDS',
      summary: 'only claims with all these words in what is said or who says it, in any form',
    },
    ...pageOptions,
  },
  examples: [
    'hearsay claims --limit 20',
    'hearsay claims --story 06da68d6 --min-origins 2',
    'hearsay claims --disputed --text amnesty',
  ],
  run: async (call): Promise<ExitCode> => {
    const { io, values } = call
    const limit = limitFrom(call)
    const filter = filterFrom(call)
    const access = await openAccess(call, 'hearsay claims')
    try {
      const claims = await takeRows(limit, (query) => access.findClaims({ ...query, ...filter }))
      if (values.json === true) for (const claim of claims) io.out(`${JSON.stringify(claim)}\n`)
      else if (claims.length > 0)
        io.out(
          `${printClaims(claims, io)}\n${io.isTerminal ? `\n${describeNumbers(call, claims.length === limit)}\n` : ''}`,
        )
      else if (Object.values(filter).some((value) => value !== null))
        io.out(`No claim in ${access.place} is like that. hearsay claims without options lists them all.\n`)
      else io.out(`Nothing is said in ${access.place}. hearsay add PATH reads some pages.\n`)
      return 0
    } finally {
      await access.close()
    }
  },
}

function filterFrom({ positionals, values }: CommandCall): ClaimFilter {
  if (positionals.length > 0)
    throw new HearsayError(
      'usage',
      `claims takes no operand; --text "${positionals.join(' ')}" looks for words, and hearsay claim ID shows one.`,
    )
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const least = text(values['min-origins'])
  if (least !== null && !/^\d{1,6}$/.test(least))
    throw new HearsayError('usage', `--min-origins ${least} is no number of origins.`)
  return {
    articleId: text(values.article),
    storyId: text(values.story),
    minOrigins: least === null ? null : Number(least),
    isDisputed: values.disputed === true ? true : null,
    words: text(values.text),
  }
}

function describeNumbers({ io }: CommandCall, isFull: boolean): string {
  const more = isFull ? ' There may be more: --limit N.' : ''
  const lines = wrap(`${capitalise(claimNumbers)}.${more}`, io.width)
  return [...lines, 'hearsay claim ID shows one whole.'].map((line) => io.colours.dim(line)).join('\n')
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
