import type { StoryCounts } from '../ledger/count-stories.ts'
import type { Story } from '../records/story.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { shortIds } from './short-ids.ts'
import { withoutSteering } from './without-steering.ts'

/** Stories in a table: when they were last told of, their counts and their headline. */
export function printStories(
  found: readonly Story[],
  counts: ReadonlyMap<string, StoryCounts>,
  io: Io,
): string {
  const stories = withoutSteering(found)
  const shortId = shortIds(stories.map(({ id }) => id))
  return layTable(
    [
      { head: 'id', width: 32 },
      { head: 'last told', width: 10 },
      ...['articles', 'outlets', 'copies', 'claims'].map(
        (head) => ({ head, width: 8, side: 'right' }) as const,
      ),
      { head: 'headline', lines: 2 },
    ],
    stories.map(({ id, lastPublishedAt, articles, outlets, title }) => [
      shortId(id),
      describeInstant(lastPublishedAt).slice(0, 10),
      String(articles.length),
      String(outlets.length),
      String(counts.get(id)?.copies ?? 0),
      String(counts.get(id)?.claims ?? 0),
      (title ?? '(no title)').replace(/\s+/g, ' '),
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )
}
