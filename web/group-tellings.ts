import type { Report } from '../src/records/claim.ts'

/** An article’s reports of one claim: it tells it in so many places. */
export interface Telling {
  readonly articleId: string
  readonly title: string | null
  readonly outlet: string | null
  readonly publishedAt: string | null
  /** In order of the text. */
  readonly passages: readonly Passage[]
}

/** A sentence that tells a claim; it may do so more than once: the officials say that the president said so. */
export interface Passage {
  /** At least one. */
  readonly reports: readonly Report[]
}

/** The reports of a claim by article, in the order in which the articles first come: an article counts once. */
export function groupTellings(reports: readonly Report[]): Telling[] {
  const byArticle = new Map<string, Report[]>()
  for (const report of reports)
    byArticle.set(report.articleId, [...(byArticle.get(report.articleId) ?? []), report])
  return [...byArticle].map(([articleId, own]) => {
    const { title = null, outlet = null, publishedAt = null } = own[0] ?? {}
    const bySentence = new Map<number, Report[]>()
    for (const report of own.sort((a, b) => a.sentence.start - b.sentence.start || a.ordinal - b.ordinal))
      bySentence.set(report.sentence.start, [...(bySentence.get(report.sentence.start) ?? []), report])
    return {
      articleId,
      title,
      outlet,
      publishedAt,
      passages: [...bySentence.values()].map((reports) => ({ reports })),
    }
  })
}
