import type { FollowedSituation } from '../records/situation.ts'
import { toSearchText } from '../records/to-search-text.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { shortIds } from './short-ids.ts'
import { withoutSteering } from './without-steering.ts'

const heads = ['new', 'articles', 'outlets', 'claims', 'origins'] as const

/** Situations in a table: what came since the last visit, what there is, and what chooses it. */
export function printSituations(found: readonly FollowedSituation[], io: Io): string {
  const situations = withoutSteering(found)
  const shortId = shortIds(situations.map(({ id }) => id))
  return layTable(
    [
      { head: 'id', width: 32 },
      ...heads.map((head) => ({ head, width: 8, side: 'right' }) as const),
      { head: 'last came', width: 17 },
      { head: 'situation', lines: 2 },
    ],
    situations.map(({ id, name, query, newArticles, counts }) => [
      shortId(id),
      ...[newArticles, counts.articles, counts.outlets, counts.claims, counts.origins].map(String),
      counts.lastAddedAt === null ? 'nothing yet' : describeInstant(counts.lastAddedAt),
      `${name}${io.isTerminal ? '\n' : ' — '}${toSearchText(query)}`,
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )
}
