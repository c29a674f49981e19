import { parseSearch } from '../records/parse-search.ts'
import type { ClaimFilter } from './access.ts'
import type { CommandCall, ExitCode } from './command.ts'
import { wrap } from './layout.ts'
import { openAccess } from './open-access.ts'
import { limitFrom } from './page-options.ts'
import { claimNumbers, printClaims } from './print-claims.ts'
import { takeRows } from './take-rows.ts'

/** What the columns count, without a full stop. */
export const claimNumbersSentence = claimNumbers.charAt(0).toUpperCase() + claimNumbers.slice(1)

/** Prints the claims that a filter chooses; what of its search was not understood is told and left out. */
export async function listClaims(call: CommandCall, command: string, filter: ClaimFilter): Promise<ExitCode> {
  const { io, values } = call
  const limit = limitFrom(call)
  for (const problem of parseSearch(filter.q ?? '').problems) io.err(`${problem}\n`)
  const access = await openAccess(call, `hearsay ${command}`)
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
}

function describeNumbers({ io }: CommandCall, isFull: boolean): string {
  const more = isFull ? ' There may be more: --limit N.' : ''
  const lines = wrap(`${claimNumbersSentence}.${more}`, io.width)
  return [...lines, 'hearsay claim ID shows one whole.'].map((line) => io.colours.dim(line)).join('\n')
}
