import type { ClaimNews, News, NewsKind } from '../../../src/records/situation-news.ts'

/** What news is put together under one heading, those that an analyst asks for first. */
export const newsGroups = ['against', 'origins', 'turns', 'claims'] as const
export type NewsGroup = (typeof newsGroups)[number]

const groupOf: Readonly<Record<NewsKind, NewsGroup>> = {
  denied: 'against',
  retracted: 'against',
  conflict: 'against',
  'new-origin': 'origins',
  'hedge-dropped': 'turns',
  'hedge-added': 'turns',
  'figure-changed': 'turns',
  'planned-happened': 'turns',
  'new-claim': 'claims',
}

/** One line: a claim and one thing that is new about it. */
export interface NewsLine {
  readonly claim: ClaimNews['claim']
  readonly news: News
}

/** The lines of each group, in the order in which the claims came; new claims with most origins, then most reports first. */
export function groupNews(claims: readonly ClaimNews[]): Readonly<Record<NewsGroup, readonly NewsLine[]>> {
  const groups: Record<NewsGroup, NewsLine[]> = { against: [], origins: [], turns: [], claims: [] }
  for (const { claim, news } of claims) {
    for (const one of news) groups[groupOf[one.kind]].push({ claim, news: one })
  }
  groups.claims.sort((a, b) => b.claim.origins - a.claim.origins || b.claim.reports - a.claim.reports)
  return groups
}
