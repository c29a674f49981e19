import type { Claim, Report } from '../records/claim.ts'

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

/**
 * Of each article that is a copy the one that it was taken from. Two that are said to copy each other have the earlier
 * one as the original of both.
 */
function findOriginals({ reports, provenance }: Claim): Map<string, string> {
  const articleOf = new Map(reports.map(({ id, articleId }) => [id, articleId]))
  const place = new Map([...new Set(reports.map(({ articleId }) => articleId))].map((id, i) => [id, i]))
  const isBackward = ({ of, by }: { of: string; by: string }) =>
    (place.get(of) ?? 0) < (place.get(by) ?? 0) ? 0 : 1
  const pairs = provenance.edges
    .flatMap(({ from, to, why }) => {
      const [by, of] = [articleOf.get(from), articleOf.get(to)]
      return why === 'copies' && by !== undefined && of !== undefined && by !== of ? [{ of, by }] : []
    })
    .sort((a, b) => isBackward(a) - isBackward(b))
  const copyOf = new Map<string, string>()
  for (const { of, by } of pairs) {
    let end: string | undefined = of
    while (end !== undefined && end !== by) end = copyOf.get(end)
    if (end === undefined && !copyOf.has(by)) copyOf.set(by, of)
  }
  return copyOf
}

/** Who says it, by the fullest name that its reports give to the source of the earliest; null in an outlet’s own voice. */
export const whoSays = ({ reports, source }: Claim): string | null =>
  source === null ? null : (reports.find((report) => report.source === source)?.sourceEntity ?? source)
