import type { Claim, Report } from '../records/claim.ts'
import { findOriginals } from '../records/find-originals.ts'

/** The reports that one article has of a claim. */
export interface ArticleOfClaim {
  readonly articleId: string
  readonly outlet: string | null
  readonly title: string | null
  readonly publishedAt: string | null
  readonly reports: readonly Report[]
  /** The article of this claim that its words were taken from; null where it is no copy. */
  readonly copyOf: string | null
}

/** A claim as people count it: an article that tells it in two sentences is one report. */
export interface ClaimSum {
  /** The earliest first. */
  readonly articles: readonly ArticleOfClaim[]
  readonly outlets: number
  /** Articles whose words were taken from another article of the claim. */
  readonly copies: number
  readonly origins: number
}

/** Counts what stands behind a claim, article by article. */
export function sumClaim(claim: Claim): ClaimSum {
  const copyOf = findOriginals(claim)
  const articles = new Map<string, ArticleOfClaim & { reports: Report[] }>()
  for (const report of claim.reports) {
    const { articleId, outlet, title, publishedAt } = report
    const known = articles.get(articleId)
    if (known) known.reports.push(report)
    else
      articles.set(articleId, {
        articleId,
        outlet,
        title,
        publishedAt,
        reports: [report],
        copyOf: copyOf.get(articleId) ?? null,
      })
  }
  return {
    articles: [...articles.values()],
    outlets: claim.outlets.length,
    copies: copyOf.size,
    origins: claim.provenance.independent,
  }
}

/** Who says it, by the fullest name that its reports give to the source of the earliest; null in an outlet’s own voice. */
export const whoSays = ({ reports, source }: Claim): string | null =>
  source === null ? null : (reports.find((report) => report.source === source)?.sourceEntity ?? source)
