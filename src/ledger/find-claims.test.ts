import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Claim } from '../records/claim.ts'
import { allClaims } from '../records/claim-query.ts'
import { noProvenance } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { countLedger } from './count-ledger.ts'
import { findClaims } from './find-claims.ts'
import { getClaim } from './get-claim.ts'
import { addReport, putTestClaims } from './put-test-claims.fixture.ts'
import { makeClaim } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  /** One report of its own for each name, of distinct articles. */
  async function addReports(...outlets: string[]): Promise<Report[]> {
    const reports: Report[] = []
    for (const [i, outlet] of outlets.entries()) {
      const day = `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + i).padStart(2, '0')}`
      reports.push((await addReport(opened.ledger, outlet, day)).report)
    }
    return reports
  }

  const idsOf = async (query: Parameters<typeof findClaims>[1]) =>
    (await findClaims(opened.ledger, query)).claims.map(({ id }) => id)

  test('claims come back with their reports as they were given', async () => {
    const reports = await addReports('Coastal Courier', 'Daily Pier', 'Night Gazette')
    const [first, second, third] = reports as [Report, Report, Report]
    const claim = makeClaim('abcd01', [third, first, second], { firstPublishedAt: null })
    await putTestClaims(opened.ledger, [claim])
    expect(await findClaims(opened.ledger)).toEqual({ claims: [claim], nextCursor: null })
    expect(await getClaim(opened.ledger, 'abcd')).toEqual(claim)
    expect((await countLedger(opened.ledger)).claims).toBe(1)
    // What it was named after before, and will be once an earlier report is found, leads to it too.
    for (const { id } of reports) expect((await getClaim(opened.ledger, id)).id).toBe('abcd01')
    await expect(getClaim(opened.ledger, 'abce')).rejects.toMatchObject({ code: 'not-found' })
    await expect(getClaim(opened.ledger, 'pier')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a claim that was joined with an earlier one is found by the id that it had', async () => {
    const [first, second] = (await addReports('Coastal Courier', 'Daily Pier')) as [Report, Report]
    const claim = makeClaim(first.id, [first, second], {})
    await putTestClaims(opened.ledger, [claim])
    expect(await getClaim(opened.ledger, second.id)).toEqual(claim)
    expect(await getClaim(opened.ledger, second.id.slice(0, 12))).toEqual(claim)
  })

  test('most origins first, then most outlets, most reports, the earliest, the undated last', async () => {
    const reports = await addReports('A', 'B', 'C', 'A', 'A', 'A', 'D', 'E', 'F')
    const claimOf = (
      id: string,
      start: number,
      count: number,
      firstPublishedAt: string | null,
      independent = 0,
    ) =>
      makeClaim(id, reports.slice(start, start + count), {
        firstPublishedAt,
        provenance: { ...noProvenance, independent },
      })
    await putTestClaims(opened.ledger, [
      claimOf('undated', 6, 1, null),
      claimOf('late', 7, 1, '2026-03-05'),
      claimOf('early', 5, 1, '2026-03-04T23:00:00+09:00'),
      claimOf('same outlet twice', 3, 2, '2026-12-01'),
      claimOf('three outlets', 0, 3, null),
      claimOf('two origins', 8, 1, null, 2),
    ])
    expect(await idsOf({})).toEqual([
      'two origins',
      'three outlets',
      'same outlet twice',
      'early',
      'late',
      'undated',
    ])
    expect(await idsOf({ queries: [{ ...allClaims, minOrigins: 1 }] })).toEqual(['two origins'])
  })

  test('the cursor walks every claim exactly once', async () => {
    const reports = await addReports(...'ABCABCABCABC')
    const claims: Claim[] = [
      makeClaim('c00', reports.slice(0, 3)),
      makeClaim('c01', reports.slice(3, 5)),
      ...reports.slice(5).map((report, i) =>
        makeClaim(`c1${i}`, [report], {
          firstPublishedAt: i % 2 ? null : '2026',
          provenance: { ...noProvenance, independent: i % 3 },
        }),
      ),
    ]
    await putTestClaims(opened.ledger, claims)
    const all = await idsOf({})
    expect(new Set(all).size).toBe(9)
    const walked: string[] = []
    let cursor: string | null = null
    do {
      const page = await findClaims(opened.ledger, { limit: 2, cursor })
      walked.push(...page.claims.map((claim) => claim.id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(walked).toEqual(all)
    await expect(findClaims(opened.ledger, { cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid-request',
    })
  })

  test('an article, a disagreement and words choose among them', async () => {
    const reports = await addReports('Coastal Courier', 'Daily Pier')
    const [first, second] = reports as [Report, Report]
    const disagreement = { kind: 'denial', isUpdate: false, otherClaim: null, sides: [] } as const
    await putTestClaims(opened.ledger, [
      makeClaim('c1', [first], { proposition: 'The strike goes on', source: 'Ilse Brandt' }),
      makeClaim('c2', [second], {
        proposition: 'The strike is over',
        source: null,
        disagreements: [disagreement],
      }),
    ])
    expect(await idsOf({ articleId: second.articleId })).toEqual(['c2'])
    expect(await idsOf({ queries: [{ ...allClaims, isDisputed: true }] })).toEqual(['c2'])
    expect(await idsOf({ queries: [{ ...allClaims, isDisputed: false }] })).toEqual(['c1'])
    expect(await idsOf({ queries: [{ ...allClaims, words: 'strikes brandt' }] })).toEqual(['c1'])
    expect(await idsOf({ queries: [{ ...allClaims, words: 'strike -brandt' }] })).toEqual(['c2'])
    expect(await idsOf({ storyId: 'none' })).toEqual([])
  })
})
