import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getArticle } from './get-article.ts'
import { insertArticle } from './insert-article.ts'
import { insertDocument } from './insert-document.ts'
import { insertReading } from './insert-reading.ts'
import { ferryText, makeArticle, makeDocument, makeFerryReading } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  async function addWithId(id: string, title: string | null = 'Notice'): Promise<void> {
    const { documentId } = await insertDocument(opened.ledger, makeDocument(id))
    await insertArticle(opened.ledger, documentId, { ...makeArticle({ text: id, title }), id })
  }

  test('an article comes with its reading, its document and every place it was seen', async () => {
    const article = makeArticle({ text: ferryText })
    const document = makeDocument(ferryText, { where: 'morning.html' })
    const { documentId } = await insertDocument(opened.ledger, document)
    await insertArticle(opened.ledger, documentId, article)
    await insertReading(opened.ledger, article, makeFerryReading())
    const later = makeDocument('another frame', {
      where: 'evening.html',
      collectedAt: '2026-03-04T19:00:00.000Z',
    })
    const again = await insertDocument(opened.ledger, later)
    await insertArticle(opened.ledger, again.documentId, article)
    expect(await getArticle(opened.ledger, article.id)).toEqual({
      article,
      reading: makeFerryReading(),
      document: {
        id: documentId,
        mediaType: 'text/html',
        sizeBytes: document.bytes.byteLength,
        sightings: [
          {
            where: 'morning.html',
            collectedAt: '2026-03-04T09:30:00.000Z',
            lastCollectedAt: '2026-03-04T09:30:00.000Z',
          },
          {
            where: 'evening.html',
            collectedAt: '2026-03-04T19:00:00.000Z',
            lastCollectedAt: '2026-03-04T19:00:00.000Z',
          },
        ],
      },
    })
  })

  test('the beginning of an id is enough when no other begins so', async () => {
    await addWithId('abcd1111'.padEnd(32, '0'))
    await addWithId('abcd2222'.padEnd(32, '0'))
    await addWithId('abce0000'.padEnd(32, 'f'))
    expect((await getArticle(opened.ledger, 'abcd1')).article.id).toBe('abcd1111'.padEnd(32, '0'))
    expect((await getArticle(opened.ledger, 'ABCE')).article.id).toBe('abce0000'.padEnd(32, 'f'))
    await expect(getArticle(opened.ledger, 'abcd')).rejects.toMatchObject({ code: 'ambiguous-id' })
  })

  test('an ambiguous id names the articles it could be, with as many digits as tell them apart', async () => {
    await addWithId('0123456789a'.padEnd(32, '0'), 'Bridge')
    await addWithId('0123456789b'.padEnd(32, '0'), null)
    const failure = await getArticle(opened.ledger, '0123').catch((error: unknown) => error)
    expect(String(failure)).toContain('0123456789a (Bridge), 0123456789b (no title)')
  })

  test('what is no id, and an id that nothing has, are not found', async () => {
    await addWithId('ffff'.padEnd(32, 'f'))
    for (const id of [
      '',
      'abc',
      'zzzz',
      'fff%',
      '0000',
      `${'f'.repeat(32)}f`,
      'ffff\u0000',
      "ffff' or 1=1",
    ]) {
      await expect(getArticle(opened.ledger, id)).rejects.toMatchObject({ code: 'not-found' })
    }
    expect((await getArticle(opened.ledger, 'ffff')).reading).toBeNull()
  })
})
