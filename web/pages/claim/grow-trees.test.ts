import { expect, test } from 'vitest'
import { makeReport } from '../../../src/records/made-report.fixture.ts'
import type { Origin, OriginEdge, OriginNode, Provenance } from '../../../src/records/origin.ts'
import { type Branch, growTrees } from './grow-trees.ts'

const origin = (id: string, name: string, reports: readonly string[]): Origin => ({
  id,
  kind: 'speaker',
  name,
  country: null,
  interest: null,
  side: 'support',
  isCounted: true,
  identities: [],
  why: '',
  reports,
})
const node = (id: string, kind: OriginNode['kind'], name: string): OriginNode => ({
  id,
  kind,
  name,
  reportId: kind === 'report' ? id : null,
  originId: kind === 'origin' ? id : null,
})
const edge = (from: string, to: string, why: OriginEdge['why'], articleId: string): OriginEdge => ({
  from,
  to,
  why,
  articleId,
  span: null,
  words: null,
})
const provenance = (
  origins: readonly Origin[],
  nodes: readonly OriginNode[],
  edges: readonly OriginEdge[],
): Provenance => ({
  origins,
  nodes,
  edges,
  independent: origins.length,
  independentLow: origins.length,
  independentStrict: origins.length,
})
const draw = (branches: readonly Branch[]): string[] =>
  branches.flatMap(({ node, edge, branches }) => [
    `${edge?.why} ${node.name}`,
    ...draw(branches).map((line) => `  ${line}`),
  ])

test('a reprint stands under what it copies, and that under the agency that both rest on', () => {
  const reports = [
    makeReport({ id: 'r1', articleId: 'wire' }),
    makeReport({ id: 'r2', articleId: 'wire' }),
    makeReport({ id: 'r3', articleId: 'reprint' }),
  ]
  const [tree] = growTrees(
    provenance(
      [origin('o', 'Anton Veresk', ['r1', 'r2', 'r3'])],
      [
        node('r1', 'report', 'Meridian Press'),
        node('r2', 'report', 'Meridian Press'),
        node('r3', 'report', 'The Harbour Ledger'),
        node('mta', 'agency', 'MTA'),
        node('veresk', 'person', 'Anton Veresk'),
        node('o', 'origin', 'Anton Veresk'),
      ],
      [
        edge('r1', 'mta', 'cites', 'wire'),
        edge('r2', 'mta', 'cites', 'wire'),
        edge('mta', 'veresk', 'says', 'wire'),
        edge('veresk', 'o', 'says', 'wire'),
        edge('r3', 'r1', 'copies', 'reprint'),
      ],
    ),
    reports,
  )
  expect(draw(tree?.branches ?? [])).toEqual([
    'says MTA',
    '  cites Meridian Press',
    '    copies The Harbour Ledger',
  ])
})

test('who passes on what two origins say leads to each only the articles that rest on it', () => {
  const trees = growTrees(
    provenance(
      [origin('arce', 'Tomás Arce', ['r1']), origin('marsh', 'Helen Marsh', ['r2'])],
      [
        node('r1', 'report', 'El Faro'),
        node('r2', 'report', 'Daily Compass'),
        node('wire', 'agency', 'Meridian Press'),
      ],
      [
        edge('r1', 'wire', 'cites', 'a'),
        edge('r2', 'wire', 'cites', 'b'),
        edge('wire', 'arce', 'says', 'a'),
        edge('wire', 'marsh', 'says', 'b'),
      ],
    ),
    [makeReport({ id: 'r1', articleId: 'a' }), makeReport({ id: 'r2', articleId: 'b' })],
  )
  expect(trees.map(({ branches }) => draw(branches))).toEqual([
    ['says Meridian Press', '  cites El Faro'],
    ['says Meridian Press', '  cites Daily Compass'],
  ])
})

test('a copy is led by the words of what it copies, not by those of another who cites the same paper', () => {
  const [tree] = growTrees(
    provenance(
      [origin('o', 'unnamed', ['r1', 'r2', 'r3'])],
      [
        node('r1', 'report', 'El Faro'),
        node('r2', 'report', 'Meridian Press'),
        node('r3', 'report', 'The Harbour Ledger'),
        node('paper', 'outlet', 'Wexford Examiner'),
        node('two', 'unnamed', 'two unnamed officials'),
        node('some', 'unnamed', 'some officials'),
      ],
      [
        edge('r1', 'paper', 'cites', 'a'),
        edge('r2', 'paper', 'cites', 'b'),
        edge('r3', 'r2', 'copies', 'c'),
        edge('paper', 'two', 'says', 'a'),
        edge('paper', 'some', 'says', 'b'),
        edge('two', 'o', 'same-words', 'a'),
        edge('some', 'o', 'same-words', 'b'),
      ],
    ),
    [
      makeReport({ id: 'r1', articleId: 'a' }),
      makeReport({ id: 'r2', articleId: 'b' }),
      makeReport({ id: 'r3', articleId: 'c' }),
    ],
  )
  expect(draw(tree?.branches ?? [])).toEqual([
    'same-words two unnamed officials',
    '  says Wexford Examiner',
    '    cites El Faro',
    'same-words some officials',
    '  says Wexford Examiner',
    '    cites Meridian Press',
    '      copies The Harbour Ledger',
  ])
})

test('a report without a drawn way to its origin still stands under it', () => {
  const [tree] = growTrees(
    provenance([origin('o', 'unknown', ['r1'])], [node('r1', 'report', 'El Faro')], []),
    [makeReport({ id: 'r1' })],
  )
  expect(draw(tree?.branches ?? [])).toEqual(['undefined El Faro'])
})
