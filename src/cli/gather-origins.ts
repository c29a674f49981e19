import type { Claim } from '../records/claim.ts'
import type { Origin } from '../records/origin.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'

/** An origin of a story: one that claims of its articles rest on, under one name. */
export interface StoryOrigin {
  readonly name: string | null
  readonly kind: Origin['kind']
  readonly country: string | null
  readonly interest: string | null
  /** Ids of the claims that it is counted for, that it tells uncounted, and that it stands against. */
  readonly counted: readonly string[]
  readonly uncounted: readonly string[]
  readonly denied: readonly string[]
  /** Ids of the articles of the story that rest on it, and their outlets. */
  readonly articles: readonly string[]
  readonly outlets: readonly string[]
  /** Every rule by which it is counted or not. */
  readonly why: readonly string[]
}

/**
 * The origins that the claims of a story rest on, those of most claims first; of their reports only those of the story.
 *
 * An origin is told apart within one claim. Across claims those of one name and kind are taken as one, which is what a
 * reader does; two mouths of one institution that never share a claim stay two.
 */
export function gatherOrigins(claims: readonly Claim[], articleIds: readonly string[]): StoryOrigin[] {
  const inStory = new Set(articleIds)
  const gathered = new Map<string, Gathering>()
  for (const { id: claimId, provenance, reports } of claims) {
    const byId = new Map(reports.map((report) => [report.id, report]))
    for (const origin of provenance.origins) {
      const ending = origin.reports
        .flatMap((id) => byId.get(id) ?? [])
        .filter(({ articleId }) => inStory.has(articleId))
      if (ending.length === 0) continue
      const key = `${origin.kind === 'unknown' ? 'unknown' : ''} ${toNameKey(origin) ?? origin.id.replace(/^\w+ /, '')}`
      const known = gathered.get(key) ?? toGathering(origin)
      gathered.set(key, known)
      const claimsOf =
        origin.side === 'deny' ? known.denied : origin.isCounted ? known.counted : known.uncounted
      claimsOf.add(claimId)
      known.interest ??= origin.interest
      known.country ??= origin.country
      known.why.add(origin.why)
      for (const { articleId, outlet } of ending) {
        known.articles.add(articleId)
        if (outlet !== null) known.outlets.add(outlet)
      }
    }
  }
  return [...gathered.values()]
    .map(({ name, kind, country, interest, ...sets }) => ({
      name,
      kind,
      country,
      interest,
      counted: [...sets.counted],
      uncounted: [...sets.uncounted],
      denied: [...sets.denied],
      articles: [...sets.articles],
      outlets: [...sets.outlets],
      why: [...sets.why],
    }))
    .sort(
      (a, b) =>
        b.counted.length - a.counted.length ||
        b.denied.length - a.denied.length ||
        b.uncounted.length - a.uncounted.length ||
        b.articles.length - a.articles.length ||
        ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
    )
}

/** “The Wexford Examiner” and “Wexford Examiner” are one outlet. */
const toNameKey = ({ name, kind }: Origin): string | undefined =>
  name === null ? undefined : kind === 'outlet' || kind === 'agency' ? toOutletKey(name) : name.toLowerCase()

interface Gathering {
  readonly name: string | null
  readonly kind: Origin['kind']
  country: string | null
  interest: string | null
  readonly counted: Set<string>
  readonly uncounted: Set<string>
  readonly denied: Set<string>
  readonly articles: Set<string>
  readonly outlets: Set<string>
  readonly why: Set<string>
}

const toGathering = ({ name, kind, country, interest }: Origin): Gathering => ({
  name,
  kind,
  country,
  interest,
  counted: new Set(),
  uncounted: new Set(),
  denied: new Set(),
  articles: new Set(),
  outlets: new Set(),
  why: new Set(),
})
