import { expect, test } from 'vitest'
import { makeReport } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { toClaim } from './to-claim.ts'
import { toOutletMatrix } from './to-outlet-matrix.ts'

const claimOf = (...reports: Report[]) => toClaim(reports, { copies: [], stories: [], against: [] })

const told = (id: string, outlet: string | null, publishedAt: string, more: Partial<Report> = {}) =>
  makeReport({ id, outlet, publishedAt, ...more })

test('each outlet has a column, and a cell where it tells the claim; who was first stands there', () => {
  const matrix = toOutletMatrix([
    claimOf(
      told('a', 'Coastal Courier', '2026-03-02T08:00:00Z', { modality: 'hedged' }),
      told('b', 'Daily Pier', '2026-03-02T09:00:00Z'),
      told('c', null, '2026-03-02T07:00:00Z'),
    ),
    claimOf(told('d', 'Daily Pier', '2026-03-04T09:00:00Z')),
  ])
  expect(matrix.outlets).toEqual([
    { name: 'Daily Pier', claims: 2, firsts: 0, copies: 0 },
    { name: 'Coastal Courier', claims: 1, firsts: 1, copies: 0 },
  ])
  expect(matrix.rows[0]?.cells).toMatchObject([
    { outlet: 0, telling: 'tells', isFirst: false, articleId: 'b' },
    { outlet: 1, telling: 'tells', isFirst: true, modalities: ['hedged'], articleId: 'a' },
  ])
  expect(matrix.rows[1]?.cells).toMatchObject([{ outlet: 0, isFirst: true }])
})

test('an outlet that is written with and without its article has one column and counts once', () => {
  const claim = claimOf(
    told('a', 'The Coastal Courier', '2026-03-02T08:00:00Z'),
    told('b', 'Coastal Courier', '2026-03-03T08:00:00Z'),
    told('c', 'Courier of Selgrad', '2026-03-03T09:00:00Z'),
  )
  expect(claim.outlets).toEqual(['Courier of Selgrad', 'The Coastal Courier'])
  expect(toOutletMatrix([claim]).outlets.map(({ name }) => name)).toEqual([
    'The Coastal Courier',
    'Courier of Selgrad',
  ])
})

test('who only doubts it neither tells nor denies it', () => {
  const doubted = { stance: 'doubts', modality: 'hedged', source: 'Petra Lindqvist' } as const
  const { rows } = toOutletMatrix([
    claimOf(told('a', 'Coastal Courier', '2026-03-02'), told('b', 'Daily Pier', '2026-03-03', doubted)),
  ])
  expect(rows[0]?.cells.map(({ telling }) => telling)).toEqual(['tells', 'doubts'])
})

test('of two that are dated to the same day neither is known to be later', () => {
  const { rows, outlets } = toOutletMatrix([
    claimOf(
      told('a', 'Coastal Courier', '2026-03-02'),
      told('b', 'Daily Pier', '2026-03-02T21:00:00Z'),
      told('c', 'El Faro', '2026-03-03T01:00:00Z'),
    ),
  ])
  expect(rows[0]?.cells.map(({ isFirst }) => isFirst)).toEqual([true, true, false])
  expect(outlets.map(({ firsts }) => firsts)).toEqual([0, 0, 0])
})

test('who only denies it denies; who tells both tells it, with the denial', () => {
  const denied = { stance: 'denies', modality: 'denied', source: 'Petra Lindqvist' } as const
  const { rows } = toOutletMatrix([
    claimOf(
      told('a', 'Coastal Courier', '2026-03-02', { source: 'Ilse Brandt' }),
      told('b', 'Coastal Courier', '2026-03-03', denied),
      told('c', 'Daily Pier', '2026-03-03', denied),
      told('d', 'El Faro', '2026-03-04', { stance: 'silent', modality: 'no-comment' }),
    ),
  ])
  expect(rows[0]?.cells).toMatchObject([
    { telling: 'tells', hasDenial: true },
    { telling: 'denies', hasDenial: true },
    { telling: 'silent', hasDenial: false },
  ])
})
