import type { OutletProfile, OutletTie } from '../records/outlet-profile.ts'
import { countOf } from './count-of.ts'
import type { Io } from './io.ts'
import { wrap } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { printOutlets } from './print-outlets.ts'
import { withoutSteering } from './without-steering.ts'

/** One outlet: its row of the list, who owns it, whom it copies and credits, who copies it, its feeds. */
export function printOutlet(found: OutletProfile, io: Io): string {
  const outlet = withoutSteering(found)
  const { known, copiesFrom, copiedBy, credits, feeds, mostCopied } = outlet
  const tied = (ties: readonly OutletTie[]) =>
    ties.map(({ name, articles }) => `${name} (${countOf(articles, 'article')})`).join(', ')
  const lines = [
    known && `Owner: ${known.owner ?? 'unknown'}; family: ${known.family ?? 'none known'}`,
    copiesFrom.length > 0 && `Copies ${tied(copiesFrom)}`,
    copiedBy.length > 0 && `Copied by ${tied(copiedBy)}`,
    credits.length > 0 && `Credits or cites ${tied(credits)}`,
    mostCopied.length > 0 &&
      `Most copied: ${mostCopied.map(({ article, outlets }) => `“${article.title ?? '(no title)'}” (by ${countOf(outlets, 'outlet')})`).join(', ')}`,
    feeds.length > 0 &&
      `Feeds: ${feeds.map(({ address, state, failureCount }) => `${address} (${failureCount > 0 ? 'failing' : state})`).join(', ')}`,
  ].filter((line) => typeof line === 'string')
  return `${[printOutlets([found], io), ...lines.flatMap((line) => wrap(line, lineWidth(io)))].join('\n')}\n`
}
