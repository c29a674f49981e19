import type { Claim } from '../records/claim.ts'
import type { Origin, OriginEdge, OriginNode } from '../records/origin.ts'

/** A node of the tree of an origin, with the steps by which it rests on the one above. */
export interface OriginBranch {
  readonly node: OriginNode
  /** More than one where several articles show the same step; none at the root. */
  readonly proofs: readonly OriginEdge[]
  readonly branches: readonly OriginBranch[]
}

/**
 * The tree of one origin: the origin at its root, and outermost the reports that end there.
 *
 * A graph of provenance shares its nodes among reports: an agency that two articles cite is one node, even when they
 * cite it for two origins. So only what leads to a report of this origin is kept, and a ring is cut where it closes.
 */
export function growOriginTree({ provenance, reports }: Claim, origin: Origin): OriginBranch {
  const nodes = new Map(provenance.nodes.map((node) => [node.id, node]))
  const place = new Map(reports.map(({ id }, i) => [id, i]))
  const restingOn = new Map<string, Map<string, OriginEdge[]>>()
  for (const edge of provenance.edges) {
    const resting = restingOn.get(edge.to) ?? new Map<string, OriginEdge[]>()
    resting.set(edge.from, [...(resting.get(edge.from) ?? []), edge])
    restingOn.set(edge.to, resting)
  }
  const ending = new Set(origin.reports)
  const grow = (
    node: OriginNode,
    proofs: readonly OriginEdge[],
    path: ReadonlySet<string>,
  ): OriginBranch | null => {
    if (node.reportId !== null && !ending.has(node.reportId)) return null
    const branches = [...(restingOn.get(node.id) ?? [])].flatMap(([from, edges]) => {
      const below = nodes.get(from)
      return (below && !path.has(from) && grow(below, edges, new Set([...path, from]))) || []
    })
    return branches.length > 0 || node.reportId !== null
      ? { node, proofs, branches: inOrder(branches, place) }
      : null
  }
  const root: OriginNode = nodes.get(origin.id) ?? {
    id: origin.id,
    kind: 'origin',
    name: origin.name ?? 'unknown',
    reportId: null,
    originId: origin.id,
  }
  return grow(root, [], new Set([root.id])) ?? { node: root, proofs: [], branches: [] }
}

/** Reports by time, and a relay where its first report stands. */
function inOrder(branches: readonly OriginBranch[], place: ReadonlyMap<string, number>): OriginBranch[] {
  const first = ({ node, branches: below }: OriginBranch): number =>
    Math.min(place.get(node.reportId ?? '') ?? Number.MAX_SAFE_INTEGER, ...below.map(first))
  return [...branches].sort((a, b) => first(a) - first(b) || (a.node.id < b.node.id ? -1 : 1))
}
