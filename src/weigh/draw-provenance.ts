import type { OriginEdge, OriginNode, Provenance } from '../records/origin.ts'
import type { ChainLink, Report } from '../records/report.ts'
import type { CopiedReport } from './find-copied-reports.ts'
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
      for (const link of links) {
        if (link.how === 'prints') continue
        const id = nodeIdOf(link, origin.id)
        addNode({
          id,
          kind: link.kind,
          name: link.name ?? link.words ?? 'unnamed',
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
const nodeIdOf = ({ kind, name, words }: ChainLink, originId: string) =>
  kind === 'unnamed'
    ? `unnamed of ${originId}`
    : `${kind} ${(name ?? words ?? '').toLowerCase().replace(/^the /, '')}`

function whyLast(last: ChainLink | undefined, ends: number): OriginEdge['why'] {
  if (!last || last.how === 'prints') return 'prints'
  if (last.isStateRun) return 'state-run'
  if (last.kind === 'unnamed' && ends > 1) return 'same-words'
  if (last.kind === 'person' && last.institution !== null) return 'same-institution'
  return last.how
}
