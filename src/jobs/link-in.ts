import type { LedgerTransaction } from '../ledger/ledger.ts'
import {
  deleteNodes,
  findComponents,
  findLinkable,
  findRecords,
  type GraphLink,
  type GraphNode,
  hashKey,
  insertLinks,
  type LinkableNode,
  type LinkGraph,
  type Member,
} from '../ledger/link-graph.ts'

/** A node of a component, with where it stood before; null when it is new. */
export interface PlacedNode<Record> {
  readonly id: string
  readonly record: Record
  readonly before: Member | null
}

/** One component of links as it is now, nodes in order of their ids. */
export interface Component<Record, Link> {
  readonly id: string
  readonly nodes: readonly PlacedNode<Record>[]
  readonly links: readonly { readonly a: string; readonly b: string; readonly record: Link }[]
}

export interface Relinked<Record, Link> {
  /** Those that may be other than before. */
  readonly components: readonly Component<Record, Link>[]
  /** Groups that lost a node which was taken out. */
  readonly shrunkIds: ReadonlySet<string>
  /** Nodes that lost a link or gained one. */
  readonly relinkedIds: ReadonlySet<string>
}

/** What changes among nodes, all of one article. */
export interface NodeChange<Record> {
  readonly articleId: string
  readonly removedIds: readonly string[]
  readonly added: readonly {
    readonly id: string
    readonly record: Record
    readonly keys: readonly string[]
    /** Those of them of which one is enough for two nodes to be compared, however far apart in time. */
    readonly bonds?: readonly string[]
  }[]
  /** Components that are to be given too, though no link of them changes. */
  readonly askedIds?: Iterable<string>
}

/**
 * Takes nodes out of a graph and links others in: compares each with those that share a key with it, stores the links,
 * and gives the components that this touched. `store` is called once, to keep the nodes before their links.
 *
 * @param known records by id and what they were made from, as the ledger has them; those that were asked for are added,
 *   the last 8,000 kept.
 */
export async function linkIn<Record, Link>(
  transaction: LedgerTransaction,
  graph: LinkGraph,
  { articleId, removedIds, added, askedIds = [] }: NodeChange<Record>,
  compare: (a: Record, b: Record) => Link | null,
  store: () => Promise<void>,
  known: Map<string, Record> = new Map(),
): Promise<Relinked<Record, Link>> {
  const removed = await deleteNodes(transaction, graph, removedIds)
  const hashed = added.map(({ keys }) => new Set(keys.map(hashKey)))
  const bonds = new Set(added.flatMap((node) => node.bonds ?? []).map(hashKey))
  const meeting: Meeting = { fewKeys: graph.fewKeys, bonds }
  const linkable = (
    await findLinkable(transaction, graph, new Set(hashed.flatMap((keys) => [...keys])), articleId, bonds)
  ).filter(({ keys }) => hashed.some((own) => mayMeet(own, keys, meeting)))
  // What another process said of a bond since is not known here.
  const missing = linkable
    .filter((node) => !known.has(nameKnown(node)) || node.keys.some((key) => bonds.has(key)))
    .map(({ id }) => id)
  const found = await findRecords(transaction, graph, missing)
  const candidates = linkable.map((node) => ({
    ...node,
    record: found.get(node.id) ?? known.get(nameKnown(node)),
  }))
  for (const node of candidates) keep(known, nameKnown(node), node.record as Record)
  const links = linkAll(added, candidates, compare, meeting)
  await store()
  await insertLinks(transaction, graph, links)
  const componentOf = new Map(candidates.map(({ id, componentId }) => [id, componentId]))
  const linkedIds = links.flatMap(({ a, b }) => [a, b])
  const touched = new Set([...removed.componentIds, ...askedIds])
  for (const id of linkedIds) {
    const componentId = componentOf.get(id)
    if (componentId !== undefined) touched.add(componentId)
  }
  const parts = await findComponents(transaction, graph, touched)
  const nodes: PlacedNode<Record>[] = [
    ...parts.nodes.map(({ id, record, ...before }) => ({
      id,
      record: record as Record,
      before: { id, ...before },
    })),
    ...added.map(({ id, record }) => ({ id, record, before: null })),
  ]
  // The new links among the old ones are of new nodes alone, which had no component.
  const old = new Set(parts.links.map(({ a, b }) => `${a} ${b}`))
  const all = [...parts.links, ...links.filter(({ a, b }) => !old.has(`${a} ${b}`))]
  return {
    components: findParts(nodes, all as Component<Record, Link>['links']),
    shrunkIds: removed.groupIds,
    relinkedIds: new Set([...removed.neighbourIds, ...linkedIds]),
  }
}

/** Some 40 MB of reports, and what was made of each for comparing it: that is most of what comparing costs. */
const mostKnown = 8000

/** A report keeps its id through a review, which makes another reading of it. */
const nameKnown = ({ id, madeFrom }: LinkableNode) => `${id} ${madeFrom}`

/** A map gives its entries in the order in which they were put: the first is the one not asked for longest. */
function keep<Record>(known: Map<string, Record>, name: string, record: Record): void {
  known.delete(name)
  known.set(name, record)
  if (known.size <= mostKnown) return
  const [oldest] = known.keys()
  if (oldest !== undefined) known.delete(oldest)
}

function linkAll<Record, Link>(
  added: NodeChange<Record>['added'],
  candidates: readonly (GraphNode & { readonly keys: readonly number[] })[],
  compare: (a: Record, b: Record) => Link | null,
  meeting: Meeting,
): GraphLink[] {
  interface Holder {
    readonly id: string
    readonly record: unknown
    readonly keys: readonly number[]
  }
  const holders = new Map<number, Holder[]>()
  const enter = (key: number, node: Holder) => {
    const held = holders.get(key)
    if (held) held.push(node)
    else holders.set(key, [node])
  }
  for (const candidate of candidates) for (const key of candidate.keys) enter(key, candidate)
  const links: GraphLink[] = []
  for (const { id, record, keys } of added) {
    const hashes = new Set(keys.map(hashKey))
    const compared = new Set<string>([id])
    for (const key of hashes) {
      for (const other of holders.get(key) ?? []) {
        if (compared.has(other.id)) continue
        compared.add(other.id)
        if (!mayMeet(hashes, other.keys, meeting)) continue
        const [a, b] = id < other.id ? [{ id, record }, other] : [other, { id, record }]
        const link = compare(a.record as Record, b.record as Record)
        if (link !== null) links.push({ a: a.id, b: b.id, record: link })
      }
    }
    // Those added together are compared too, each with the ones before it.
    for (const key of hashes) enter(key, { id, record, keys: [...hashes] })
  }
  return links
}

interface Meeting {
  readonly fewKeys: number
  readonly bonds: ReadonlySet<number>
}

/** Whether two nodes share enough keys to be compared: one where either has few or it is a bond, else two. */
function mayMeet(own: ReadonlySet<number>, keys: readonly number[], { fewKeys, bonds }: Meeting): boolean {
  const least = own.size < fewKeys || keys.length < fewKeys ? 1 : 2
  let shared = 0
  for (const key of keys) if (own.has(key) && (++shared >= least || bonds.has(key))) return true
  return false
}

/** Splits nodes into components of links. */
function findParts<Record, Link>(
  nodes: readonly PlacedNode<Record>[],
  links: Component<Record, Link>['links'],
): Component<Record, Link>[] {
  const ordered = nodes.toSorted((a, b) => compareText(a.id, b.id))
  const root = new Map(ordered.map(({ id }) => [id, id]))
  const find = (id: string): string => {
    let at = id
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) {
      root.set(at, root.get(up) ?? up)
      at = up
    }
    return at
  }
  for (const { a, b } of links) root.set(find(a), find(b))
  const parts = new Map<
    string,
    { nodes: PlacedNode<Record>[]; links: Component<Record, Link>['links'][number][] }
  >()
  for (const node of ordered) {
    const part = parts.get(find(node.id)) ?? { nodes: [], links: [] }
    parts.set(find(node.id), part)
    part.nodes.push(node)
  }
  const byEnds = (a: GraphLink, b: GraphLink) => compareText(a.a, b.a) || compareText(a.b, b.b)
  for (const link of links.toSorted(byEnds)) parts.get(find(link.a))?.links.push(link)
  return [...parts.values()].map((part) => ({ id: nameOf(part.nodes), ...part }))
}

/**
 * A component is named after a member, so that no two share a name; the name that most members know already, so that
 * few rows change when two join.
 */
function nameOf(nodes: readonly PlacedNode<unknown>[]): string {
  const counts = new Map<string, number>()
  for (const { before } of nodes)
    if (before !== null) counts.set(before.componentId, (counts.get(before.componentId) ?? 0) + 1)
  const members = new Set(nodes.map(({ id }) => id))
  let [best, most] = [nodes[0]?.id ?? '', 0]
  for (const [name, count] of counts) if (members.has(name) && count > most) [best, most] = [name, count]
  return best
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
