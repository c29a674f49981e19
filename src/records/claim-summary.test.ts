import { expect, test } from 'vitest'
import type { Claim } from './claim.ts'
import { summariseClaim } from './claim-summary.ts'
import { makeReport, noProvenance } from './made-report.fixture.ts'

const copies = (from: string, to: string) =>
  ({ from, to, why: 'copies', articleId: 'reprint', span: null, words: null }) as const

/** A claim of these reports, of which some are taken from others. */
const makeClaim = (
  reports: Claim['reports'],
  edges: Claim['provenance']['edges'],
  more: Partial<Claim> = {},
): Claim => ({
  id: 'a',
  kind: 'statement',
  proposition: 'the border is closed',
  source: null,
  modalities: [],
  firstPublishedAt: null,
  outlets: [],
  stories: [],
  provenance: { ...noProvenance, independent: 1, edges },
  disagreements: [],
  history: [],
  credibility: { grade: 3, rule: '' },
  reports,
  ...more,
})

test('an article that tells a claim twice is one report, and a reprint is one copy', () => {
  const reports = [
    makeReport({ id: 'a', articleId: 'wire' }),
    makeReport({ id: 'b', articleId: 'wire' }),
    makeReport({ id: 'c', articleId: 'reprint' }),
    makeReport({ id: 'd', articleId: 'reprint' }),
  ]
  const outlets = ['Meridian Press', 'The Harbour Ledger']
  const counts = summariseClaim(makeClaim(reports, [copies('c', 'a'), copies('d', 'b')], { outlets }))
  expect(counts).toMatchObject({ reports: 2, outlets: 2, copies: 1, origins: 1 })
})

test('two articles that are said to copy each other are one copy and one original', () => {
  const reports = [makeReport({ id: 'a', articleId: 'one' }), makeReport({ id: 'b', articleId: 'other' })]
  const claim = makeClaim(reports, [copies('a', 'b'), copies('b', 'a')])
  expect(summariseClaim(claim).copies).toBe(1)
})
