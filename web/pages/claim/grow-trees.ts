import type { Report } from '../../../src/records/claim.ts'
import type { Origin, OriginEdge, OriginNode, Provenance } from '../../../src/records/origin.ts'

/** One who tells a claim, under the one whom they have it from. */
export interface Branch {
  readonly key: string
  readonly node: OriginNode
  /** What proves that this one rests on the one above; null where nothing is on record. */
  readonly edge: OriginEdge | null
  /** The article, of a report. */
  readonly articleId: string | null
  readonly branches: readonly Branch[]
}

/** An origin with everything that rests on it. */
export interface OriginTree {
  readonly origin: Origin
  readonly branches: readonly Branch[]
}

interface Growing extends Branch {
  readonly branches: Growing[]
}

/**
 * Turns the graph of a claim round: from each origin down over who relays it to the articles, copies under what they
 * copy. An article is one leaf of a tree however often it tells the claim.
 *
 * Whoever passes on what several origins say stands in the tree of each, with only those articles that rest on it.
 */
export function growTrees({ origins, nodes, edges }: Provenance, reports: readonly Report[]): OriginTree[] {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]))
  const articleOf = new Map(reports.map(({ id, articleId }) => [id, articleId]))
  return origins.map((origin) => {
    const branches: Growing[] = []
    for (const reportId of origin.reports) {
      const path = findPath(edges, reportId, origin.id, articleOf)
      const steps = path.map((edge) => ({ id: edge.from, edge })).reverse()
      let level = branches
      for (const { id, edge } of steps.length > 0 ? steps : [{ id: reportId, edge: null }]) {
        const node = nodeOf.get(id)
        if (!node || isOriginItself(node, origin)) continue
        const articleId = articleOf.get(id) ?? null
        const key = articleId ?? id
        let branch = level.find((each) => each.key === key)
        if (!branch) {
          branch = { key, node, edge, articleId, branches: [] }
          level.push(branch)
        }
        level = branch.branches
      }
    }
    return { origin, branches }
  })
}

/**
 * “Anton Veresk”, named in the article, is the origin “Anton Veresk”, and “two officials” the origin “two officials, to
 * The Wexford Examiner”: one line is enough for both.
 */
const isOriginItself = (node: OriginNode, origin: Origin): boolean =>
  node.kind !== 'report' && (node.name === origin.name || (origin.name?.startsWith(`${node.name},`) ?? false))

/**
 * The shortest way from a report to an origin, by words of its own article where there are some, and from a copy on by
 * those of what it copies; empty when there is none.
 */
function findPath(
  edges: readonly OriginEdge[],
  from: string,
  to: string,
  articleOf: ReadonlyMap<string, string>,
): readonly OriginEdge[] {
  const reached = new Map<string, OriginEdge | null>([[from, null]])
  const queue = [{ id: from, articleId: articleOf.get(from) }]
  for (let at = queue.shift(); at !== undefined && !reached.has(to); at = queue.shift()) {
    const { id, articleId } = at
    const leaving = edges.filter((edge) => edge.from === id)
    const isOwn = (edge: OriginEdge) => edge.articleId === articleId
    for (const edge of [...leaving.filter(isOwn), ...leaving.filter((edge) => !isOwn(edge))]) {
      if (reached.has(edge.to)) continue
      reached.set(edge.to, edge)
      queue.push({ id: edge.to, articleId: articleOf.get(edge.to) ?? articleId })
    }
  }
  const path: OriginEdge[] = []
  for (let edge = reached.get(to); edge; edge = reached.get(edge.from)) path.unshift(edge)
  return path
}
