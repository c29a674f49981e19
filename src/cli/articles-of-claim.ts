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

/** The reports of a claim by article, the earliest first: one that tells it in two sentences is one report for people. */
export function articlesOfClaim(claim: Claim): ArticleOfClaim[] {
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
  return [...articles.values()]
}
