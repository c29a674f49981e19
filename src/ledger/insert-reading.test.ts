import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../records/article.ts'
import { countLedger } from './count-ledger.ts'
import { getArticle } from './get-article.ts'
import { hasReading } from './has-reading.ts'
import { insertArticle } from './insert-article.ts'
import { insertDocument } from './insert-document.ts'
import { insertReading } from './insert-reading.ts'
import { event, mention, statement, timeExpression } from './schema.ts'
import {
  ferryText,
  makeArticle,
  makeDocument,
  makeEvent,
  makeFerryReading,
  makeMention,
  makeStatement,
  spanOf,
} from './test-records.fixture.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  async function addArticle(article: Article, words = article.text): Promise<string> {
    const { documentId } = await insertDocument(opened.ledger, makeDocument(words))
    await insertArticle(opened.ledger, documentId, article)
    return documentId
  }

  test('a reading added twice is one reading with its rows once', async () => {
    const article = makeArticle({ text: ferryText })
    await addArticle(article)
    const first = await insertReading(opened.ledger, article, makeFerryReading())
    const second = await insertReading(opened.ledger, article, makeFerryReading())
    expect(first.isNew).toBe(true)
    expect(second).toEqual({ readingId: first.readingId, isNew: false })
    expect(await countLedger(opened.ledger)).toMatchObject({
      documents: 1,
      articles: 1,
      readings: 1,
      statements: 1,
      events: 1,
    })
    expect(await opened.ledger.db.select().from(statement)).toHaveLength(1)
  })

  test('the same reading with its members in another order is the same reading', async () => {
    const article = makeArticle({ text: ferryText })
    await addArticle(article)
    const reading = makeFerryReading()
    const turned = Object.fromEntries(Object.entries(reading).reverse()) as typeof reading
    const first = await insertReading(opened.ledger, article, reading)
    expect(await insertReading(opened.ledger, article, turned)).toEqual({ ...first, isNew: false })
  })

  test('every row carries its span and the words there', async () => {
    const article = makeArticle({ text: ferryText })
    await addArticle(article)
    await insertReading(opened.ledger, article, makeFerryReading())
    const { db } = opened.ledger
    const [said] = await db.select().from(statement)
    expect(said).toMatchObject({
      sourceWords: 'Ilse Brandt',
      cueWords: 'said',
      proposition: 'The harbour union will not talk before Friday',
      sentenceWords: 'The harbour union will not talk before Friday, Ilse Brandt said.',
      modality: 'denied',
      viaWords: null,
    })
    expect(ferryText.slice(said?.cueStart, said?.cueEnd)).toBe('said')
    expect(await db.select().from(mention).orderBy(mention.ordinal)).toMatchObject([
      { words: 'Ilse Brandt', entity: 'Ilse Brandt', type: 'PER' },
      { words: 'northern pier', entity: null, type: 'LOC' },
    ])
    expect(await db.select().from(timeExpression)).toMatchObject([
      { words: 'on Tuesday', firstDay: '2026-03-03' },
    ])
    expect(await db.select().from(event)).toMatchObject([
      {
        actorWords: 'Crews',
        placeWords: 'the northern pier',
        proposition: 'Crews blocked the northern pier',
        sentenceWords: 'Crews blocked the northern pier on Tuesday.',
        evidence: [spanOf(ferryText, 'Crews blocked the northern pier')],
      },
    ])
  })

  test('who “he” is, what he is and how sure the reader was are kept with the words', async () => {
    const text = 'The harbour master, Ove Lind, was asked. He said the pier was safe.'
    const article = makeArticle({ text })
    await addArticle(article)
    const he = makeStatement({
      source: spanOf(text, 'He'),
      cue: spanOf(text, 'said'),
      content: spanOf(text, 'the pier was safe'),
      sourceEntity: 'Ove Lind',
      confidence: 0.875,
    })
    const master = makeMention({
      ...spanOf(text, 'Ove Lind'),
      role: spanOf(text, 'The harbour master'),
      confidence: 0.96,
    })
    await insertReading(
      opened.ledger,
      article,
      makeFerryReading({ sentences: [], mentions: [master], times: [], statements: [he], events: [] }),
    )
    const { db } = opened.ledger
    expect(await db.select().from(statement)).toMatchObject([
      { sourceWords: 'He', sourceEntity: 'Ove Lind', confidence: 0.875 },
    ])
    expect(await db.select().from(mention)).toMatchObject([
      { words: 'Ove Lind', roleWords: 'The harbour master', confidence: 0.96 },
    ])
  })

  test('an interrupted quotation is attributed without the words that interrupt it', async () => {
    const text = '“We will stay,” he said, “until spring.”'
    const article = makeArticle({ text })
    await addArticle(article)
    const said = makeStatement({
      cue: spanOf(text, 'said'),
      content: { start: 0, end: text.length },
      contentParts: [spanOf(text, '“We will stay,”'), spanOf(text, '“until spring.”')],
      kind: 'direct',
    })
    const found = makeEvent({ evidence: [spanOf(text, 'stay'), spanOf(text, 'until spring')], statement: 0 })
    const sentences = [{ start: 0, end: text.length, tokens: [] }]
    const reading = makeFerryReading({
      sentences,
      mentions: [],
      times: [],
      statements: [said],
      events: [found],
    })
    await insertReading(opened.ledger, article, reading)
    expect(await opened.ledger.db.select().from(statement)).toMatchObject([
      { proposition: '“We will stay,” … “until spring.”' },
    ])
    expect(await opened.ledger.db.select().from(event)).toMatchObject([
      { proposition: 'stay … until spring' },
    ])
  })

  test('a span outside the text is refused, and nothing of the reading is kept', async () => {
    const article = makeArticle({ text: 'Short.' })
    await addArticle(article)
    const reading = makeFerryReading()
    await expect(insertReading(opened.ledger, article, reading)).rejects.toThrow(RangeError)
    expect((await getArticle(opened.ledger, article.id)).reading).toBeNull()
  })

  test('a reading of an article that is not in the ledger fails with the database’s own words', async () => {
    const failure = await insertReading(
      opened.ledger,
      makeArticle({ text: ferryText }),
      makeFerryReading(),
    ).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: '23503' })
    expect(String(failure)).not.toContain('params')
  })

  test('the reading added last is the current one', async () => {
    const article = makeArticle({ text: ferryText })
    await addArticle(article)
    const older = makeFerryReading()
    const newer = makeFerryReading({ stages: ['split-sentences@2'], events: [] })
    await insertReading(opened.ledger, article, older)
    await insertReading(opened.ledger, article, newer)
    expect((await getArticle(opened.ledger, article.id)).reading).toEqual(newer)
    expect(await countLedger(opened.ledger)).toMatchObject({ readings: 1, statements: 1, events: 0 })
    // Known already: what came after it stays the current one.
    await insertReading(opened.ledger, article, older)
    expect((await getArticle(opened.ledger, article.id)).reading).toEqual(newer)
  })

  test('a document is read when its article has a reading by the same stages, and only then', async () => {
    const article = makeArticle({ text: ferryText })
    const documentId = await addArticle(article)
    const { stages } = makeFerryReading()
    const isRead = (extract: readonly string[] | null, read: readonly string[]) =>
      hasReading(opened.ledger, documentId, extract, read)
    expect(await isRead(null, stages)).toBe(false)
    await insertReading(opened.ledger, article, makeFerryReading())
    expect(await isRead(null, stages)).toBe(true)
    expect(await isRead(['take-text@1'], stages)).toBe(true)
    expect(await isRead(['take-text@2'], stages)).toBe(false)
    expect(await isRead(['take-text@1'], ['split-sentences@1'])).toBe(false)
    expect(await isRead(['take-text@1'], [...stages].reverse())).toBe(false)
    expect(await hasReading(opened.ledger, 'f'.repeat(32), null, stages)).toBe(false)
  })

  test('stages with odd names are compared letter by letter', async () => {
    const article = makeArticle({ text: ferryText, stages: ['a,b@1', 'c"d\\e@{1}', 'null', ''] })
    const documentId = await addArticle(article)
    await insertReading(opened.ledger, article, makeFerryReading({ stages: ['x,y'] }))
    expect(await hasReading(opened.ledger, documentId, article.stages, ['x,y'])).toBe(true)
    expect(await hasReading(opened.ledger, documentId, article.stages, ['x', 'y'])).toBe(false)
    expect(await hasReading(opened.ledger, documentId, ['a,b@1', 'c"d\\e@{1}', 'null'], ['x,y'])).toBe(false)
  })

  test('two documents that give one article are both read by its one reading', async () => {
    const article = makeArticle({ text: ferryText })
    const first = await addArticle(article, 'The page in the morning.')
    await insertReading(opened.ledger, article, makeFerryReading())
    const second = await insertDocument(opened.ledger, makeDocument('The page with another advertisement.'))
    expect(await insertArticle(opened.ledger, second.documentId, article)).toEqual({ isNew: false })
    const { stages } = makeFerryReading()
    expect(await hasReading(opened.ledger, first, article.stages, stages)).toBe(true)
    expect(await hasReading(opened.ledger, second.documentId, article.stages, stages)).toBe(true)
    expect(await countLedger(opened.ledger)).toMatchObject({ documents: 2, articles: 1, readings: 1 })
  })

  test('a better extractor makes a new article of the same document, and that is the current one', async () => {
    const older = makeArticle({ text: ferryText })
    const newer = makeArticle({ text: `${ferryText} It went on.`, stages: ['take-text@2'] })
    const documentId = await addArticle(older, 'One page.')
    await insertReading(opened.ledger, older, makeFerryReading())
    expect(await insertArticle(opened.ledger, documentId, newer)).toEqual({ isNew: true })
    expect(await countLedger(opened.ledger)).toMatchObject({ documents: 1, articles: 1, readings: 0 })
    expect((await getArticle(opened.ledger, older.id)).article).toEqual(older)
    expect((await getArticle(opened.ledger, newer.id)).article).toEqual(newer)
  })

  test('any article comes back as it was, whatever characters the page had', async () => {
    const anyText = fc.string({ unit: 'binary' })
    await fc.assert(
      fc.asyncProperty(anyText, anyText, fc.string(), async (text, title, reason) => {
        // U+0000 and half of a surrogate pair: PostgreSQL has a place for neither.
        const article = makeArticle({
          text: `${text}\u0000 and \ud83d`,
          title,
          dropped: [{ text: reason, reason: 'other' }],
        })
        await addArticle(article)
        const found = await getArticle(opened.ledger, article.id)
        expect(found.article).toEqual(article)
      }),
      { numRuns: 60 },
    )
  })

  test('names with characters that PostgreSQL has no place for are kept in the record', async () => {
    const article = makeArticle({ text: ferryText })
    await addArticle(article)
    const entity = 'Ilse\u0000Brandt \ude00\ud83d \\u0000 "x"'
    const reading = makeFerryReading({ mentions: [makeMention({ ...spanOf(ferryText, 'Ilse'), entity })] })
    await insertReading(opened.ledger, article, reading)
    expect((await getArticle(opened.ledger, article.id)).reading).toEqual(reading)
    const [row] = await opened.ledger.db.select().from(mention)
    expect(row?.entity).toBe('Ilse\ufffdBrandt \ufffd\ufffd \\u0000 "x"')
    expect(row?.entity).toHaveLength(entity.length)
  })

  test('spans count in UTF-16 units, on both sides of characters that take two', async () => {
    const text = '🚢🚢 Ferries stopped, Ilse Brandt said. 🚢'
    const article = makeArticle({ text })
    await addArticle(article)
    const said = makeStatement({ source: spanOf(text, 'Ilse Brandt'), cue: spanOf(text, 'said') })
    const sentences = [{ start: 0, end: text.length, tokens: [] }]
    const none = { mentions: [], times: [], events: [] }
    await insertReading(opened.ledger, article, makeFerryReading({ ...none, sentences, statements: [said] }))
    const [row] = await opened.ledger.db.select().from(statement)
    expect(row).toMatchObject({ sourceWords: 'Ilse Brandt', cueWords: 'said', sentenceWords: text })
    expect(text.slice(row?.sourceStart ?? 0, row?.sourceEnd ?? 0)).toBe('Ilse Brandt')
  })

  test('an article of very many different words is kept and can be found', async () => {
    const text = Array.from({ length: 300_000 }, (_, i) => `w${i.toString(36)}q`).join(' ')
    const article = makeArticle({ text })
    await addArticle(article, 'A long list.')
    expect((await getArticle(opened.ledger, article.id)).article.text).toHaveLength(text.length)
  })
})
