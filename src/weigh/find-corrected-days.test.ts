import { expect, test } from 'vitest'
import { makeReport, noProvenance } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { findCorrectedDays } from './find-corrected-days.ts'

const met = (articleId: string, day: number, more: Partial<Report> = {}) => {
  const proposition = `Rafael Quintero and Anton Veresk met in Selgrad on ${day} March`
  return makeReport({
    id: `${articleId} ${day}`,
    articleId,
    proposition,
    sentenceText: `The ministry said that ${proposition}.`,
    publishedAt: '2026-03-15T10:00:00Z',
    source: 'The ministry',
    ...more,
  })
}
const claim = (...reports: Report[]) => ({ kind: 'statement' as const, reports, provenance: noProvenance })
const page = (...versions: Report[]) => [
  {
    pageId: 'p',
    outlet: 'The Wexford Examiner',
    versions: versions.map((report, i) => ({
      articleId: report.articleId,
      firstSeenAt: `2026-03-${15 + i}T12:00:00.000Z`,
      text: report.sentenceText,
      reports: [report],
    })),
  },
]

test('a day that a page corrected stands against those who still print it', () => {
  const still = ['a', 'b'].map((id) => met(id, 12))
  expect(findCorrectedDays(claim(...still), page(met('v1', 12), met('v2', 14)))).toMatchObject([
    {
      kind: 'day',
      correctedBy: 'v2 14',
      sides: [
        { value: '12 March', reports: ['a 12', 'b 12'] },
        { value: '14 March', reports: ['v2 14'] },
      ],
    },
  ])
})

test('another meeting on another day is no correction', () => {
  const other = met('v2', 29, {
    sentenceText: 'The ministry said that Rafael Quintero and Anton Veresk met in Selgrad again on 29 March.',
  })
  expect(findCorrectedDays(claim(met('a', 12)), page(met('v1', 12), other))).toEqual([])
  expect(findCorrectedDays(claim(met('a', 12)), page(met('v1', 29), met('v2', 29)))).toEqual([])
})

test('what nobody else prints is told by the history alone', () => {
  expect(findCorrectedDays(claim(met('v2', 14)), page(met('v1', 12), met('v2', 14)))).toEqual([])
  expect(findCorrectedDays(claim(met('a', 14)), page(met('v1', 12), met('v2', 14)))).toEqual([])
})
