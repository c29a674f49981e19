import type { LedgerTransaction } from '../ledger/ledger.ts'
import {
  deleteNodes,
  findLinkable,
  findLinks,
  findMembers,
  findRecords,
  type GraphLink,
  type GraphNode,
  hashKey,
  insertLinks,
  type LinkableNode,
  type LinkGraph,
  type Member,
} from '../ledger/link-graph.ts'
import type { HeldLink, LinkMemory } from './link-memory.ts'

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
  /** In order of their ends, the lesser id first. */
  readonly links: readonly HeldLink<Link>[]
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
 * @param memory links of components as they are in the ledger; those of the components that are given are put there.
 * @param known records by id and what they were made from, as the ledger has them; those that were asked for are added,
 *   the last 8,000 kept.
 */
export async function linkIn<Record, Link>(
  transaction: LedgerTransaction,
  graph: LinkGraph,
  { articleId, removedIds, added, askedIds = [] }: NodeChange<Record>,
  compare: (a: Record, b: Record) => Link | null,
  store: () => Promise<void>,
  memory: LinkMemory,
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
  const componentOf = new Map(candidates.map(({ id, componentId }) => [id, componentId]))
  const linkedIds = links.flatMap(({ a, b }) => [a, b])
  const touched = new Set([...removed.componentIds, ...askedIds])
  for (const id of linkedIds) {
    const componentId = componentOf.get(id)
    if (componentId !== undefined) touched.add(componentId)
  }
  for (const id of removed.componentIds) memory.forget(id)
  const parts = await loadParts<Record, Link>(transaction, graph, touched, memory)
  await insertLinks(transaction, graph, links)
  const components = joinParts(
    parts,
    added.map(({ id, record }) => ({ id, record, before: null })),
    links as HeldLink<Link>[],
    removed.componentIds,
    memory,
  )
  for (const component of components) memory.keep(component.id, component.links)
  return {
    components,
    shrunkIds: removed.groupIds,
    relinkedIds: new Set([...removed.neighbourIds, ...linkedIds]),
  }
}

/** A component as it was before: its nodes and the links among them. */
interface Part<Record, Link> {
  readonly nodes: PlacedNode<Record>[]
  readonly links: readonly HeldLink<Link>[]
}

/** The components of these names; links that are remembered are not read again. */
async function loadParts<Record, Link>(
  transaction: LedgerTransaction,
  graph: LinkGraph,
  componentIds: ReadonlySet<string>,
  memory: LinkMemory,
): Promise<Map<string, Part<Record, Link>>> {
  const parts = new Map<string, { nodes: PlacedNode<Record>[]; links: readonly HeldLink<Link>[] }>()
  const partOf = new Map<string, { ids: Map<string, string>; read: HeldLink<Link>[] }>()
  for (const { id, record, ...before } of await findMembers(transaction, graph, componentIds)) {
    const { componentId } = before
    const part = parts.get(componentId) ?? { nodes: [], links: [] }
    parts.set(componentId, part)
    part.nodes.push({ id, record: record as Record, before: { id, ...before } })
  }
  const missing: string[] = []
  for (const [componentId, part] of parts) {
    const links = memory.take(componentId)
    if (links !== null) part.links = links as readonly HeldLink<Link>[]
    else if (part.nodes.length > 1) {
      missing.push(componentId)
      const read: HeldLink<Link>[] = []
      part.links = read
      // The same string for a node and for the ends of its links.
      const ids = new Map(part.nodes.map(({ id }) => [id, id]))
      for (const id of ids.keys()) partOf.set(id, { ids, read })
    }
  }
  for (const { a, b, record } of await findLinks(transaction, graph, missing)) {
    const part = partOf.get(a)
    part?.read.push({
      a: part.ids.get(a) ?? a,
      b: part.ids.get(b) ?? b,
      record: memory.toHeld(record) as Link,
    })
  }
  return parts
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

/**
 * The components that these parts, new nodes and new links make. A part that lost nodes may have fallen apart; of all
 * others it is known that they hold together, and their links need not be looked at.
 */
function joinParts<Record, Link>(
  parts: ReadonlyMap<string, Part<Record, Link>>,
  added: readonly PlacedNode<Record>[],
  links: readonly HeldLink<Link>[],
  shrunkIds: ReadonlySet<string>,
  memory: LinkMemory,
): Component<Record, Link>[] {
  const nodes = [...[...parts.values()].flatMap(({ nodes }) => nodes), ...added]
  const ordered = nodes.sort((a, b) => compareText(a.id, b.id))
  const root = new Map(ordered.map(({ id }) => [id, id]))
  const find = (id: string): string => {
    let at = id
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) {
      root.set(at, root.get(up) ?? up)
      at = up
    }
    return at
  }
  const join = (a: string, b: string) => root.set(find(a), find(b))
  for (const [id, part] of parts) {
    const [first] = part.nodes
    if (shrunkIds.has(id)) for (const { a, b } of part.links) join(a, b)
    else if (first) for (const node of part.nodes) join(node.id, first.id)
  }
  for (const { a, b } of links) join(a, b)
  const components = new Map<string, { nodes: PlacedNode<Record>[]; links: HeldLink<Link>[] }>()
  const idOf = new Map<string, string>()
  for (const node of ordered) {
    const component = components.get(find(node.id)) ?? { nodes: [], links: [] }
    components.set(find(node.id), component)
    component.nodes.push(node)
    idOf.set(node.id, node.id)
  }
  const linksOf = (id: string) => components.get(find(id))?.links
  for (const [id, part] of parts) {
    const [first] = part.nodes
    if (shrunkIds.has(id)) for (const link of part.links) linksOf(link.a)?.push(link)
    else if (first) appendAll(linksOf(first.id), part.links)
  }
  for (const { a, b, record } of links)
    linksOf(a)?.push({ a: idOf.get(a) ?? a, b: idOf.get(b) ?? b, record: memory.toHeld(record) as Link })
  // Nearly in order already: the links of one part after those of another, and the new ones at the end.
  const byEnds = (a: GraphLink, b: GraphLink) => compareText(a.a, b.a) || compareText(a.b, b.b)
  return [...components.values()].map(({ nodes, links }) => ({
    id: nameOf(nodes),
    nodes,
    links: links.sort(byEnds),
  }))
}

/** As `push(...more)`, of which the stack bears no hundred thousand. */
function appendAll<Value>(values: Value[] | undefined, more: readonly Value[]): void {
  if (values) for (const value of more) values.push(value)
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
