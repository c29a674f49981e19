import { expect, test } from 'vitest'
import { makeReport, noProvenance } from '../src/records/made-report.fixture.ts'
import { countClaim } from './count-claim.ts'

test('an article that tells a claim twice is one report, and a reprint is one copy', () => {
  const reports = [
    makeReport({ id: 'a', articleId: 'wire' }),
    makeReport({ id: 'b', articleId: 'wire' }),
    makeReport({ id: 'c', articleId: 'reprint' }),
    makeReport({ id: 'd', articleId: 'reprint' }),
  ]
  const copies = (from: string, to: string) =>
    ({ from, to, why: 'copies', articleId: 'reprint', span: null, words: null }) as const
  const counts = countClaim({
    id: 'a',
    kind: 'statement',
    proposition: 'the border is closed',
    source: null,
    modalities: [],
    firstPublishedAt: null,
    outlets: ['Meridian Press', 'The Harbour Ledger'],
    stories: [],
    provenance: { ...noProvenance, independent: 1, edges: [copies('c', 'a'), copies('d', 'b')] },
    disagreements: [],
    history: [],
    credibility: { grade: 3, rule: '' },
    reports,
  })
  expect(counts).toEqual({ reports: 2, outlets: 2, copies: 1, origins: 1 })
})
