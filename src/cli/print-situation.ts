import type { OutletMatrix } from '../records/outlet-matrix.ts'
import type { FollowedSituation } from '../records/situation.ts'
import type { ClaimNews, News, SituationNews } from '../records/situation-news.ts'
import { toSearchText } from '../records/to-search-text.ts'
import { countOf } from './count-of.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { layTable, wrap } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { printChanges } from './print-changes.ts'
import { shortIds } from './short-ids.ts'
import { withoutSteering } from './without-steering.ts'

/** One situation, and what a command tells of it. */
export interface ToldSituation {
  readonly situation: FollowedSituation
  readonly news: SituationNews
  readonly matrix: OutletMatrix
}

/** What is new about a claim that was known, in a few words. */
const kinds: Readonly<Record<Exclude<News['kind'], 'new-claim'>, string>> = {
  'new-origin': 'another origin',
  denied: 'denied',
  retracted: 'taken back',
  conflict: 'contradicted',
  'hedge-dropped': 'hedge dropped',
  'hedge-added': 'hedge added',
  'figure-changed': 'figure changed',
  'planned-happened': 'planned, then happened',
}

/** A situation for people: its counts, what changed in it with the words that show it, then its outlets. */
export function printSituation(told: ToldSituation, io: Io): string {
  const { situation, news, matrix } = withoutSteering(told)
  return [printHead(situation, io), printNews(news, io), printOutlets(matrix, io)].join('\n\n')
}

function printHead({ id, name, query, counts, createdAt, createdBy }: FollowedSituation, io: Io): string {
  const { bold, dim } = io.colours
  const parts = [
    countOf(counts.articles, 'article'),
    countOf(counts.outlets, 'outlet'),
    countOf(counts.claims, 'claim'),
    countOf(counts.origins, 'independent origin'),
  ]
  return [
    bold(name),
    toSearchText(query) || '(everything)',
    parts.join(' · '),
    dim(`followed since ${describeInstant(createdAt)} by ${createdBy} · id ${id}`),
  ].join('\n')
}

function printNews({ since, claims, moreClaims, edits, moreEdits }: SituationNews, io: Io): string {
  const { bold, dim } = io.colours
  const shortId = shortIds(claims.map(({ claim }) => claim.id))
  const head = bold(`Since ${describeInstant(since)}`)
  if (claims.length === 0 && edits.length === 0) return `${head}\nNothing changed.`
  const more = [
    ...(moreClaims > 0
      ? [`${countOf(moreClaims, 'more claim')} with new articles: hearsay search lists claims.`]
      : []),
    ...(moreEdits ? ['More pages were edited: hearsay changes lists them.'] : []),
  ]
  return [
    head,
    ...claims.map((each) => printClaimNews(each, shortId, io)),
    ...(edits.length === 0 ? [] : [bold('Pages edited'), printChanges(edits, io)]),
    ...more.map(dim),
  ].join('\n')
}

function printClaimNews({ claim, news }: ClaimNews, shortId: (id: string) => string, io: Io): string {
  const { dim } = io.colours
  const width = lineWidth(io) - 4
  const counts = `${countOf(claim.reports, 'report')}, ${countOf(claim.outlets, 'outlet')}, ${countOf(claim.origins, 'origin')}`
  const who = claim.sourceEntity ?? claim.source ?? 'own voice'
  const isNew = news.some(({ kind }) => kind === 'new-claim')
  const indent = (lines: readonly string[], by: string) => lines.map((line) => by + line)
  return [
    ...indent(wrap(`${isNew ? 'New. ' : ''}${who}: ${claim.proposition}`, width), '  '),
    `    ${dim(`${counts} · claim ${shortId(claim.id)}`)}`,
    ...news.flatMap((each) => [
      ...(each.kind === 'new-claim' ? [] : indent(wrap(describeNews(each.kind, each), width), '    ')),
      ...indent(
        wrap(
          `“${each.report.sentenceText}” ${each.report.outlet ?? 'no outlet'}, ${describeInstant(each.report.publishedAt)}`,
          width - 2,
        ),
        '      ',
      ).map(dim),
    ]),
  ].join('\n')
}

/** “another origin: Tomás Arce, beside Ilse Brandt”, “hedge dropped: hedged → reported”. */
function describeNews(kind: keyof typeof kinds, { before, after, report }: News): string {
  const who = after ?? report.sourceEntity ?? report.source ?? report.outlet ?? 'nobody named'
  switch (kind) {
    case 'new-origin':
      return `${kinds[kind]}: ${who}${before === null ? '' : `, beside ${before}`}`
    case 'denied':
    case 'retracted':
      return `${kinds[kind]}: by ${who}`
    case 'conflict':
      return `${kinds[kind]}: ${before ?? 'before'} against ${after ?? 'now'}`
    default:
      return `${kinds[kind]}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`
  }
}

function printOutlets({ outlets, rows, moreClaims }: OutletMatrix, io: Io): string {
  const { bold, dim } = io.colours
  if (outlets.length === 0) return `${bold('Outlets')}\nNone tells it yet.`
  const table = layTable(
    [
      ...['claims', 'first', 'copies'].map((head) => ({ head, width: 7, side: 'right' }) as const),
      { head: 'outlet', lines: 2 },
    ],
    outlets.map(({ name, claims, firsts, copies }) => [...[claims, firsts, copies].map(String), name]),
    { width: lineWidth(io), bold },
  )
  const part = moreClaims > 0 ? ` Of the ${rows.length} claims of most reports; ${moreClaims} more.` : ''
  return `${table}\n${dim(`first: claims that it alone told first; copies: told in words of another alone.${part}`)}`
}
