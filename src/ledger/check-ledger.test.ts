import { getTableName, sql, TransactionRollbackError } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reweigh } from '../jobs/reweigh.ts'
import { smallWeigher } from '../jobs/test-weigher.fixture.ts'
import { checkLedger } from './check-ledger.ts'
import { weighedTables } from './clear-weighing.ts'
import { insertArticle } from './insert-article.ts'
import { insertDocument } from './insert-document.ts'
import { insertReading } from './insert-reading.ts'
import { readMigrations } from './run-migrations.ts'
import { ferryText, makeArticle, makeDocument, makeFerryReading } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  const article = makeArticle({ text: ferryText })
  const id = article.id.slice(0, 8)
  beforeAll(async () => {
    opened = await store.open()
    const { documentId } = await insertDocument(opened.ledger, makeDocument(ferryText))
    await insertArticle(opened.ledger, documentId, article)
    await insertReading(opened.ledger, article, makeFerryReading())
    await reweigh(opened.ledger, { weigher: smallWeigher })
  })
  afterAll(() => opened.drop())

  const weighed = weighedTables.map((table) => getTableName(table)).join()

  /** What a check says of the ledger damaged like this; the damage is undone. */
  async function damagedBy(...damage: string[]): Promise<string[]> {
    const { store: kind, place, db } = opened.ledger
    let sentences: string[] = []
    await db
      .transaction(async (transaction) => {
        for (const statement of damage) await transaction.execute(sql.raw(statement))
        sentences = await checkLedger({ store: kind, place, db: transaction, close: async () => undefined })
        transaction.rollback()
      })
      .catch((error: unknown) => {
        if (!(error instanceof TransactionRollbackError)) throw error
      })
    return sentences
  }

  test('a ledger that only we have written to is healthy', async () => {
    expect(await checkLedger(opened.ledger)).toEqual([])
  })

  test('spans outside the text are named, with the article', async () => {
    expect(await damagedBy('update statement set cue_end = 5000')).toEqual([
      `Its statements have spans outside its text: 1 article (${id}).`,
    ])
    expect(await damagedBy('update event set actor_start = -1')).toEqual([
      `Its events have spans outside its text: 1 article (${id}).`,
    ])
    expect(await damagedBy('update mention set span_start = span_end + 1')).toEqual([
      `Its mentions have spans outside its text: 1 article (${id}).`,
    ])
  })

  test('rows that went and records that changed are named', async () => {
    const [rows, changed, ...more] = await damagedBy(
      'delete from mention where ordinal = 1',
      `update reading set record = '{}'`,
    )
    expect(rows).toMatch(/^Not as many mentions as when it was added: 1 reading \([0-9a-f]{8}\)\.$/)
    expect(changed).toMatch(
      /^It is not what it was added as: 1 reading \([0-9a-f]{8}\)\. Restore a backup\.$/,
    )
    expect(more).toEqual([])
  })

  test('bytes that changed, places that went and articles of no document are named', async () => {
    const [seen, from, bytes, ...more] = await damagedBy(
      'delete from sighting',
      `update document set bytes_gzip = '\\x00'`,
      `truncate ${weighed}`,
      'delete from extraction',
    )
    expect(seen).toMatch(/^Nothing says where it was seen: 1 document/)
    expect(from).toMatch(/^Nothing says which document it is from: 1 article/)
    expect(bytes).toMatch(/^Its bytes are not those it was added with: 1 document/)
    expect(more).toEqual([])
  })

  test('what is weighed in part only is named', async () => {
    const advice = 'Weigh again: hearsay reweigh --from-scratch.'
    expect(
      await damagedBy(
        `delete from claim_report where position = 0 and report_id in (select id from report where kind = 'event')`,
      ),
    ).toEqual([
      expect.stringMatching(/^Not all of its reports are there: 1 claim /),
      expect.stringMatching(/^It stands in no claim: 1 report /),
    ])
    expect(await damagedBy('update report set span_end = 5000')).toEqual([
      expect.stringMatching(/^Its words are outside its article’s text: 2 reports /),
    ])
    expect(await damagedBy('delete from weighed')).toEqual([
      `It is weighed in part only: 1 article (${id}). ${advice}`,
    ])
    expect(await damagedBy('delete from story_article')).toEqual([
      expect.stringMatching(/^Not all of its articles are there: 1 story /),
      `It is weighed in part only: 1 article (${id}). ${advice}`,
    ])
    expect(await damagedBy('delete from shingle')).toEqual([
      `Not all of what shows its copies is there: 1 article (${id}). ${advice}`,
    ])
  })

  test('missing tables and migrations are named, and nothing else is asked', async () => {
    const [missing, waiting, ...more] = await damagedBy(
      'drop table claim_report',
      'delete from hearsay_migration',
    )
    expect(missing).toBe('These tables are missing: claim_report. Restore a backup.')
    const count = readMigrations().length
    expect(waiting).toBe(
      `${count} ${count === 1 ? 'migration has' : 'migrations have'} not run. Open the ledger with this version of Hearsay.`,
    )
    expect(more).toEqual([])
  })
})
