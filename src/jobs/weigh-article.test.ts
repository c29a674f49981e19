import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digestWeighing } from '../ledger/digest-weighing.ts'
import { findCopiesAmong } from '../ledger/overlaps.ts'
import { type TestLedger, testStores } from '../ledger/test-stores.fixture.ts'
import { findCopies } from '../weigh/find-copies.ts'
import { addMade, cook, type Recipe, recipe } from './made-articles.fixture.ts'
import { reweigh } from './reweigh.ts'
import { smallWeigher as weigher } from './test-weigher.fixture.ts'
import { weighArticle } from './weigh-article.ts'

const number = (recipes: readonly Omit<Recipe, 'n'>[]): Recipe[] => recipes.map((each, n) => ({ ...each, n }))

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  beforeEach(() => opened.clear())
  afterAll(() => opened.drop())

  const add = async (each: Recipe) => {
    const id = await addMade(opened.ledger, cook(each))
    await weighArticle(opened.ledger, weigher, id)
    return id
  }

  test('the order of arrival changes nothing, nor does weighing all of it again; copies are those of the index', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(recipe, { minLength: 2, maxLength: 14, size: 'max' }).map(number),
        fc.infiniteStream(fc.nat()),
        async (recipes, random) => {
          await opened.clear()
          for (const each of recipes) await add(each)
          const digest = await digestWeighing(opened.ledger)
          const articles = recipes.map((each) => cook(each).article)
          const copies = await findCopiesAmong(
            opened.ledger.db,
            articles.map(({ id }) => id),
          )
          expect(copies).toEqual(findCopies(articles))
          await opened.clear()
          const shuffled = recipes
            .map((each) => [random.next().value, each] as const)
            .sort(([a], [b]) => a - b)
            .map(([, each]) => each)
          for (const each of shuffled) await add(each)
          expect(await digestWeighing(opened.ledger)).toEqual(digest)
          await reweigh(opened.ledger, { weigher, fromScratch: true })
          expect(await digestWeighing(opened.ledger)).toEqual(digest)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('taking articles out again leaves what there would be without them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(recipe, { minLength: 3, maxLength: 12, size: 'max' }).map(number),
        fc.nat(),
        async (recipes, which) => {
          await opened.clear()
          const gone = which % recipes.length
          for (const [i, each] of recipes.entries()) if (i !== gone) await add(each)
          const digest = await digestWeighing(opened.ledger)
          const superseded = recipes[gone] as Recipe
          await add(superseded)
          // A better extractor finds other words on the same page; nobody has read them yet.
          const page = `Notice ${superseded.n}`
          const { article, reading } = cook({ ...superseded, n: 99 })
          await addMade(opened.ledger, { article, reading }, page)
          await weighArticle(opened.ledger, weigher, cook(superseded).article.id)
          expect(await digestWeighing(opened.ledger)).toEqual(digest)
          expect(await reweigh(opened.ledger, { weigher })).toEqual({ weighed: 1, takenOut: 0, failed: 0 })
        },
      ),
      { numRuns: 12 },
    )
  })

  test('an article that was read anew is weighed by its new reading alone', async () => {
    const recipes = number([
      { outlet: 0, day: 3, said: [0, 2], copy: 3, hasFooter: false },
      { outlet: 1, day: 4, said: [0, 3], copy: 1, hasFooter: false },
    ])
    for (const each of recipes) await add(each)
    const first = recipes[0] as Recipe
    const { reading } = cook(first)
    const later = cook(first, { stages: ['later@2'], statements: reading.statements.slice(0, 1) })
    await addMade(opened.ledger, later)
    expect(await reweigh(opened.ledger, { weigher })).toEqual({ weighed: 1, takenOut: 0, failed: 0 })
    const digest = await digestWeighing(opened.ledger)
    expect(digest).toMatchObject({ weighed: 2, reports: 3, claims: 2, copies: 1 })
    await reweigh(opened.ledger, { weigher, fromScratch: true })
    expect(await digestWeighing(opened.ledger)).toEqual(digest)
  })

  test('what we fail on is told, kept for a later try, and holds up nobody', async () => {
    const recipes = number(
      [0, 1, 2].map((outlet) => ({ outlet, day: 3, said: [0], copy: 0, hasFooter: false })),
    )
    const failing = {
      ...weigher,
      toReports: (...of: Parameters<typeof weigher.toReports>) => {
        if (of[0].title === 'Notice 1') throw new Error('a rule went in circles')
        return weigher.toReports(...of)
      },
    }
    for (const each of recipes) await addMade(opened.ledger, cook(each))
    const faults: unknown[] = []
    const onFault = (_id: string, error: unknown) => faults.push(error)
    const weighing = { weigher: failing, onFault }
    expect(await reweigh(opened.ledger, weighing)).toEqual({ weighed: 2, takenOut: 0, failed: 1 })
    expect(faults).toEqual([expect.objectContaining({ message: 'a rule went in circles' })])
    expect(await digestWeighing(opened.ledger)).toMatchObject({ weighed: 2, failed: 1, reports: 2 })
    expect(await reweigh(opened.ledger, weighing)).toEqual({ weighed: 0, takenOut: 0, failed: 0 })
    expect(await reweigh(opened.ledger, { weigher, withFailed: true })).toMatchObject({ weighed: 1 })
    const digest = await digestWeighing(opened.ledger)
    expect(digest).toMatchObject({ weighed: 3, failed: 0, reports: 3, claims: 1 })
    await reweigh(opened.ledger, { weigher, fromScratch: true })
    expect(await digestWeighing(opened.ledger)).toEqual(digest)
  })

  test('another version weighs everything again', async () => {
    for (const each of number(
      [0, 1].map((outlet) => ({ outlet, day: 3, said: [0], copy: 0, hasFooter: false })),
    ))
      await add(each)
    expect(await reweigh(opened.ledger, { weigher })).toMatchObject({ weighed: 0 })
    expect(await reweigh(opened.ledger, { weigher: { ...weigher, version: 'small@2' } })).toMatchObject({
      weighed: 2,
    })
  })
})
