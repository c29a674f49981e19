import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { cranes, makeIo, toId } from './made-claim.fixture.ts'
import { printClaims } from './print-claims.ts'

// Our own words throughout.
describe('a list of claims', () => {
  test('counts an article that tells a claim in two sentences as one report, and a reprint as a copy', () => {
    expect(cranes.reports).toHaveLength(7)
    expect(printClaims([cranes], makeIo('pipe'))).toMatch(/^c1a10000 +4 +4 +1 +1 /m)
  })

  test('puts a denial and another figure beside the claim, at 140 columns in columns of their own', () => {
    expect(printClaims([cranes], makeIo(140))).toBe(
      `
id        reports  outlets  copies  origins  how             who says     what
c1a10000        4        4       1        1  reported,       Ilse Brandt  the cranes would stand still until Friday
                                             denied                       ✗ denied by Jonas Ress
                                                                          ≠ figure: about 300 dockers / fewer than 80 dockers`.trimStart(),
    )
  })

  test('says at 80 columns in one column who says what, and never goes beyond', () => {
    const out = printClaims([cranes], makeIo(80))
    expect(out).toBe(
      `
id        reports  outlets  copies  origins  who says what
c1a10000        4        4       1        1  Ilse Brandt (reported, denied): the
                                             cranes would stand still until
                                             Friday
                                             ✗ denied by Jonas Ress
                                             ≠ figure: about 300 dockers / fewer
                                             than 80 dockers`.trimStart(),
    )
    for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
  })

  test('in a pipe is a line a claim with nothing cut, however long', () => {
    const long = { ...cranes, proposition: `the cranes ${'would stand still and '.repeat(30)}wait` }
    const lines = printClaims([long, cranes], makeIo('pipe')).split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain(`${long.proposition} [✗ denied by Jonas Ress]`)
  })

  test('marks a figure that was only brought up to date as no conflict', () => {
    const [, figure] = cranes.disagreements
    const updated = {
      ...cranes,
      reports: cranes.reports.slice(0, 3),
      disagreements: figure ? [{ ...figure, isUpdate: true }] : [],
    }
    const out = printClaims([updated], makeIo('pipe'))
    expect(out).toContain('[→ figure: about 300 dockers → fewer than 80 dockers]')
    expect(out).not.toMatch(/[✗≠]/)
  })

  test('does not call a claim denied that is itself the denial', () => {
    const origins = cranes.provenance.origins.map((origin) => ({ ...origin, side: 'support' as const }))
    const denial = {
      ...cranes,
      disagreements: [],
      reports: cranes.reports.slice(-1),
      provenance: { ...cranes.provenance, origins },
    }
    expect(printClaims([denial], makeIo('pipe'))).not.toContain('✗')
  })

  test('shows as many digits of its ids as tell them apart', () => {
    const alike = ['c1a1000000', 'c1a1000001'].map((start) => ({ ...cranes, id: toId(start) }))
    expect(printClaims(alike, makeIo('pipe'))).toMatch(/^c1a1000000 .*\nc1a1000001 /m)
  })

  test('lets no page steer the terminal', () => {
    const hostile = { ...cranes, proposition: 'the \u001b[2J cranes \u202e stand still' }
    expect(printClaims([hostile], makeIo('pipe'))).toContain('the \ufffd[2J cranes \ufffd stand still')
  })
})
