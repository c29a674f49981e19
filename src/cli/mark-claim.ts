import type { Claim, Report } from '../records/claim.ts'
import type { Disagreement } from '../records/disagreement.ts'
import { shorten } from './layout.ts'

/**
 * What stands against a claim, a line each: “✗ denied by Tomás Arce”, “≠ figure: about 2,500 / more than 4,000”, and what
 * was only brought up to date: “→ figure: 12 → 19”.
 */
export function markClaim(claim: Claim, shortId: (id: string) => string): string[] {
  const marks = new Set<string>()
  const { reports, disagreements } = claim
  const deniers = deniersOf(claim)
  if (deniers.length > 0) marks.add(`✗ denied by ${deniers.join(', ')}`)
  const doubters = doubtersOf(reports)
  if (doubters.length > 0) marks.add(`? doubted by ${doubters.join(', ')}`)
  for (const disagreement of disagreements) {
    const { kind, otherClaim } = disagreement
    const other = otherClaim === null ? '' : ` (claim ${shortId(otherClaim)})`
    if (kind === 'doubt') continue
    if (kind === 'denial' && deniers.length > 0 && otherClaim === null) continue
    marks.add(describeDisagreement(disagreement) + other)
  }
  return [...marks]
}

/** Who denies what others say; nobody where all deny, for then the claim is the denial. */
export function deniersOf({ reports, provenance }: Pick<Claim, 'reports' | 'provenance'>): string[] {
  const against = new Set(
    provenance.origins.flatMap((origin) => (origin.side === 'deny' ? origin.reports : [])),
  )
  return namesOf(reports.filter(({ id }) => against.has(id)))
}

/** Who doubts it, whether or not others say it. */
export const doubtersOf = (reports: readonly Report[]): string[] =>
  namesOf(reports.filter(({ stance }) => stance === 'doubts'))

const namesOf = (reports: readonly Report[]): string[] => [
  ...new Set(
    reports.map(({ sourceEntity, source, outlet }) => sourceEntity ?? source ?? outlet ?? 'nobody named'),
  ),
]

function describeDisagreement({ kind, isUpdate, sides }: Disagreement): string {
  const values = sides.map(({ value }) => shorten(value, 40))
  if (isUpdate) return `→ ${kind}: ${values.join(' → ')}`
  return kind === 'denial' || kind === 'polarity'
    ? `✗ ${kind === 'denial' ? 'denied' : 'the opposite is said'}: ${values.join(' / ')}`
    : `≠ ${kind}: ${values.join(' / ')}`
}
