import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimGroupings } from '../records/claim-group.ts'
import { parseSearch } from '../records/parse-search.ts'
import { findClaimGroups } from './find-claim-groups.ts'
import { countClaims } from './find-claims.ts'
import { addReport, putTestClaims } from './put-test-claims.fixture.ts'
import { makeClaim } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
    const { report: courier } = await addReport(opened.ledger, 'The Coastal Courier', '2026-03-04')
    const { report: pier } = await addReport(opened.ledger, 'Daily Pier', '2026-03-09')
    const { report: gazette } = await addReport(opened.ledger, null, '2026-03-09')
    const met = { kind: 'event', eventType: 'CONSULT' } as const
    await putTestClaims(opened.ledger, [
      makeClaim(
        'c1',
        [{ ...courier, ...met, actor: 'Anton Veresk', recipient: 'Lucía Ferrán', source: null }],
        {
          firstPublishedAt: '2026-03-04',
          disagreements: [{ kind: 'day', isUpdate: false, otherClaim: null, sides: [] }],
        },
      ),
      makeClaim('c2', [{ ...pier, ...met, actor: 'Anton Veresk', source: null }], {
        firstPublishedAt: '2026-03-09',
      }),
      makeClaim('c3', [{ ...gazette, source: 'Ilse Brandt' }], { firstPublishedAt: null }),
    ])
  })
  afterAll(() => opened.drop())

  const find = async (by: (typeof claimGroupings)[number], q = '', limit = 100) => {
    const { groups, total } = await findClaimGroups(
      opened.ledger,
      by,
      { queries: [parseSearch(q).query] },
      limit,
    )
    return [groups.map(({ key, claims, disputed }) => [key, claims, disputed]), total]
  }

  test('a claim of two actors stands in the groups of both, and one of none in the last', async () => {
    const groups = [
      ['anton veresk', 2, 1],
      ['lucia ferran', 1, 1],
      ['', 1, 0],
    ]
    expect(await find('actor')).toEqual([groups, 2])
    expect(await find('actor', '', 1)).toEqual([[groups[0], groups[2]], 2])
    expect(await find('actor', 'actor:ferran')).toEqual([
      [
        ['anton veresk', 1, 1],
        ['lucia ferran', 1, 1],
      ],
      2,
    ])
  })

  test('the last day comes first', async () => {
    const days = [
      ['2026-03-09', 1, 0],
      ['2026-03-04', 1, 1],
      ['', 1, 0],
    ]
    expect(await find('day')).toEqual([days, 2])
  })

  test('opened, a group has as many claims as it was said to have', async () => {
    for (const by of claimGroupings) {
      const { groups } = await findClaimGroups(opened.ledger, by, {})
      expect(groups.length, by).toBeGreaterThan(0)
      for (const { key, claims } of groups)
        expect(await countClaims(opened.ledger, { group: { by, key } }), `${by} ${key}`).toBe(claims)
    }
    await expect(countClaims(opened.ledger, { group: { by: 'day', key: 'today' } })).rejects.toMatchObject({
      code: 'invalid-request',
    })
  })
})
