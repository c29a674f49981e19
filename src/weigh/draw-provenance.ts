import type { OriginEdge, OriginNode, Provenance } from '../records/origin.ts'
import type { ChainLink, Report } from '../records/report.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'
import type { CopiedReport } from './find-copied-reports.ts'
import { outletIdentities } from './identify-end.ts'
import type { JudgedOrigin } from './judge-origins.ts'

/** Draws the tree from reports over who relays them to the origins, each edge with the words that prove it. */
export function drawProvenance(
  reports: readonly Report[],
  judged: readonly JudgedOrigin[],
  copied: ReadonlyMap<string, CopiedReport>,
): Pick<Provenance, 'nodes' | 'edges'> {
  const nodes = new Map<string, OriginNode>()
  const edges = new Map<string, OriginEdge>()
  const addNode = (node: OriginNode) => {
    if (!nodes.has(node.id)) nodes.set(node.id, node)
  }
  const addEdge = (edge: OriginEdge) => {
    const key = `${edge.from}\n${edge.to}\n${edge.why}`
    if (edge.from !== edge.to && !edges.has(key)) edges.set(key, edge)
  }
  for (const report of reports) {
    addNode({
      id: report.id,
      kind: 'report',
      name: report.outlet ?? report.title ?? report.articleId,
      reportId: report.id,
      originId: null,
    })
  }
  for (const { origin, ends } of judged) {
    addNode({
      id: origin.id,
      kind: 'origin',
      name: origin.name ?? 'unknown',
      reportId: null,
      originId: origin.id,
    })
    const ownReports = findOwnReports(ends, copied)
    for (const { report, links } of ends) {
      const taken = copied.get(report.id)
      if (taken) {
        const { sentence } = taken
        addEdge({
          from: report.id,
          to: taken.reportId,
          why: 'copies',
          articleId: report.articleId,
          span: sentence.by,
          words: report.sentenceText,
        })
        continue
      }
      let from = report.id
      let isDrawn = false
      for (const link of links) {
        if (link.how === 'prints') continue
        const own = isPublisher(link) ? ownReports.get(outletIdentities(link)[0] ?? '') : undefined
        if (own !== undefined && own !== report.id && link.how === 'cites') {
          addEdge({
            from,
            to: own,
            why: 'cites',
            articleId: report.articleId,
            span: link.span,
            words: link.words,
          })
          isDrawn = true
          break
        }
        const id = nodeIdOf(link, origin.id)
        addNode({
          id,
          kind: link.kind,
          name: nameOf(link),
          reportId: null,
          originId: null,
        })
        addEdge({
          from,
          to: id,
          why: link.how,
          articleId: report.articleId,
          span: link.span,
          words: link.words,
        })
        from = id
      }
      // The rest of the way is the other report’s.
      if (isDrawn) continue
      const last = links.at(-1)
      addEdge({
        from,
        to: origin.id,
        why: whyLast(last, ends.length),
        articleId: report.articleId,
        span: last?.span ?? null,
        words: last?.role ?? last?.words ?? null,
      })
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] }
}

/** The unnamed of one origin are one node: “two officials”, “the officials”. */
function nodeIdOf(link: ChainLink, originId: string): string {
  const { kind, name, words } = link
  if (kind === 'unnamed') return `unnamed of ${originId}`
  // One that is credited here and cited there is one.
  if (isPublisher(link)) return `outlet ${toOutletKey(name ?? words ?? '')}`
  return `${kind} ${(name ?? words ?? '').toLowerCase().replace(/^the /, '')}`
}

/** “Wexford Examiner” for “the Wexford Examiner”, as origins are named. */
function nameOf(link: ChainLink): string {
  const name = link.name ?? link.words ?? 'unnamed'
  return isPublisher(link) ? name.replace(/^the (?=.)/i, '') : name
}

const isPublisher = ({ kind }: ChainLink) => kind === 'outlet' || kind === 'agency'

/**
 * The reports that outlets have of their own, by the outlet’s identity, the earliest first: who cites “the Wexford Examiner”
 * has it from that report of The Wexford Examiner’s. One that cites others itself is none.
 */
function findOwnReports(
  ends: JudgedOrigin['ends'],
  copied: ReadonlyMap<string, CopiedReport>,
): Map<string, string> {
  const found = new Map<string, string>()
  for (const { report, links } of ends) {
    const [printed, ...others] = links
    if (printed?.how !== 'prints' || printed.name === null || copied.has(report.id)) continue
    if (report.chain.some((link) => link.how === 'cites' && isPublisher(link))) continue
    const [identity] = outletIdentities(printed)
    const isOwn = others.every((link) => report.chain.includes(link) || report.together.includes(link))
    if (identity !== undefined && isOwn && !found.has(identity)) found.set(identity, report.id)
  }
  return found
}

function whyLast(last: ChainLink | undefined, ends: number): OriginEdge['why'] {
  if (!last || last.how === 'prints') return 'prints'
  if (last.isStateRun) return 'state-run'
  if (last.kind === 'unnamed' && ends > 1) return 'same-words'
  if (last.kind === 'person' && last.institution !== null) return 'same-institution'
  return last.how
}
