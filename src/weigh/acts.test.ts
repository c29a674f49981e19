import { expect, test } from 'vitest'
import { makeReport } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { acts } from './acts.ts'
import { compareReports } from './compare-reports.ts'
import { findOpposition } from './find-opposition.ts'
import { toProposition } from './to-proposition.ts'

const toReport = (id: string, proposition: string, more: Partial<Report> = {}): Report =>
  makeReport({ id, proposition, ...more })

test('both sentences of every row name its act', () => {
  for (const { act, example } of acts)
    for (const sentence of example)
      expect([...toProposition(toReport('a', sentence)).acts], `${act}: ${sentence}`).toContain(act)
})

test('the counter of every row opposes its example, and is never the same claim', () => {
  for (const { act, example, counter, against } of acts) {
    expect(counter === undefined, `${act} has a counter where it is against something`).toBe(
      against === undefined,
    )
    if (counter === undefined) continue
    const [a, b] = [toReport('a', example[0]), toReport('b', counter)]
    expect(findOpposition(a, b), `${example[0]} / ${counter}`).toBe('act')
    expect(compareReports(a, b)?.relation).not.toBe('same')
  }
})

test('what an act is against is an act of the table', () => {
  const names = new Set(acts.map(({ act }) => act))
  for (const { act, against } of acts)
    for (const other of (against ?? '').split(',').map((name) => name.trim()))
      if (other !== '' && !names.has(other)) expect.fail(`${act} is against ${other}, which is no act`)
})
