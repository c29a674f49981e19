import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { allClaims } from '../records/claim-query.ts'
import { summariseClaim } from '../records/claim-summary.ts'
import { makeReport } from '../records/made-report.fixture.ts'
import type { News } from '../records/situation-news.ts'
import { cranes, makeIo, toId } from './made-claim.fixture.ts'
import { printSituation, type ToldSituation } from './print-situation.ts'

const report = makeReport({
  id: toId('r7'),
  outlet: 'Port Herald',
  publishedAt: '2026-03-05',
  sentenceText: 'Mayor Jonas Ress denied that the cranes would stand still.',
})
const news = (kind: News['kind'], before: string | null = null, after: string | null = null): News => ({
  kind,
  report,
  before,
  after,
  conflict: null,
})
const tell = (told: readonly News[], more: Partial<ToldSituation['news']> = {}): ToldSituation => ({
  situation: {
    id: toId('51'),
    name: 'The strike',
    query: { ...allClaims, words: 'cranes', actors: ['Ilse Brandt'] },
    createdAt: '2026-03-04T09:00:00.000Z',
    createdBy: 'ada',
    changedAt: '2026-03-04T09:00:00.000Z',
    lastVisitAt: null,
    newArticles: 1,
    counts: {
      claims: 1,
      articles: 4,
      outlets: 4,
      origins: 1,
      lastAddedAt: '2026-03-06T00:00:00.000Z',
      days: [],
      earlier: 0,
      undated: 0,
    },
  },
  news: {
    since: '2026-03-05T00:00:00.000Z',
    until: '2026-03-06T00:00:00.000Z',
    claims: told.length === 0 ? [] : [{ claim: summariseClaim(cranes), news: told }],
    moreClaims: 0,
    edits: [],
    moreEdits: false,
    ...more,
  },
  matrix: { outlets: [{ name: 'Port Herald', claims: 1, firsts: 0, copies: 0 }], rows: [], moreClaims: 0 },
})

test('says what is held, what changed with the words that show it, and who tells it', () => {
  expect(printSituation(tell([news('denied', null, 'Jonas Ress')]), makeIo('pipe'))).toBe(
    `
The strike
cranes actor:"Ilse Brandt"
4 articles · 4 outlets · 1 claim · 1 independent origin
followed since 2026-03-04 09:00Z by ada · id ${toId('51')}

Since 2026-03-05 00:00Z
  Ilse Brandt: the cranes would stand still until Friday
    4 reports, 4 outlets, 1 origin · claim c1a10000
    denied: by Jonas Ress
      “Mayor Jonas Ress denied that the cranes would stand still.” Port Herald, 2026-03-05

claims  first  copies  outlet
     1      0       0  Port Herald
first: claims that it alone told first; copies: told in words of another alone.`.trimStart(),
  )
})

test.each([
  [news('new-claim'), /^ {2}New\. Ilse Brandt: /m],
  [news('new-origin', 'Ilse Brandt', 'Tomás Arce'), /another origin: Tomás Arce, beside Ilse Brandt$/m],
  [news('retracted', null, 'Port Herald'), /taken back: by Port Herald$/m],
  [news('conflict', 'about 300', 'fewer than 80'), /contradicted: about 300 against fewer than 80$/m],
  [news('hedge-dropped', 'hedged', 'reported'), /hedge dropped: hedged → reported$/m],
  [news('planned-happened', 'planned'), /planned, then happened: planned → nothing$/m],
])('tells what is new in a few words: $kind', (one, words) => {
  expect(printSituation(tell([one]), makeIo('pipe'))).toMatch(words)
})

test('says that nothing changed, and that there is more than was looked at', () => {
  expect(printSituation(tell([]), makeIo('pipe'))).toContain('Since 2026-03-05 00:00Z\nNothing changed.')
  const more = printSituation(tell([news('new-claim')], { moreClaims: 3, moreEdits: true }), makeIo('pipe'))
  expect(more).toMatch(/^3 more claims with new articles: /m)
  expect(more).toMatch(/^More pages were edited: /m)
})

test('stays within a narrow terminal', () => {
  const out = printSituation(tell([news('denied', null, 'Jonas Ress'), news('new-claim')]), makeIo(80))
  for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
})
