import type { Claim } from '../records/claim.ts'
import { summariseClaim } from '../records/claim-summary.ts'
import type { Io } from './io.ts'
import { type Column, layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { markClaim } from './mark-claim.ts'
import { shortIds } from './short-ids.ts'
import { withoutSteering } from './without-steering.ts'

/** What the numbers of the table are, for help and under the table. */
export const claimNumbers =
  'reports: articles that tell it; outlets: their publishers; copies: those of the articles that took its words from another of them; origins: independent ones that it finally rests on'

const numbers: readonly Column[] = [
  { head: 'id', width: 32 },
  ...['reports', 'outlets', 'copies', 'origins'].map((head) => ({ head, width: 7, side: 'right' }) as const),
]

/** Narrower than this, who says it and how share a column with what is said. */
const wide = 110

/** Claims in a table: the counts, how surely, who says so and what, each with what stands against it. */
export function printClaims(found: readonly Claim[], io: Io): string {
  const claims = withoutSteering(found)
  const width = lineWidth(io)
  const shortId = shortIds(
    claims.flatMap(({ id, disagreements }) => [
      id,
      ...disagreements.flatMap(({ otherClaim }) => otherClaim ?? []),
    ]),
  )
  const rows = claims.map((claim) => {
    const { reports, outlets, copies, origins, sourceEntity, source } = summariseClaim(claim)
    const marks = markClaim(claim, shortId)
    const said = claim.proposition.replace(/\s+/g, ' ')
    return {
      counts: [shortId(claim.id), ...[reports, outlets, copies, origins].map(String)],
      how: claim.modalities.join(', ') || '-',
      who: sourceEntity ?? source,
      said: io.isTerminal ? [said, ...marks].join('\n') : said + marks.map((mark) => ` [${mark}]`).join(''),
    }
  })
  const style = { width, bold: io.colours.bold }
  if (width < wide)
    return layTable(
      [...numbers, { head: 'who says what', lines: 3 }],
      rows.map(({ counts, how, who, said }) => [...counts, `${who ?? 'own voice'} (${how}): ${said}`]),
      style,
    )
  return layTable(
    [
      ...numbers,
      { head: 'how', width: 14, lines: 2 },
      { head: 'who says', width: 22, lines: 2 },
      { head: 'what', lines: 3 },
    ],
    rows.map(({ counts, how, who, said }) => [...counts, how, who ?? 'own voice', said]),
    style,
  )
}
