import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clearWeighing } from '../ledger/clear-weighing.ts'
import { digestWeighing } from '../ledger/digest-weighing.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import type { Document, Uncollected } from '../records/document.ts'
import type { IngestOutcome } from '../records/ingest-outcome.ts'
import { ingest } from './ingest.ts'
import { openReaders } from './open-readers.ts'
import type { Readers } from './readers.ts'
import { smallWeigher } from './test-weigher.fixture.ts'

let ledger: Ledger
let here: Readers
beforeAll(async () => {
  ;[ledger, here] = await Promise.all([openTestLedger(), openReaders({ mode: 'fast' })])
})
beforeEach(async () => {
  await clearWeighing(ledger)
  await ledger.db.execute(sql.raw('truncate document, article, reading cascade'))
})
afterAll(() => ledger.close())

const page = (n: number, where = `${n}.txt`): Document => ({
  where,
  bytes: Buffer.from(
    `Ferry number ${n} sails again\n\nThe harbour master of Lindholm said on Friday that ferry number ${n} would sail again after two days in which no ship could leave the harbour, and that it would carry mail, flour and forty passengers.\n`,
  ),
  mediaType: 'text/plain',
  charset: 'utf-8',
  headers: {},
  collectedAt: '2026-03-06T08:00:00Z',
})

async function* pages(...documents: (Document | Uncollected)[]): AsyncGenerator<Document | Uncollected> {
  yield* documents
}

/** Reads in this thread, as if in so many: each document when its time has come; tells what was read. */
function readLike(
  workers: number,
  before: (where: string) => Promise<unknown> = async () => {},
): Readers & { readonly begun: string[] } {
  const begun: string[] = []
  return {
    ...here,
    workers,
    begun,
    read: (async (document, options) => {
      begun.push(document.where)
      await before(document.where)
      return await here.read(document, options)
    }) as Readers['read'],
  }
}

const collect = async (outcomes: AsyncIterable<IngestOutcome>): Promise<string[]> => {
  const all: string[] = []
  for await (const { where, outcome } of outcomes) all.push(`${where} ${outcome}`)
  return all
}

const findTitles = async () => {
  const { rows } = await ledger.db.execute<{ title: string }>(
    sql.raw('select title from article order by seq'),
  )
  return rows.map(({ title }) => title.replace(/\D+/g, ''))
}

describe.each([0, 1, 3])('with %i reading threads', (workers) => {
  test('outcomes and articles come in the order of the documents, however long each takes', async () => {
    const slowFirst = readLike(workers, (where) => wait(where === '1.txt' ? 60 : where === '3.txt' ? 30 : 1))
    const missing: Uncollected = {
      where: 'gone.txt',
      problem: { code: 'unreadable-file', message: 'There is no such file.', advice: null },
    }
    const outcomes = await collect(
      ingest(pages(page(1), page(2), missing, page(3), page(4), page(5)), ledger, slowFirst),
    )
    expect(outcomes).toEqual([
      '1.txt added',
      '2.txt added',
      'gone.txt failed',
      '3.txt added',
      '4.txt added',
      '5.txt added',
    ])
    expect(await findTitles()).toEqual(['1', '2', '3', '4', '5'])
  })

  test('what is known is not read again, nor the same bytes from two places', async () => {
    const readers = readLike(workers, () => wait(10))
    expect(await collect(ingest(pages(page(1), page(1, 'copy.txt'), page(2)), ledger, readers))).toEqual([
      '1.txt added',
      'copy.txt unchanged',
      '2.txt added',
    ])
    expect(await collect(ingest(pages(page(1), page(2), page(3)), ledger, readers))).toEqual([
      '1.txt unchanged',
      '2.txt unchanged',
      '3.txt added',
    ])
    expect(readers.begun).toEqual(['1.txt', '2.txt', '3.txt'])
  })

  test('a crash loses one document, says so with its trace, and the rest is read', async () => {
    const faults: unknown[] = []
    const readers = readLike(workers, async (where) => {
      if (where === '2.txt') throw new Error('a rule went in circles')
    })
    const outcomes = ingest(pages(page(1), page(2), page(3)), ledger, readers, {
      onFault: (where, error) => faults.push(where, error instanceof Error && error.stack),
    })
    expect(await collect(outcomes)).toEqual(['1.txt added', '2.txt failed', '3.txt added'])
    expect(faults).toEqual(['2.txt', expect.stringContaining('a rule went in circles')])
  })

  test('stopped in the middle, it is completed by the next walk, with nothing lost or doubled', async () => {
    const controller = new AbortController()
    const all = () => pages(page(1), page(2), page(3), page(4), page(5), page(6))
    const first: string[] = []
    for await (const { where } of ingest(
      all(),
      ledger,
      readLike(workers, () => wait(5)),
      { signal: controller.signal },
    )) {
      first.push(where)
      if (where === '2.txt') controller.abort()
    }
    expect(first).toEqual(['1.txt', '2.txt'])
    expect(await findTitles()).toEqual(['1', '2'])
    expect(await digestWeighing(ledger)).toMatchObject({ weighed: 2 })
    const readers = readLike(workers)
    expect(await collect(ingest(all(), ledger, readers))).toEqual([
      '1.txt unchanged',
      '2.txt unchanged',
      ...[3, 4, 5, 6].map((n) => `${n}.txt added`),
    ])
    expect(readers.begun).toEqual(['3.txt', '4.txt', '5.txt', '6.txt'])
    expect(await findTitles()).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(await digestWeighing(ledger)).toMatchObject({ weighed: 6, failed: 0 })
  })
})

test('what cannot be weighed is added all the same, and its outcome says so', async () => {
  const weigher = {
    ...smallWeigher,
    toReports: () => {
      throw new Error('a rule went in circles')
    },
  }
  const faults: string[] = []
  const onFault = (where: string) => faults.push(where)
  for await (const { outcome, problems } of ingest(pages(page(1)), ledger, here, { weigher, onFault })) {
    expect(outcome).toBe('added')
    expect(problems.at(-1)).toMatchObject({
      code: 'internal-fault',
      message: expect.stringContaining('went in circles'),
    })
  }
  expect(faults).toEqual(['1.txt'])
})

test('a walk that is aborted ends although a document never does', async () => {
  const controller = new AbortController()
  const stuck = readLike(2, (where) => (where === '2.txt' ? new Promise(() => {}) : wait(1)))
  const given: string[] = []
  for await (const { where } of ingest(pages(page(1), page(2), page(3)), ledger, stuck, {
    signal: controller.signal,
  })) {
    given.push(where)
    setTimeout(() => controller.abort(), 20)
  }
  expect(given).toEqual(['1.txt'])
})

test('a large folder is not taken in at once: so many documents as threads, and two', async () => {
  let taken = 0
  async function* many() {
    for (let n = 1; n <= 12; n++) {
      taken++
      yield page(n)
    }
  }
  let given = 0
  for await (const { where } of ingest(many(), ledger, readLike(2))) {
    given++
    await wait(10)
    expect(taken, where).toBeLessThanOrEqual(given + 3)
  }
  expect(given).toBe(12)
})
