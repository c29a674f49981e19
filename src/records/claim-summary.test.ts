import { expect, test } from 'vitest'
import { summariseClaim } from './claim-summary.ts'
import { makeReport, noProvenance } from './made-report.fixture.ts'

test('an article that tells a claim twice is one report, and a reprint is one copy', () => {
  const reports = [
    makeReport({ id: 'a', articleId: 'wire' }),
    makeReport({ id: 'b', articleId: 'wire' }),
    makeReport({ id: 'c', articleId: 'reprint' }),
    makeReport({ id: 'd', articleId: 'reprint' }),
  ]
  const copies = (from: string, to: string) =>
    ({ from, to, why: 'copies', articleId: 'reprint', span: null, words: null }) as const
  const counts = summariseClaim({
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
  expect(counts).toMatchObject({ reports: 2, outlets: 2, copies: 1, origins: 1 })
})

test('two articles that are said to copy each other are one copy and one original', () => {
  const [a, b] = [makeReport({ id: 'a', articleId: 'one' }), makeReport({ id: 'b', articleId: 'other' })]
  const copies = (from: string, to: string) =>
    ({ from, to, why: 'copies', articleId: from, span: null, words: null }) as const
  const { copies: counted } = summariseClaim({
    id: 'a',
    kind: 'statement',
    proposition: 'the border is closed',
    source: null,
    modalities: [],
    firstPublishedAt: null,
    outlets: [],
    stories: [],
    provenance: { ...noProvenance, edges: [copies('a', 'b'), copies('b', 'a')] },
    disagreements: [],
    history: [],
    credibility: { grade: 3, rule: '' },
    reports: [a, b],
  })
  expect(counted).toBe(1)
})
