import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

/** A network as its layout needs it: indexes of nodes, and how strongly each edge holds. */
export interface NetworkShape {
  /** Radius of each node, in CSS pixels. */
  readonly radii: readonly number[]
  /** Each pair of nodes once, whatever runs between them and whichever way. */
  readonly links: readonly { readonly source: number; readonly target: number; readonly weight: number }[]
}

interface PlacedNode extends SimulationNodeDatum {
  readonly radius: number
}

type PlacedLink = SimulationLinkDatum<PlacedNode> & { readonly weight: number }

const steps = 300

/**
 * Finds a place for every node by forces: edges draw, nodes push, nothing overlaps. The same shape gives the same places:
 * d3-force begins with a spiral and draws its random numbers from a fixed seed.
 *
 * Cost: 1,000 nodes and 2,000 links take about a second, which is why it runs in a worker.
 *
 * @returns x and y of each node in turn, between 0 and 1: it fills whatever is as wide and as high
 */
export function layNetwork({ radii, links }: NetworkShape): Float64Array {
  const nodes = radii.map((radius): PlacedNode => ({ radius }))
  const springs = links.map(({ source, target, weight }): PlacedLink => ({ source, target, weight }))
  forceSimulation(nodes)
    .force('charge', forceManyBody<PlacedNode>().strength(-160).distanceMax(900))
    .force(
      'link',
      forceLink<PlacedNode, PlacedLink>(springs).distance(({ weight }) => 90 - 30 * Math.min(1, weight / 10)),
    )
    .force(
      'collide',
      forceCollide<PlacedNode>(({ radius }) => radius + 10),
    )
    // What hangs together with nothing else is not pushed out of sight.
    .force('x', forceX<PlacedNode>(0).strength(0.06))
    .force('y', forceY<PlacedNode>(0).strength(0.09))
    .stop()
    .tick(steps)
  return toUnitSquare(nodes)
}

function toUnitSquare(nodes: readonly PlacedNode[]): Float64Array {
  const places = new Float64Array(nodes.length * 2)
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x = 0, y = 0 } of nodes) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  for (const [i, { x = 0, y = 0 }] of nodes.entries()) {
    places[i * 2] = (x - left) / Math.max(right - left, 1)
    places[i * 2 + 1] = (y - top) / Math.max(bottom - top, 1)
  }
  return places
}
