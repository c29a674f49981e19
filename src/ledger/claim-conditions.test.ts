import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClaimQuery } from '../records/claim-query.ts'
import { noProvenance } from '../records/made-report.fixture.ts'
import { parseSearch } from '../records/parse-search.ts'
import { claimOrderNames } from './claim-orders.ts'
import { countClaims, findClaimSummaries } from './find-claims.ts'
import { findFacets } from './find-facets.ts'
import { addReport, putTestClaims } from './put-test-claims.fixture.ts'
import { makeClaim } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
    const { report: courier } = await addReport(opened.ledger, 'The Coastal Courier', '2026-03-04')
    const { report: pier } = await addReport(opened.ledger, 'Daily Pier', '2026-03-09')
    const { report: gazette } = await addReport(opened.ledger, 'Night Gazette', '2026-04-01')
    const met = { ...courier, kind: 'event', eventType: 'CONSULT', modality: 'fact' } as const
    await putTestClaims(opened.ledger, [
      makeClaim(
        'c1met',
        [{ ...met, actor: 'Anton Veresk', recipient: 'Lucía Ferrán', place: 'Selgrad', source: null }],
        {
          kind: 'event',
          proposition: 'Veresk met Ferrán',
          provenance: { ...noProvenance, independent: 2 },
        },
      ),
      makeClaim('c2said', [{ ...pier, sourceEntity: 'Anton Veresk', modality: 'hedged' }], {
        proposition: 'The amnesty may come',
        source: 'Veresk',
      }),
      makeClaim('c3denied', [{ ...gazette, source: 'the Veresker union', modality: 'denied' }], {
        proposition: 'There was never an amnesty',
        firstPublishedAt: '2026-04-01',
        disagreements: [{ kind: 'denial', isUpdate: false, otherClaim: null, sides: [] }],
      }),
    ])
  })
  afterAll(() => opened.drop())

  const find = async (q: string) => {
    const queries: ClaimQuery[] = [parseSearch(q).query]
    const { claims } = await findClaimSummaries(opened.ledger, { queries })
    expect(await countClaims(opened.ledger, { queries })).toBe(claims.length)
    return claims.map(({ id }) => id).sort()
  }

  test.each([
    ['', ['c1met', 'c2said', 'c3denied']],
    ['actor:veresk', ['c1met', 'c2said']],
    ['actor:"anton veresk" kind:event', ['c1met']],
    ['actor:ferran', ['c1met']],
    ['actor:"veresk anton"', []],
    ['says:veresk', ['c2said']],
    ['outlet:"coastal courier" outlet:gazette', ['c1met', 'c3denied']],
    ['-outlet:courier', ['c2said', 'c3denied']],
    ['type:consult', ['c1met']],
    ['modality:denied', ['c3denied']],
    ['place:selgrad', ['c1met']],
    ['origins>=2', ['c1met']],
    ['is:disputed amnesty', ['c3denied']],
    ['after:2026-03-09', ['c2said', 'c3denied']],
    ['before:2026-03-09', ['c1met']],
    ['actor:nobody', []],
    ["actor:o'veresk\\ actor:%", []],
  ])('%s', async (q, ids) => {
    expect(await find(q)).toEqual(ids)
  })

  test('every order is walked by its cursor, each claim once', async () => {
    for (const order of claimOrderNames) {
      const all = (await findClaimSummaries(opened.ledger, { order })).claims
      const walked = []
      let cursor: string | null = null
      do {
        const page = await findClaimSummaries(opened.ledger, { order, limit: 1, cursor })
        walked.push(...page.claims)
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(walked, order).toEqual(all)
      expect(all).toHaveLength(3)
    }
    const newest = await findClaimSummaries(opened.ledger, { order: 'newest' })
    expect(newest.claims.map(({ id }) => id)).toEqual(['c3denied', 'c2said', 'c1met'])
  })

  test('names are suggested by the beginning of any of their words, with their claims', async () => {
    expect(await findFacets(opened.ledger, { kinds: ['actor', 'source'], prefix: 'ver' })).toEqual([
      { kind: 'actor', key: 'anton veresk', name: 'Anton Veresk', claims: 1 },
      { kind: 'source', key: 'anton veresk', name: 'Anton Veresk', claims: 1 },
      { kind: 'source', key: 'veresker union', name: 'the Veresker union', claims: 1 },
    ])
    expect(await findFacets(opened.ledger, { kinds: ['outlet'], prefix: 'coastal co' })).toMatchObject([
      { name: 'The Coastal Courier' },
    ])
  })

  test('a claim that goes takes its names along', async () => {
    await putTestClaims(opened.ledger, [])
    expect(await findFacets(opened.ledger, { kinds: ['actor'] })).toEqual([])
  })
})
