import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseSearch } from '../records/parse-search.ts'
import { countArticles, findArticles } from './find-articles.ts'
import { addReport, putTestClaims } from './put-test-claims.fixture.ts'
import { makeClaim } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
    const { report: courier } = await addReport(opened.ledger, 'The Coastal Courier', '2026-03-04')
    const { report: respelt } = await addReport(opened.ledger, 'COASTAL COURIER', '2026-03-08')
    const { report: pier } = await addReport(opened.ledger, 'Pier & Co. “Daily”', '2026-03-09')
    await addReport(opened.ledger, null, '2026-03-10')
    await putTestClaims(opened.ledger, [
      makeClaim('c1', [
        { ...courier, actor: 'Anton Veresk' },
        { ...pier, actor: 'Veresk' },
      ]),
      makeClaim('c2', [{ ...respelt, actor: 'Lucía Ferrán' }]),
    ])
  })
  afterAll(() => opened.drop())

  test.each([
    ['', 4],
    ['ferries', 4],
    ['volcano', 0],
    ['actor:veresk', 2],
    ['ferries actor:"lucia ferran"', 1],
    ['volcano actor:veresk', 0],
    // What the outlet prints itself, not what another prints of the same claim.
    ['outlet:courier', 2],
    ['outlet:"daily"', 1],
    ['outlet:courier actor:veresk', 1],
    ['-outlet:courier', 2],
    ['after:2026-03-08', 3],
    ['after:2026-03-08 before:2026-03-09', 1],
    ['outlet:nobody', 0],
  ])('%s finds %i articles', async (q, n) => {
    const { query } = parseSearch(q)
    expect((await findArticles(opened.ledger, { query })).articles).toHaveLength(n)
    expect(await countArticles(opened.ledger, query)).toBe(n)
  })
})
