import type { Claim, Report } from '../records/claim.ts'
import type { OriginEdge } from '../records/origin.ts'
import { describeInstant } from './describe-instant.ts'
import { countEnding, describeOrigin, signOf } from './describe-origin.ts'
import { growOriginTree, type OriginBranch } from './grow-origin-tree.ts'
import type { Io } from './io.ts'
import { wrap } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { describeOriginCount, shortIdsOf } from './print-claim.ts'
import { withoutSteering } from './without-steering.ts'

/** Steps in words, from the lower node to the one above. */
const steps: Readonly<Record<OriginEdge['why'], string>> = {
  prints: 'prints it in its own voice',
  credits: 'credits',
  cites: 'cites',
  says: 'names who says so',
  copies: 'takes the words of the report above',
  'same-words': 'the unnamed, one origin',
  'same-institution': 'speaks for it',
  'state-run': 'state-run: one interest',
}

/** The trees of a claim’s origins, counted ones first, drawn with the words that prove each step. */
export function printProvenance(found: Claim, io: Io): string {
  const claim = withoutSteering(found)
  const { bold } = io.colours
  const width = lineWidth(io)
  const shortId = shortIdsOf(claim)
  const head = [
    ...wrap(claim.proposition, width).map(bold),
    ...wrap(`claim ${shortId(claim.id)} · ${describeOriginCount(claim)}`, width),
  ]
  const trees = claim.provenance.origins.map((origin) => {
    const { branches } = growOriginTree(claim, origin)
    return [
      ...hang(
        `${signOf(origin)} ${describeOrigin(origin)} · ${countEnding(origin, claim.reports)}`,
        branches.length > 0 ? '│ ' : '  ',
        width,
      ).map(bold),
      ...wrap(`${origin.isCounted ? 'Counted' : 'Not counted'}: ${origin.why}`, width - 2).map(
        (line) => `${branches.length > 0 ? '│' : ' '} ${line}`,
      ),
      ...drawBranches(branches, '', { claim, width, shortId, io }),
    ].join('\n')
  })
  return `${[head.join('\n'), ...trees].join('\n\n')}\n`
}

interface Drawing {
  readonly claim: Claim
  readonly width: number
  readonly shortId: (id: string) => string
  readonly io: Io
}

function drawBranches(branches: readonly OriginBranch[], lead: string, drawing: Drawing): string[] {
  return branches.flatMap((branch, i) => {
    const isLast = i === branches.length - 1
    const below = `${lead}${isLast ? '   ' : '│  '}`
    const within = `${below}${branch.branches.length > 0 ? '│ ' : '  '}`
    const room = Math.max(24, drawing.width - below.length)
    const [first = '', ...more] = wrap(nameNode(branch, drawing), room)
    return [
      `${lead}${isLast ? '└─ ' : '├─ '}${first}`,
      ...more.map((line) => within + line),
      ...proveStep(branch, drawing).flatMap((proof) =>
        wrap(proof, Math.max(24, room - 2)).map((line) => `${within}${drawing.io.colours.dim(line)}`),
      ),
      ...drawBranches(branch.branches, below, drawing),
    ]
  })
}

function nameNode({ node, proofs }: OriginBranch, { claim, shortId }: Drawing): string {
  const report = reportOf(claim, node.reportId)
  if (!report) return `${node.name} (${node.kind})`
  const isCopy = proofs.some(({ why }) => why === 'copies')
  return `${isCopy ? 'copy' : 'report'}: ${report.outlet ?? 'no outlet'}, ${describeInstant(report.publishedAt)}, article ${shortId(report.articleId)}`
}

/** “cites: “the state-run agency” · Meridian Press, a46cf2ab 190–217”, each place once. */
function proveStep({ node, proofs }: OriginBranch, { claim, shortId }: Drawing): string[] {
  const origins = new Set(claim.provenance.origins.map(({ id }) => id))
  const lines = proofs.map(({ to, why, words, span, articleId }) => {
    const report =
      reportOf(claim, node.reportId) ?? claim.reports.find((other) => other.articleId === articleId)
    // An outlet’s own voice has no words that say so: the sentence is its own.
    const shown = words ?? (why === 'prints' ? report?.sentenceText : null)
    const at = span ?? (why === 'prints' ? report?.sentence : null)
    const place = [
      report?.outlet,
      articleId === null
        ? null
        : `${shortId(articleId)}${at ? ` ${at.start}–${at.end}` : ', by the page and not its text'}`,
    ]
    const step = why === 'says' && node.kind !== 'report' && origins.has(to) ? 'says so' : steps[why]
    return `${step}${shown ? `: “${shown.replace(/\s+/g, ' ').trim()}”` : ''} · ${place.filter(Boolean).join(', ')}`
  })
  return [...new Set(lines)]
}

const reportOf = ({ reports }: Claim, id: string | null): Report | undefined =>
  id === null ? undefined : reports.find((report) => report.id === id)

function hang(text: string, lead: string, width: number): string[] {
  const [first = '', ...more] = wrap(text, width - lead.length)
  return [first, ...more.map((line) => lead + line)]
}
