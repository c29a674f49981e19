import { expect, test } from 'vitest'
import type { Disagreement } from '../records/disagreement.ts'
import { makeReport, noProvenance } from '../records/made-report.fixture.ts'
import type { Origin, Provenance } from '../records/origin.ts'
import { gradeCredibility } from './grade-credibility.ts'

const toOrigin = (id: string, side: Origin['side'], isCounted = side === 'support'): Origin => ({
  id: `${side} ${id}`,
  kind: 'institution',
  name: id,
  country: null,
  interest: null,
  side,
  isCounted,
  identities: [],
  why: '',
  reports: ['r'],
})
const from = (support: string[], deny: string[] = []): Provenance => ({
  ...noProvenance,
  origins: [...support.map((id) => toOrigin(id, 'support')), ...deny.map((id) => toOrigin(id, 'deny'))],
  independent: support.length,
  independentLow: support.length,
})
const figure: Disagreement = { kind: 'figure', isUpdate: false, otherClaim: null, sides: [] }
const plain = [makeReport({ id: 'r' })]
const hedged = [makeReport({ id: 'r', modality: 'hedged' })]
const grade = (provenance: Provenance, disagreements: Disagreement[] = [], reports = plain) =>
  gradeCredibility(provenance, disagreements, reports).grade

test('1 only with two independent origins and no denial', () => {
  expect(grade(from(['Adair', 'Dolt']))).toBe(1)
  expect(grade(from(['Adair']))).toBe(3)
  expect(grade(from(['Adair', 'Dolt'], ['Arce']))).toBe(3)
  expect(grade({ ...from(['two officials', 'an aide']), independentLow: 1 })).toBe(2)
})

test('a doubt keeps it from 1, and is no denial', () => {
  const doubted = (support: string[]) => {
    const provenance = from(support)
    return { ...provenance, origins: [...provenance.origins, toOrigin('Marsh', 'doubt')] }
  }
  expect(gradeCredibility(doubted(['Adair', 'Dolt']), [], plain)).toEqual({
    grade: 2,
    rule: 'Probably true, proposed: 2 independent origins, but Marsh doubts it.',
  })
  expect(grade(doubted(['Adair']))).toBe(3)
  expect(grade(doubted([]))).toBe(6)
})

test('a conflict, a hedge and a denial each lower it; an update does not', () => {
  expect(grade(from(['Adair', 'Dolt']), [figure])).toBe(2)
  expect(grade(from(['Adair', 'Dolt']), [{ ...figure, isUpdate: true }])).toBe(1)
  expect(grade(from(['Adair']), [], hedged)).toBe(4)
  expect(grade(from(['officials'], ['Arce']))).toBe(4)
  expect(grade(from(['officials'], ['Arce']), [], hedged)).toBe(5)
})

test('no known origin cannot be judged, and who denies the own word raises doubt', () => {
  expect(grade(from([], ['Arce']))).toBe(6)
  expect(grade(from(['Arce'], ['Arce']))).toBe(4)
})

test('every rule says that it only proposes', () => {
  for (const provenance of [from(['a']), from(['a', 'b']), from(['a'], ['b']), from(['a', 'b'], ['c'])])
    expect(gradeCredibility(provenance, [], plain).rule).toMatch(/proposed/)
})
