import { expect, test } from 'vitest'
import { makeClaim } from '../../../src/ledger/test-records.fixture.ts'
import { summariseClaim } from '../../../src/records/claim-summary.ts'
import { makeReport } from '../../../src/records/made-report.fixture.ts'
import type { News, NewsKind } from '../../../src/records/situation-news.ts'
import { groupNews } from './group-news.ts'

const news = (kind: NewsKind): News => ({
  kind,
  report: makeReport({ id: 'r' }),
  before: null,
  after: null,
  conflict: null,
})
const claimOf = (id: string, origins: number) => ({
  ...summariseClaim(makeClaim(id, [makeReport({ id })])),
  origins,
})

test('a claim stands in each group that it has news of; new claims of most origins first', () => {
  const groups = groupNews([
    { claim: claimOf('a', 1), news: [news('denied'), news('new-origin')] },
    { claim: claimOf('b', 0), news: [news('new-claim')] },
    { claim: claimOf('c', 2), news: [news('new-claim')] },
  ])
  expect(groups.against.map(({ claim }) => claim.id)).toEqual(['a'])
  expect(groups.origins.map(({ claim }) => claim.id)).toEqual(['a'])
  expect(groups.turns).toEqual([])
  expect(groups.claims.map(({ claim }) => claim.id)).toEqual(['c', 'b'])
})
