import type { Claim, ClaimChange, Report } from '../records/claim.ts'
import { summariseClaim } from '../records/claim-summary.ts'
import { type ArticleOfClaim, articlesOfClaim } from './articles-of-claim.ts'
import { countOf } from './count-of.ts'
import { describeInstant } from './describe-instant.ts'
import { describeOnOneClock } from './describe-on-one-clock.ts'
import { countEnding, describeOrigin, signOf } from './describe-origin.ts'
import type { Io } from './io.ts'
import { shorten, wrap } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { deniersOf, doubtersOf } from './mark-claim.ts'
import { printDisagreement } from './print-disagreement.ts'
import { shortIds } from './short-ids.ts'
import { withoutSteering } from './without-steering.ts'

/** What happened to a claim, in words. */
const changes: Readonly<Record<ClaimChange['kind'], string>> = {
  'first-seen': 'first seen',
  'hedge-dropped': 'hedge dropped',
  'hedge-added': 'hedge added',
  'second-origin': 'second origin',
  denied: 'denied',
  doubted: 'doubted',
  retracted: 'taken back',
  'figure-changed': 'figure changed',
  'planned-happened': 'planned, then happened',
  edited: 'page edited',
}

/** A claim for people: its counts, what it rests on, what stands against it, every report with its sentence, its history. */
export function printClaim(found: Claim, io: Io): string {
  const claim = withoutSteering(found)
  const { bold, dim } = io.colours
  const width = lineWidth(io)
  const shortId = shortIdsOf(claim)
  const sections = [
    printHead(claim, shortId, io),
    printOrigins(claim, io),
    ...(claim.disagreements.length > 0
      ? [
          [
            bold('What does not fit together'),
            ...claim.disagreements.map((each) => printDisagreement(each, claim, shortId, io)),
          ].join('\n'),
        ]
      : []),
    printReports(claim, shortId, io),
    [bold('History'), ...claim.history.flatMap((change) => printChange(change, claim, width))].join('\n'),
    wrap(`hearsay explain-origin ${shortId(claim.id)} draws how each report leads to its origin.`, width)
      .map(dim)
      .join('\n'),
  ]
  return `${sections.join('\n\n')}\n`
}

/** Short forms of every id that a claim is shown with. */
export const shortIdsOf = (claim: Claim): ((id: string) => string) =>
  shortIds([
    claim.id,
    ...claim.stories,
    ...claim.reports.map(({ articleId }) => articleId),
    ...claim.disagreements.flatMap(({ otherClaim }) => otherClaim ?? []),
  ])

/** “2 independent origins (1 if all unnamed sources are the same people; 4 if …)”; the bounds only where they differ. */
export function describeOriginCount({ provenance }: Pick<Claim, 'provenance'>): string {
  const { independent, independentLow, independentStrict } = provenance
  const bounds = [
    ...(independentLow === independent ? [] : [`${independentLow} if the unnamed are the same people`]),
    ...(independentStrict === independent
      ? []
      : [`${independentStrict} if each outlet’s own voice is its own reporting`]),
  ]
  return `${countOf(independent, 'independent origin')}${bounds.length > 0 ? ` (${bounds.join('; ')})` : ''}`
}

function printHead(claim: Claim, shortId: (id: string) => string, io: Io): string {
  const { bold, dim } = io.colours
  const width = lineWidth(io)
  const { reports, outlets, copies, sourceEntity, source } = summariseClaim(claim)
  const { grade, rule } = claim.credibility
  const about = [
    `claim ${shortId(claim.id)}`,
    claim.kind,
    claim.modalities.join(', '),
    `said by ${sourceEntity ?? source ?? 'the outlets themselves'}`,
    ...(claim.stories.length > 0
      ? [`${claim.stories.length === 1 ? 'story' : 'stories'} ${claim.stories.map(shortId).join(', ')}`]
      : []),
  ]
  const counts = [
    countOf(reports, 'report'),
    countOf(outlets, 'outlet'),
    countOf(copies, 'copy', 'copies'),
    describeOriginCount(claim),
  ]
  const deniers = deniersOf(claim)
  const doubters = doubtersOf(claim.reports)
  return [
    ...wrap(claim.proposition, width).map(bold),
    ...wrap(about.filter(Boolean).join(' · '), width).map(dim),
    ...wrap(counts.join(' · '), width),
    ...(deniers.length > 0 ? wrap(`✗ denied by ${deniers.join(', ')}`, width) : []),
    ...(doubters.length > 0 ? wrap(`? doubted by ${doubters.join(', ')}`, width) : []),
    ...wrap(`credibility ${grade} of 6 · ${rule}`, width),
  ].join('\n')
}

function printOrigins({ provenance, reports }: Claim, io: Io): string {
  const { bold, dim } = io.colours
  const width = lineWidth(io)
  const counted = provenance.origins.filter(({ isCounted }) => isCounted)
  const others = provenance.origins.filter(({ isCounted }) => !isCounted)
  const signs = others.some(({ side }) => side === 'doubt') ? '○, ✗ or ?' : '○ or ✗'
  const lines = [...counted, ...others].flatMap((origin) => {
    const [first = '', ...more] = wrap(
      `${describeOrigin(origin)} · ${countEnding(origin, reports)}`,
      width - 4,
    )
    return [
      `  ${signOf(origin)} ${first}`,
      ...more.map((line) => `    ${line}`),
      ...wrap(`${origin.isCounted ? '' : 'Not counted. '}${origin.why}`, width - 4).map(
        (line) => `    ${dim(line)}`,
      ),
    ]
  })
  return [
    bold(`Origins (● counted ${counted.length}, ${signs} not counted ${others.length})`),
    ...lines,
  ].join('\n')
}

function printReports(claim: Claim, shortId: (id: string) => string, io: Io): string {
  const articles = articlesOfClaim(claim)
  const byId = new Map(articles.map((article) => [article.articleId, article]))
  const lines = articles
    .filter(({ copyOf }) => copyOf === null)
    .flatMap((article) => [
      ...printArticleOfClaim(article, '  ', null, shortId, io),
      ...articles
        .filter((other) => other !== article && rootOf(other, byId) === article.articleId)
        .flatMap((copy) => printArticleOfClaim(copy, '    ↳ ', article, shortId, io)),
    ])
  return [io.colours.bold(`Reports (${articles.length})`), ...lines].join('\n')
}

/** The article at the end of a chain of copies. */
function rootOf(article: ArticleOfClaim, byId: ReadonlyMap<string, ArticleOfClaim>): string {
  const original = byId.get(article.copyOf ?? '')
  return original ? rootOf(original, byId) : article.articleId
}

function printArticleOfClaim(
  article: ArticleOfClaim,
  lead: string,
  original: ArticleOfClaim | null,
  shortId: (id: string) => string,
  io: Io,
): string[] {
  const { bold, dim } = io.colours
  const width = lineWidth(io)
  const { outlet, publishedAt, articleId, reports } = article
  const letter = reports[0]?.reliability
  const graded = letter ? ` (reliability ${letter}, by your table)` : ''
  const head = `${outlet ?? 'no outlet'}${graded} · ${describeInstant(publishedAt)} · article ${shortId(articleId)}${original ? ' · a copy' : ''}`
  const indent = ' '.repeat(lead.length + 2)
  const known = new Set((original?.reports ?? []).map(({ sentenceText }) => toWords(sentenceText)))
  const lines: string[] = []
  let last = ''
  for (const report of reports) {
    const how = `${report.stance === 'denies' && report.modality === 'negated' ? 'says that not' : report.stance}${report.modality === null ? '' : ` (${report.modality})`} · ${report.source === null ? 'in its own voice' : describeSpeaker(report)}${report.addedAt === null ? '' : ` · in these words since ${describeInstant(report.addedAt)}`}`
    lines.push(...wrap(how, width - indent.length).map((line) => indent + line))
    const words = toWords(report.sentenceText)
    if (words !== last)
      lines.push(
        ...(known.has(words)
          ? [dim(`${indent}the same sentence, word for word`)]
          : wrap(`“${report.sentenceText.trim()}”`, width - indent.length).map((line) => dim(indent + line))),
      )
    last = words
  }
  return [`${lead}${bold(shorten(head, width - lead.length))}`, ...lines]
}

/** “she — Helen Marsh” */
const describeSpeaker = ({ source, sourceEntity }: Report): string =>
  sourceEntity === null || source?.includes(sourceEntity) ? (source ?? '') : `${source} — ${sourceEntity}`

/** A sentence as it is compared: a reprint may straighten quotation marks. */
const toWords = (sentence: string): string =>
  sentence.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()

function printChange(
  { kind, at, reportId, before, after, edit }: ClaimChange,
  { reports, history }: Claim,
  width: number,
): string[] {
  const outlet = (edit ?? reports.find(({ id }) => id === reportId))?.outlet ?? 'no outlet'
  const values =
    kind === 'first-seen'
      ? ''
      : edit
        ? `${before ?? '(did not say it)'} → ${after ?? '(does not say it any more)'}`
        : [before, after].filter(Boolean).join(' → ')
  const line = `${changes[kind]}, ${outlet}${values === '' ? '' : `: ${values}`}`
  const clock = Math.max(22, ...history.map((change) => describeOnOneClock(change.at).length))
  const [first = '', ...more] = wrap(line, width - clock - 3)
  return [
    `  ${describeOnOneClock(at).padEnd(clock)} ${first}`,
    ...more.map((each) => `${' '.repeat(clock + 3)}${each}`),
  ]
}
