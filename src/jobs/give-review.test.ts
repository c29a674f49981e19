import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asOne } from '../ledger/as-one.ts'
import { digestWeighing } from '../ledger/digest-weighing.ts'
import { findClaims } from '../ledger/find-claims.ts'
import { findReviews } from '../ledger/find-reviews.ts'
import { getArticle } from '../ledger/get-article.ts'
import { insertArticle } from '../ledger/insert-article.ts'
import { insertDocument } from '../ledger/insert-document.ts'
import { ferryText, makeArticle, makeDocument, makeFerryReading } from '../ledger/test-records.fixture.ts'
import { type TestLedger, testStores } from '../ledger/test-stores.fixture.ts'
import type { Claim } from '../records/claim.ts'
import type { Reading } from '../records/reading.ts'
import type { ReviewRequest } from '../records/review-request.ts'
import { giveReview } from './give-review.ts'
import { keepReading } from './keep-reading.ts'
import { addMade, cook, type Recipe } from './made-articles.fixture.ts'
import { reweigh } from './reweigh.ts'
import { tellArticleReview, tellClaimReview } from './tell-reviews.ts'
import { smallWeigher as weigher } from './test-weigher.fixture.ts'
import { weighArticle } from './weigh-article.ts'

/** Without an id and a reason, as a program sends it. */
type Asked<Request = ReviewRequest> = Request extends ReviewRequest ? Omit<Request, 'reason'> : never

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  let minute = 0
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  const give = async (request: Asked) => {
    const at = new Date(Date.UTC(2026, 2, 1, 10, minute++)).toISOString()
    const whole = { reason: null, ...request } as ReviewRequest
    return giveReview(opened.ledger, whole, { by: 'Petra', at, weigher })
  }
  const undo = async (request: Asked) => {
    const [given] = await give(request)
    if (given === undefined) throw new Error('nothing was written')
    await give({ kind: 'undo', act: given.act.id })
  }
  const add = async (each: Omit<Recipe, 'n'>, n: number) => {
    const id = await addMade(opened.ledger, cook({ ...each, n }))
    await weighArticle(opened.ledger, weigher, id)
    return id
  }
  const claims = async (): Promise<Claim[]> => (await findClaims(opened.ledger)).claims
  const expectSameFromScratch = async () => {
    const digest = await digestWeighing(opened.ledger)
    await reweigh(opened.ledger, { weigher, fromScratch: true })
    expect(await digestWeighing(opened.ledger)).toEqual(digest)
  }
  const tell = (outlet: number, day: number, ...said: number[]) => ({
    outlet,
    day,
    said,
    copy: 0,
    hasFooter: false,
  })

  describe('a corrected event', () => {
    const article = makeArticle({ text: ferryText })
    const machine = makeFerryReading()
    const correction: Asked = {
      kind: 'correct',
      article: article.id,
      part: 'event',
      index: 0,
      span: machine.events[0]?.evidence[0] ?? { start: 0, end: 0 },
      said: { event: { type: 'COERCE', modality: 'denied' } },
    }
    const keep = (reading: Reading) =>
      asOne(opened.ledger, async (one) => {
        const { documentId } = await insertDocument(one, makeDocument('ferry'))
        await insertArticle(one, documentId, article)
        return keepReading(one, article, reading)
      })
    const typeNow = async () =>
      (await getArticle(opened.ledger, article.id)).reading?.events.map(({ type }) => type)

    test('stays corrected when the same words are read again, by whatever version, in another article too', async () => {
      await keep(machine)
      await weighArticle(opened.ledger, weigher, article.id)
      await give(correction)
      expect(await typeNow()).toEqual(['COERCE'])
      await keep(machine)
      expect(await typeNow()).toEqual(['COERCE'])
      await keep({ ...machine, mode: 'full', stages: ['find-statements@9'] })
      const { reading } = await getArticle(opened.ledger, article.id)
      expect(reading).toMatchObject({ mode: 'full', stages: ['find-statements@9', 'review@1'] })
      expect(await typeNow()).toEqual(['COERCE'])
      const twin = makeArticle({ text: ferryText, title: 'The same words under another title' })
      await asOne(opened.ledger, async (one) => {
        const { documentId } = await insertDocument(one, makeDocument('twin'))
        await insertArticle(one, documentId, twin)
        return keepReading(one, twin, machine)
      })
      expect((await getArticle(opened.ledger, twin.id)).reading?.events[0]?.type).toBe('COERCE')
    })

    test('is as the machine had it once the correction is undone, and the log keeps both', async () => {
      await keep(machine)
      const [given] = await give(correction)
      const id = given?.act.id ?? ''
      const review = await tellArticleReview(opened.ledger, article.id)
      expect(review.marks).toEqual([{ act: id, part: 'event', index: 0 }])
      await give({ kind: 'undo', act: id })
      expect(await typeNow()).toEqual(['PROTEST'])
      await expect(give({ kind: 'undo', act: id })).rejects.toMatchObject({ code: 'out-of-date' })
      const { acts } = await findReviews(opened.ledger)
      expect(acts.map(({ act, undoneBy }) => [act.kind, undoneBy !== null])).toEqual([
        ['undo', false],
        ['correct', true],
      ])
      expect((await tellArticleReview(opened.ledger, article.id)).acts).toEqual([])
    })

    test('is refused where today’s reading has something else there, and nothing is written', async () => {
      await keep(machine)
      const wrong = { ...correction, span: { start: 1, end: 4 } } as Asked
      await expect(give(wrong)).rejects.toMatchObject({ code: 'out-of-date' })
      const beyond = { ...correction, said: { event: { actor: { start: 0, end: 9999 } } } } as Asked
      await expect(give(beyond)).rejects.toMatchObject({ code: 'invalid-request' })
      expect((await findReviews(opened.ledger)).acts).toEqual([])
      for (const when of [
        { from: '2026-03-05', to: '2026-03-04' },
        { from: null, to: null },
      ])
        await expect(give({ ...correction, said: { event: { when } } } as Asked)).rejects.toMatchObject({
          code: 'invalid-request',
        })
    })
  })

  test('the log refuses to be changed', async () => {
    await give({ kind: 'grade-origin', name: 'El Faro', letter: 'B' })
    const { sql } = await import('drizzle-orm')
    const db = opened.ledger.db
    await expect(db.execute(sql`update review_act set "by" = 'nobody'`)).rejects.toThrow()
    await expect(db.execute(sql`delete from review_act`)).rejects.toThrow()
  })

  test('two claims are one from then on, whatever comes after; split off again, they are two', async () => {
    await add(tell(0, 3, 0), 0)
    await add(tell(1, 50, 7), 1)
    const [one, other] = await claims()
    if (!one || !other) throw new Error('two claims')
    await undo({ kind: 'merge', claim: one.id, with: other.id })
    expect(await claims()).toHaveLength(2)
    await give({ kind: 'merge', claim: one.id, with: other.id })
    expect((await claims()).map(({ reports }) => reports.length)).toEqual([2])
    await add(tell(2, 4, 0), 2)
    expect((await claims()).map(({ reports }) => reports.length)).toEqual([3])
    await expectSameFromScratch()
    const [whole] = await claims()
    const off =
      whole?.reports.filter(({ proposition }) => proposition.includes('light')).map(({ id }) => id) ?? []
    await give({ kind: 'split', claim: whole?.id ?? '', reports: off.slice(0, 1) })
    expect((await claims()).map(({ reports }) => reports.length).sort()).toEqual([1, 2])
    await expectSameFromScratch()
  })

  test('a copy that is none takes nothing from the origins, and is one again when that is undone', async () => {
    const of = await add({ ...tell(0, 3, 0), copy: 7 }, 0)
    const by = await add({ ...tell(1, 4, 0), copy: 7 }, 1)
    const origins = async () => (await claims()).map(({ provenance }) => provenance.independent)
    expect(await origins()).toEqual([1])
    const [given] = await give({ kind: 'reject-copy', of, by })
    expect(await origins()).toEqual([2])
    expect((await tellClaimReview(opened.ledger, (await claims())[0]?.id ?? '')).acts).toHaveLength(1)
    await expectSameFromScratch()
    await give({ kind: 'undo', act: given?.act.id ?? '' })
    expect(await origins()).toEqual([1])
    await expectSameFromScratch()
  })

  test('a grade and a note follow their claim when an earlier report gives it another id', async () => {
    await add(tell(0, 9, 0), 0)
    const [claim] = await claims()
    await give({ kind: 'grade-claim', claim: claim?.id ?? '', grade: 2 })
    await give({ kind: 'note', claim: claim?.id ?? '', words: 'Asked the harbour master.' })
    await give({ kind: 'grade-origin', name: 'the harbour ledger', letter: 'B' })
    await add(tell(1, 3, 0), 1)
    const [now] = await claims()
    expect(now?.id).not.toBe(claim?.id)
    const review = await tellClaimReview(opened.ledger, now?.id ?? '')
    expect(review.acts.map(({ act }) => act.kind)).toEqual(['grade-claim', 'note'])
    expect(review.letters).toMatchObject([{ name: 'Harbour Ledger', letter: 'B', by: 'Petra' }])
    expect(now?.reports.map(({ outlet, reliability }) => [outlet, reliability])).toEqual([
      ['El Faro', null],
      ['Harbour Ledger', 'B'],
    ])
  })

  test('what is judged keeps its id, what stands beside it too, and so does what was noted of it; undone, all is as it was', async () => {
    const [article] = [await add(tell(0, 3, 0, 2, 4), 0), await add(tell(1, 4, 0), 1)]
    const idsOf = async () =>
      (await claims()).map(({ id, reports }) => [id, ...reports.map((report) => report.id)])
    const before = await idsOf()
    expect(before.map(({ length }) => length)).toEqual([3, 2, 2])
    const [claim] = await claims()
    await give({ kind: 'note', claim: claim?.id ?? '', words: 'Asked the harbour master.' })
    const { reading } = await getArticle(opened.ledger, article)
    const [first, second] = reading?.statements ?? []
    if (!first || !second) throw new Error('two statements')
    const on = { article, part: 'statement', index: 0, span: first.cue } as const
    await undo({ kind: 'accept', ...on })
    expect(await idsOf()).toEqual(before)
    const [rejected] = await give({ kind: 'reject', ...on })
    // The log leads to what is left of the claim.
    const noted = (await findReviews(opened.ledger)).acts.find(({ act }) => act.kind === 'note')
    expect(noted?.claimId).toBe(before[0]?.[2])
    // What the other paper tells is named after its own report now.
    const [other = ''] = before[0]?.slice(2) ?? []
    expect((await idsOf()).sort()).toEqual([[other, other], ...before.slice(1)].sort())
    await give({ kind: 'undo', act: rejected?.act.id ?? '' })
    expect(await idsOf()).toEqual(before)
    await give({ kind: 'correct', ...on, said: { statement: { modality: 'denied', source: second.source } } })
    expect((await idsOf()).flat()).toEqual(expect.arrayContaining(before.flat()))
    const { acts } = await tellClaimReview(opened.ledger, claim?.id ?? '')
    expect(acts.map(({ act }) => act.kind)).toEqual(['note'])
    await expectSameFromScratch()
  })

  test('a rejected claim is told by none of its reports any more', async () => {
    await add(tell(0, 3, 0, 2), 0)
    await add(tell(1, 4, 0), 1)
    const [claim] = await claims()
    const given = await give({ kind: 'reject-claim', claim: claim?.id ?? '' })
    expect(given).toHaveLength(2)
    expect((await claims()).map(({ reports }) => reports.length)).toEqual([1])
    await expectSameFromScratch()
  })

  test('whatever is reviewed in whatever order, weighing all of it again changes nothing', async () => {
    const recipe = fc.record({
      outlet: fc.nat(3),
      day: fc.integer({ min: 1, max: 60 }),
      said: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 3 }),
      copy: fc.nat(7),
      hasFooter: fc.constant(false),
    })
    const step = fc.tuple(fc.constantFrom('merge', 'split', 'reject', 'undo', 'add'), fc.nat(), fc.nat())
    await fc.assert(
      fc.asyncProperty(
        fc.array(recipe, { minLength: 3, maxLength: 8, size: 'max' }),
        fc.array(step, { minLength: 2, maxLength: 7, size: 'max' }),
        async (recipes, steps) => {
          await opened.clear()
          const later = recipes.slice(3)
          for (const [n, each] of recipes.slice(0, 3).entries()) await add(each, n)
          for (const [act, i, j] of steps) {
            const all = await claims()
            const [claim, other] = [all[i % all.length], all[j % all.length]]
            if (act === 'add') {
              const next = later.pop()
              if (next) await add(next, 10 + later.length)
            } else if (act === 'undo') {
              const { acts } = await findReviews(opened.ledger)
              const open = acts.filter(({ act: { kind }, undoneBy }) => kind !== 'undo' && undoneBy === null)
              const which = open[i % Math.max(1, open.length)]
              if (which) await give({ kind: 'undo', act: which.act.id })
            } else if (claim && other) {
              if (act === 'merge' && claim !== other)
                await give({ kind: 'merge', claim: claim.id, with: other.id })
              if (act === 'reject' && all.length > 2) await give({ kind: 'reject-claim', claim: claim.id })
              if (act === 'split' && claim.reports.length > 1)
                await give({
                  kind: 'split',
                  claim: claim.id,
                  reports: claim.reports.slice(1).map(({ id }) => id),
                })
            }
          }
          await expectSameFromScratch()
        },
      ),
      { numRuns: 8 },
    )
  })
})
