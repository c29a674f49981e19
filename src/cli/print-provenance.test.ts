import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { growOriginTree } from './grow-origin-tree.ts'
import { cranes, makeIo, toId } from './made-claim.fixture.ts'
import { printProvenance } from './print-provenance.ts'

const [brandt] = cranes.provenance.origins
if (!brandt) throw new Error('The fixture has an origin.')

describe('the tree of an origin', () => {
  test('leads from the origin over speaker and agency to reports and their copies, each step with its words and place', () => {
    expect(printProvenance(cranes, makeIo(80))).toContain(`
● Ilse Brandt · speaker · 3 reports by 3 outlets
│ Counted: One speaker, however many relay them.
└─ Ilse Brandt (person)
   │ says so: “who speaks for the union” · Harbour Wire, a1000000 0–45
   ├─ report: Harbour Wire, 2026-03-04 10:00Z, article a1000000
   │  │ names who says so: “Ilse Brandt, who speaks for the harbour union” ·
   │  │ Harbour Wire, a1000000 0–45
   │  │ names who says so: “she” · Harbour Wire, a1000000 200–203
   │  └─ copy: The Evening Tide, 2026-03-04 12:30+01:00, article a2000000
   │       takes the words of the report above: “Ilse Brandt, who speaks for the
   │       harbour union, said on Wednesday that the cranes would stand still
   │       until Friday.” · The Evening Tide, a2000000 0–112
   │       takes the words of the report above: “No crane would move, she said.”
   │       · The Evening Tide, a2000000 180–240
   └─ Harbour Wire (agency)
      │ names who says so: “the union” · Quay Gazette, a3000000 10–19
      └─ report: Quay Gazette, 2026-03-05, article a3000000
           cites: “Harbour Wire” · Quay Gazette, a3000000 90–102
`)
  })

  test('gives an agency that is cited for two origins only the reports of each', () => {
    const reports = cranes.provenance.origins.map((origin) => {
      const found: string[] = []
      const walk = ({ node, branches }: ReturnType<typeof growOriginTree>) => {
        if (node.reportId) found.push(node.reportId)
        for (const branch of branches) walk(branch)
      }
      walk(growOriginTree(cranes, origin))
      return found
    })
    expect(reports).toEqual([['r1', 'r3', 'r5'].map(toId), [toId('r6')], [toId('r7')]])
  })

  test('proves an outlet’s own voice by its sentence', () => {
    expect(printProvenance(cranes, makeIo('pipe'))).toContain(
      'prints it in its own voice: “The cranes stand still.” · Port Herald, a4000000 0–23',
    )
  })

  test('cuts a ring of steps where it closes', () => {
    const back = {
      from: 'person ilse brandt',
      to: 'agency harbour wire',
      why: 'cites' as const,
      articleId: null,
      span: null,
      words: null,
    }
    const ring = {
      ...cranes,
      provenance: { ...cranes.provenance, edges: [...cranes.provenance.edges, back] },
    }
    const names = (branch: ReturnType<typeof growOriginTree>): string[] => [
      branch.node.name,
      ...branch.branches.flatMap(names),
    ]
    expect(names(growOriginTree(ring, brandt)).filter((name) => name === 'Ilse Brandt')).toHaveLength(1)
  })

  test('stays within the terminal', () => {
    for (const width of [60, 80, 140])
      for (const line of printProvenance(cranes, makeIo(width)).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width)
  })

  test('in a pipe gives each step one line', () => {
    const steps = printProvenance(cranes, makeIo('pipe')).match(
      /takes the words of the report above: “.*” · The .*$/gm,
    )
    expect(steps).toHaveLength(2)
  })
})
