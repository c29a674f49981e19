import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countLedger } from './count-ledger.ts'
import { getDocument } from './get-document.ts'
import { insertDocument } from './insert-document.ts'
import { sighting } from './schema.ts'
import { makeDocument } from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  test('a document added twice is one document, seen once', async () => {
    const document = makeDocument('The bridge reopens on Monday.')
    const first = await insertDocument(opened.ledger, document)
    const second = await insertDocument(opened.ledger, {
      ...document,
      collectedAt: '2026-05-01T00:00:00.000Z',
    })
    expect(first.isNew).toBe(true)
    expect(second).toEqual({ documentId: first.documentId, isNew: false, sighting: first.sighting })
    expect((await countLedger(opened.ledger)).documents).toBe(1)
    const sightings = await opened.ledger.db.select().from(sighting)
    expect(sightings.map((seen) => seen.where)).toEqual([document.where])
    expect((await getDocument(opened.ledger, first.documentId)).collectedAt).toBe('2026-03-04T09:30:00.000Z')
  })

  test('the id is the beginning of the SHA-256 of the bytes', async () => {
    // printf abc | sha256sum
    const { documentId } = await insertDocument(
      opened.ledger,
      makeDocument('', { bytes: Buffer.from('abc') }),
    )
    expect(documentId).toBe('ba7816bf8f01cfea414140de5dae2223')
  })

  test('the same bytes at another address are one document, seen twice', async () => {
    const document = makeDocument('A reprint, word for word.')
    await insertDocument(opened.ledger, document)
    const long = `https://mirror.example/?${'q=tracking&'.repeat(1000)}`
    expect(await insertDocument(opened.ledger, { ...document, where: long })).toMatchObject({ isNew: false })
    const sightings = await opened.ledger.db.select().from(sighting).orderBy(sighting.seq)
    expect(sightings.map((seen) => seen.where)).toEqual([document.where, long])
  })

  test('a document comes back byte for byte, with what was known of it', async () => {
    const bytes = new Uint8Array(100_000).map((_, i) => (i * 7919) % 256)
    const document = makeDocument('', {
      bytes,
      mediaType: null,
      charset: null,
      headers: { 'x-odd': 'a"\\b' },
    })
    const { documentId } = await insertDocument(opened.ledger, document)
    const found = await getDocument(opened.ledger, documentId)
    expect(Buffer.from(found.bytes).equals(bytes)).toBe(true)
    expect({ ...found, bytes }).toEqual(document)
  })

  test('an empty document is kept too', async () => {
    const { documentId } = await insertDocument(opened.ledger, makeDocument('', { bytes: new Uint8Array() }))
    expect((await getDocument(opened.ledger, documentId)).bytes).toHaveLength(0)
  })

  test('an unknown document is not found', async () => {
    await expect(getDocument(opened.ledger, '0'.repeat(32))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('many at the same time are all kept', async () => {
    const documents = Array.from({ length: 40 }, (_, i) => makeDocument(`Notice number ${i % 20}.`))
    const outcomes = await Promise.all(documents.map((document) => insertDocument(opened.ledger, document)))
    expect(outcomes.filter((outcome) => outcome.isNew)).toHaveLength(20)
    expect((await countLedger(opened.ledger)).documents).toBe(20)
  })
})
