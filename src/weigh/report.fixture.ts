import type { Report } from '../records/report.ts'

/** A report to compare, by what the test is about: an hour on 20 November 2025, plainly told. */
export function testReport(id: string, proposition: string, more: Partial<Report> = {}): Report {
  return {
    id,
    articleId: `article ${id}`,
    readingId: `reading ${id}`,
    title: null,
    outlet: `Outlet ${id}`,
    publishedAt: '2025-11-20T10:00:00Z',
    kind: 'statement',
    ordinal: 0,
    source: null,
    sourceEntity: null,
    proposition,
    modality: 'reported',
    stance: 'asserts',
    chain: [],
    eventType: null,
    actor: null,
    recipient: null,
    day: null,
    counts: [],
    span: { start: 0, end: proposition.length },
    sentence: { start: 0, end: proposition.length },
    sentenceText: proposition,
    ...more,
  }
}
