import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { cranes, makeIo } from './made-claim.fixture.ts'
import { printClaim } from './print-claim.ts'
import { printClaimOrigins } from './print-origins.ts'

const inPipe = printClaim(cranes, makeIo('pipe'))

describe('a claim', () => {
  test('counts reports, outlets, copies and origins in a line, with the bounds where they differ', () => {
    expect(inPipe).toContain(
      '4 reports · 4 outlets · 1 copy · 1 independent origin (2 if each outlet’s own voice is its own reporting)',
    )
    expect(inPipe).toContain('✗ denied by Jonas Ress')
    expect(inPipe).toContain('credibility 4 of 6 · Doubtful, proposed: one origin, and Jonas Ress denies it.')
  })

  test('says of every origin whether it is counted, and by which rule', () => {
    expect(inPipe).toContain(`
Origins (● counted 1, ○ or ✗ not counted 2)
  ● Ilse Brandt · speaker · 3 reports by 3 outlets
    One speaker, however many relay them.
  ○ Port Herald · unknown · 1 report by 1 outlet
    Not counted. In the outlet’s own voice, beside others who name a source: what it rests on is not told.
  ✗ Jonas Ress · institution, EST · state-run: one interest with the government of EST · 1 report by 1 outlet
    Not counted. Stands against the claim; denials are listed, not counted.
`)
  })

  test('shows a copy under what it copies, and its sentence only where it is another', () => {
    expect(printClaim(cranes, makeIo(80))).toContain(`
  Harbour Wire · 2026-03-04 10:00Z · article a1000000
    attributes (reported) · Ilse Brandt, who speaks for the harbour union
    “Ilse Brandt, who speaks for the harbour union, said on Wednesday that the
    cranes would stand still until Friday.”
    attributes (reported) · she — Ilse Brandt
    “No crane would move, she said.”
    ↳ The Evening Tide · 2026-03-04 12:30+01:00 · article a2000000 · a copy
        attributes (reported) · Ilse Brandt, who speaks for the harbour union
        the same sentence, word for word
        attributes (reported) · she — Ilse Brandt
        “No crane moves, she said.”
  Quay Gazette · 2026-03-05 · article a3000000
`)
  })

  test('sets the sides of a disagreement beside each other with their origins', () => {
    expect(printClaim(cranes, makeIo(80))).toContain(`
  figure
  “about 300 dockers”                    │ “fewer than 80 dockers”
    ● Ilse Brandt                        │   ✗ Jonas Ress
    1 report                             │   1 report
    Harbour Wire, 2026-03-04 10:00Z      │   Port Herald, 2026-03-05
`)
  })

  test('in a pipe sets them under each other', () => {
    expect(inPipe).toContain(`
  figure
  “about 300 dockers”
    ● Ilse Brandt
    1 report
    Harbour Wire, 2026-03-04 10:00Z
  “fewer than 80 dockers”
`)
  })

  test('tells what happened to it, the earliest first', () => {
    expect(inPipe).toContain(`
History
  2026-03-04 10:00Z      first seen, Harbour Wire
  2026-03-05             denied, Port Herald: Mayor Jonas Ress
`)
  })

  test('stays within the terminal', () => {
    for (const width of [60, 80, 140])
      for (const line of printClaim(cranes, makeIo(width)).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width)
  })

  test('names the interest that a state-run origin is one with', () => {
    const out = printClaimOrigins(cranes, makeIo('pipe'))
    expect(out).toMatch(
      /^✗ {2}Jonas Ress \(institution, EST\) .* one interest with the government of EST\.$/m,
    )
  })

  test('shows two copies that are said to copy each other', () => {
    const [first, second] = cranes.reports.filter(({ articleId }) => /^a[12]/.test(articleId))
    if (!first || !second) throw new Error('The fixture has both.')
    const ring = {
      ...cranes,
      provenance: {
        ...cranes.provenance,
        edges: [
          ...cranes.provenance.edges,
          ...cranes.provenance.edges
            .filter(({ why }) => why === 'copies')
            .map((edge) => ({ ...edge, from: edge.to, to: edge.from })),
        ],
      },
    }
    const out = printClaim(ring, makeIo('pipe'))
    for (const outlet of ['Harbour Wire ·', 'The Evening Tide ·']) expect(out).toContain(outlet)
  })
})
