import type { Claim } from '../src/records/claim.ts'

/** What is counted of a claim. */
export interface ClaimCounts {
  /** Articles that tell it, each once however often it does. */
  readonly reports: number
  readonly outlets: number
  /** Those of the reports whose words are taken from another of them. */
  readonly copies: number
  /** Counted ones on the side of support. */
  readonly origins: number
}

/** Counts what stands behind a claim, from the most that looks like support to what supports it. */
export function countClaim({ reports, outlets, provenance }: Claim): ClaimCounts {
  const articleOf = new Map(reports.map(({ id, articleId }) => [id, articleId]))
  const copied = new Set<string>()
  for (const { why, from } of provenance.edges) {
    const articleId = articleOf.get(from)
    if (why === 'copies' && articleId !== undefined) copied.add(articleId)
  }
  return {
    reports: new Set(articleOf.values()).size,
    outlets: outlets.length,
    copies: copied.size,
    origins: provenance.independent,
  }
}
