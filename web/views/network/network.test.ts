import { expect, test } from 'vitest'
import type { NetworkEdge } from '../../../src/records/actor-network.ts'
import { filterEdges, toCurve, toDrawnEdges, toEdgeWidth, toShape } from './draw-network.ts'
import { layNetwork } from './lay-network.ts'

const edge = (actor: string, recipient: string, type: string, origins = 1): NetworkEdge => ({
  actor,
  recipient,
  type,
  claims: 1,
  origins,
  negated: 0,
  unsure: 0,
  claimIds: [`${actor} ${recipient} ${type}`],
})
const node = (name: string, origins = 1) => ({ name, events: 1, origins })

test('the same network gives the same picture, in whatever order it comes', () => {
  const nodes = ['Morvenia', 'Aldany', 'San Telmo', 'Selgrad'].map((name) => node(name))
  const edges = [
    edge('Morvenia', 'Aldany', 'AID'),
    edge('Selgrad', 'San Telmo', 'ACCUSE'),
    edge('Aldany', 'Selgrad', 'AID'),
  ]
  const one = toShape({ nodes, edges })
  const other = toShape({ nodes: [...nodes].reverse(), edges: [...edges].reverse() })
  expect(other).toEqual(one)
  expect(layNetwork(other.shape)).toEqual(layNetwork(one.shape))
})

test('every node has a place inside the picture, and no two the same', () => {
  const n = 200
  const links = Array.from({ length: n }, (_, i) => ({ source: i, target: (i * 7) % n, weight: 1 }))
  const places = layNetwork({
    radii: Array.from({ length: n }, () => 4),
    links: links.filter(({ source, target }) => source !== target),
  })
  expect([...places].every((at) => at >= 0 && at <= 1)).toBe(true)
  const seen = new Set(Array.from({ length: n }, (_, i) => `${places[i * 2]} ${places[i * 2 + 1]}`))
  expect(seen.size).toBe(n)
  expect(layNetwork({ radii: [], links: [] })).toHaveLength(0)
})

test('types of one class are one line, as wide as the part with most origins: none is counted twice', () => {
  const drawn = toDrawnEdges([
    edge('Morvenia', 'Aldany', 'CONSULT', 3),
    edge('Morvenia', 'Aldany', 'AGREE', 2),
    edge('Morvenia', 'Aldany', 'ASSAULT', 1),
    edge('Aldany', 'Morvenia', 'CONSULT', 1),
  ])
  expect(drawn.map(({ quadClass, origins, claims }) => [quadClass, origins, claims])).toEqual([
    [1, 3, 2],
    [4, 1, 1],
    [1, 1, 1],
  ])
  expect(toEdgeWidth(36)).toBe(6)
  expect(toEdgeWidth(1000)).toBe(6)
})

test('edges are kept by origins and by whom they touch', () => {
  const edges = [edge('A', 'B', 'AID', 1), edge('B', 'C', 'AID', 2), edge('C', 'D', 'AID', 3)]
  expect(filterEdges(edges, { leastOrigins: 2, around: null })).toHaveLength(2)
  expect(filterEdges(edges, { leastOrigins: 1, around: 'B' })).toHaveLength(2)
  expect(filterEdges(edges, { leastOrigins: 3, around: 'B' })).toHaveLength(0)
})

test('what goes back lies on the other side, and ends before the node', () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ]
  expect(toCurve(a, b, 0, 10)).toMatch(/^M0 0Q50 -10 /)
  expect(toCurve(b, a, 0, 10)).toMatch(/^M100 0Q50 10 /)
  expect(toCurve(a, a, 0, 10)).not.toContain('NaN')
})
