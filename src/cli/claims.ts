import { HearsayError } from '../records/error.ts'
import type { ClaimFilter } from './access.ts'
import type { Command, CommandCall } from './command.ts'
import { claimNumbersSentence, listClaims } from './list-claims.ts'
import { pageOptions } from './page-options.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'claims',
  summary: 'list what is said, with the reports, outlets, copies and independent origins behind it',
  operands: '',
  description: `Lists claims: those of most independent origins first, then of most outlets. ${claimNumbersSentence}; “how” is every way in which it is said (fact, reported, hedged, planned, denied ...). ✗ marks a denial or the opposite, ≠ figures, days, places or actors that do not fit together, → one that was brought up to date. In a pipe a claim is a line, and nothing is cut.`,
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
    query: {
      type: 'string',
      short: 'q',
      value: 'QUERY',
      summary: 'only claims that this search finds, as hearsay search has it',
    },
    ...pageOptions,
  },
  examples: [
    'hearsay claims --limit 20',
    'hearsay claims --story 06da68d6 --min-origins 2',
    'hearsay claims --disputed --text amnesty',
  ],
  run: (call) => listClaims(call, 'claims', filterFrom(call)),
}

function filterFrom({ positionals, values }: CommandCall): ClaimFilter {
  if (positionals.length > 0)
    throw new HearsayError(
      'usage',
      `claims takes no operand; hearsay search ${positionals.join(' ')} looks for it, and hearsay claim ID shows one.`,
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
    q: text(values.query),
  }
}
