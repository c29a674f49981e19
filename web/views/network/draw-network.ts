import type { ActorNetwork, NetworkEdge } from '../../../src/records/actor-network.ts'
import { type QuadClass, toQuadClass } from '../quad-class.ts'
import { toRadius } from '../to-radius.ts'
import type { NetworkShape } from './lay-network.ts'

/** What one did to another in one class: a line of the picture. */
export interface DrawnEdge {
  readonly key: string
  readonly actor: string
  readonly recipient: string
  readonly quadClass: QuadClass
  /** Of one type each, of most origins first. */
  readonly parts: readonly NetworkEdge[]
  /** Of the part that has most: an origin may stand behind several, and must not be counted twice. */
  readonly origins: number
  readonly claims: number
}

const largestNode = 16

export const toNodeRadius = (origins: number): number => toRadius(origins, largestNode)

/** As wide as its origins; one that has none is seen still. */
export const toEdgeWidth = (origins: number): number => 1 + 5 * Math.min(1, Math.sqrt(origins) / 6)

/** What chooses edges of a network. */
export interface NetworkFilter {
  /** At least so many origins stand behind the edge. */
  readonly leastOrigins: number
  /** Only the edges of this actor; of everybody when null. */
  readonly around: string | null
}

export const filterEdges = (
  edges: readonly NetworkEdge[],
  { leastOrigins, around }: NetworkFilter,
): NetworkEdge[] =>
  edges.filter(
    ({ actor, recipient, origins }) =>
      origins >= leastOrigins && (around === null || actor === around || recipient === around),
  )

/** Puts the types of a class together: between two there are at most four lines each way. */
export function toDrawnEdges(edges: readonly NetworkEdge[]): DrawnEdge[] {
  const drawn = new Map<string, { readonly first: NetworkEdge; readonly parts: NetworkEdge[] }>()
  for (const edge of edges) {
    const key = JSON.stringify([edge.actor, edge.recipient, toQuadClass(edge.type)])
    const known = drawn.get(key)
    if (known) known.parts.push(edge)
    else drawn.set(key, { first: edge, parts: [edge] })
  }
  return [...drawn].map(
    ([
      key,
      {
        first: { actor, recipient, type },
        parts,
      },
    ]) => ({
      key,
      actor,
      recipient,
      quadClass: toQuadClass(type),
      parts,
      origins: Math.max(...parts.map(({ origins }) => origins)),
      claims: parts.reduce((sum, { claims }) => sum + claims, 0),
    }),
  )
}

/** The network as its layout needs it; in an order of its own, so that the same network is laid alike. */
export function toShape({ nodes, edges }: Pick<ActorNetwork, 'nodes' | 'edges'>): {
  readonly names: readonly string[]
  readonly shape: NetworkShape
} {
  const sorted = [...nodes].sort((a, b) => (a.name < b.name ? -1 : 1))
  const indexOf = new Map(sorted.map(({ name }, i) => [name, i]))
  const weights = new Map<string, { source: number; target: number; weight: number }>()
  for (const { actor, recipient, origins } of edges) {
    const [a, b] = [indexOf.get(actor), indexOf.get(recipient)]
    if (a === undefined || b === undefined) continue
    const [source, target] = [Math.min(a, b), Math.max(a, b)]
    const weight = (weights.get(`${source} ${target}`)?.weight ?? 0) + 1 + origins
    weights.set(`${source} ${target}`, { source, target, weight })
  }
  const links = [...weights.values()].sort((a, b) => a.source - b.source || a.target - b.target)
  return {
    names: sorted.map(({ name }) => name),
    shape: { radii: sorted.map(({ origins }) => toNodeRadius(origins)), links },
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * A curve from one node to another, bent to its left: what goes back and what is of another class lies beside it.
 *
 * @param lane 0, 1, 2 … of the lines that go this way
 */
export function toCurve(from: Point, to: Point, lane: number, toEdge: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.max(Math.hypot(dx, dy), 1)
  const bend = Math.min(0.1 + 0.09 * lane, 0.5) * length
  const middle = {
    x: (from.x + to.x) / 2 + (dy / length) * bend,
    y: (from.y + to.y) / 2 - (dx / length) * bend,
  }
  // It ends where the node does, so that the arrowhead is seen.
  const [endX, endY] = [to.x - middle.x, to.y - middle.y]
  const last = Math.max(Math.hypot(endX, endY), 1)
  const end = { x: to.x - (endX / last) * toEdge, y: to.y - (endY / last) * toEdge }
  const round = (n: number) => Math.round(n * 10) / 10
  return `M${round(from.x)} ${round(from.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`
}
