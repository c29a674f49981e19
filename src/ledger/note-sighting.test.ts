import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findRows } from './find-rows.ts'
import { insertDocument } from './insert-document.ts'
import { isoInstant } from './iso-instant.ts'
import { makeDocument } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  const hour = (h: number) => `2026-03-04T${String(h).padStart(2, '0')}:00:00.000Z`
  const idsOf = new Map<string, string>()
  const see = async (words: string, h: number, where = 'https://courier.example/a') => {
    const { documentId } = await insertDocument(
      opened.ledger,
      makeDocument(words, { where, collectedAt: hour(h) }),
    )
    idsOf.set(documentId, words)
  }
  /** “A 1–3”: the bytes A at 1 and at 3 o’clock and at every collect between. */
  const told = async (where = 'https://courier.example/a') => {
    const rows = await findRows<{ documentId: string; from: string; to: string }>(
      opened.ledger.db,
      sql`select document_id as "documentId", ${isoInstant(sql`collected_at`)} as "from",
        ${isoInstant(sql`last_collected_at`)} as "to" from sighting where "where" = ${where}
        order by collected_at, last_collected_at`,
    )
    return rows.map(
      ({ documentId, from, to }) =>
        `${idsOf.get(documentId)} ${Number(from.slice(11, 13))}–${Number(to.slice(11, 13))}`,
    )
  }

  test('the same bytes again make the stretch longer; after others they are seen anew', async () => {
    for (const [words, h] of [
      ['A', 1],
      ['A', 2],
      ['A', 3],
      ['B', 4],
      ['A', 5],
      ['A', 6],
    ] as const)
      await see(words, h)
    expect(await told()).toEqual(['A 1–3', 'B 4–4', 'A 5–6'])
  })

  test('every place has its own stretches', async () => {
    await see('A', 1)
    await see('B', 2, 'https://courier.example/b')
    await see('A', 3)
    expect(await told()).toEqual(['A 1–3'])
  })

  test('an archive that is added later tells what was before and between', async () => {
    await see('A', 5)
    await see('A', 9)
    await see('A', 3)
    expect(await told()).toEqual(['A 3–9'])
    await see('B', 7)
    expect(await told()).toEqual(['A 3–3', 'B 7–7', 'A 9–9'])
    await see('B', 1)
    expect(await told()).toEqual(['B 1–1', 'A 3–3', 'B 7–7', 'A 9–9'])
    await see('B', 8)
    await see('A', 6)
    expect(await told()).toEqual(['B 1–1', 'A 3–6', 'B 7–8', 'A 9–9'])
  })

  test('whatever the order of adding, a stretch begins and ends with a collect, and changes where bytes do', async () => {
    const collects = fc.uniqueArray(
      fc.record({ h: fc.integer({ min: 0, max: 23 }), words: fc.constantFrom('A', 'B', 'C') }),
      { selector: ({ h }) => h, minLength: 1, maxLength: 9 },
    )
    await fc.assert(
      fc.asyncProperty(collects, async (all) => {
        await opened.clear()
        for (const { words, h } of all) await see(words, h)
        const stretches = (await told()).map((line) => {
          const [words = '', from, to] = line.split(/[ –]/)
          return { words, from: Number(from), to: Number(to) }
        })
        const seen = new Map(all.map(({ h, words }) => [h, words]))
        let last = { words: '', to: -1 }
        for (const { words, from, to } of stretches) {
          expect([seen.get(from), seen.get(to)]).toEqual([words, words])
          expect(words).not.toBe(last.words)
          expect(from).toBeGreaterThan(last.to)
          last = { words, to }
        }
        expect(last.to).toBe(Math.max(...seen.keys()))
      }),
      { numRuns: 25 },
    )
  })

  test('in the order of collecting, nothing of what was seen is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('A', 'B'), { minLength: 1, maxLength: 8 }), async (all) => {
        await opened.clear()
        for (const [h, words] of all.entries()) await see(words, h)
        const expected: string[] = []
        for (const [h, words] of all.entries()) {
          const before = all[h - 1] === words ? expected.pop() : undefined
          expected.push(`${words} ${before?.split(/[ –]/)[1] ?? h}–${h}`)
        }
        expect(await told()).toEqual(expected)
      }),
      { numRuns: 15 },
    )
  })
})
