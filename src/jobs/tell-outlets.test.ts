import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findArticles } from '../ledger/find-articles.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import {
  makeArticle,
  makeFerryReading,
  makeStatement,
  makeToken,
  spanOf,
} from '../ledger/test-records.fixture.ts'
import type { Article } from '../records/article.ts'
import { giveReview } from './give-review.ts'
import { addMade } from './made-articles.fixture.ts'
import { openWeigher } from './open-weigher.ts'
import { tellOutlet, tellOutlets } from './tell-outlets.ts'
import { weighArticle } from './weigh-article.ts'

const body =
  'The vessel had left the eastern quay an hour before midnight with two hundred people on board and a cargo of flour and timber for the villages along the coast. It went on through fog with its horn sounding every second minute and turned too early at the old mole where the channel bends towards the town. Divers went down at first light and found the keel buried in sand to the depth of a man while the rudder lay some forty metres away among the stones of the breakwater. Two tugs pulled at the stern from noon on and by the evening tide the hull had moved by the length of a lorry.'
const said = 'Ilse Brandt said that the harbour of Selgrad would be closed until the light burns again.'

/** An article in whose first sentence Brandt says so, and under it the paragraph. */
async function add(ledger: Ledger, outlet: string | null, at: string, more: Partial<Article> = {}) {
  const text = `${said}\n\n${more.text ?? body}`
  const article = makeArticle({
    title: `The harbour, as of ${outlet}`,
    byline: null,
    outlet,
    url: null,
    publishedAt: { value: at, precision: at.length === 10 ? 'day' : 'minute', basis: 'meta' },
    authors: [],
    ...more,
    text,
  })
  const at0 = { start: 0, end: said.length }
  const reading = makeFerryReading({
    sentences: [{ ...at0, tokens: [makeToken(spanOf(text, 'Ilse'))] }],
    mentions: [],
    times: [],
    events: [],
    statements: [
      makeStatement({
        source: spanOf(text, 'Ilse Brandt'),
        sourceEntity: 'Ilse Brandt',
        cue: spanOf(text, 'said'),
        content: spanOf(text, 'that the harbour of Selgrad would be closed until the light burns again'),
      }),
    ],
  })
  const id = await addMade(ledger, { article, reading }, `${outlet} ${at} ${more.text ?? ''}`)
  await weighArticle(ledger, await openWeigher(), id)
  return id
}

const own = (n: number) =>
  `Nobody in street ${n} had heard of it before house ${n * 7} was lit at ${n} o’clock and the neighbours of number ${n * 13} came out with lamps.`

describe('figures of outlets', () => {
  let ledger: Ledger
  const ids: string[] = []
  beforeAll(async () => {
    ledger = await openTestLedger()
    // Added in another order than published: only the dates count.
    ids.push(await add(ledger, 'Harbour Ledger', '2026-03-02T12:00:00Z'))
    ids.push(await add(ledger, 'AP', '2026-03-02T08:00:00Z'))
    ids.push(await add(ledger, 'El Sereno', '2026-03-02T09:30:00Z', { text: own(3) }))
    ids.push(await add(ledger, null, '2026-03-05', { text: own(5) }))
  }, 60_000)
  afterAll(() => ledger.close())

  const figuresOf = async (name: string) => (await tellOutlets(ledger, { words: name })).outlets[0]

  test('two papers print one wire: the wire’s outlet was first, the other copied', async () => {
    expect(await figuresOf('associated press')).toMatchObject({
      name: 'Associated Press',
      articles: 1,
      claims: 1,
      shared: 1,
      first: 1,
      copied: 1,
      copies: 0,
    })
    expect(await figuresOf('harbour ledger')).toMatchObject({ shared: 1, first: 0, copied: 0, copies: 1 })
    // It tells the same in its own words, later: neither first nor a copy.
    expect(await figuresOf('sereno')).toMatchObject({ shared: 1, first: 0, copied: 0, copies: 0 })
  })

  test('an article that names no outlet is nobody’s', async () => {
    const { outlets } = await tellOutlets(ledger)
    expect(outlets.map(({ name }) => name).sort()).toEqual([
      'Associated Press',
      'El Sereno',
      'Harbour Ledger',
    ])
  })

  test('what no table has is not known, and is left out where the table is asked', async () => {
    expect((await figuresOf('harbour ledger'))?.known).toBeNull()
    expect((await figuresOf('associated press'))?.known).toMatchObject({ isStateRun: false, isWire: true })
    const { outlets } = await tellOutlets(ledger, { isStateRun: false })
    expect(outlets.map(({ name }) => name)).toEqual(['Associated Press'])
  })

  test('an outlet tells whom it copies and what of it was copied most; by any name that articles have for it', async () => {
    const wire = await tellOutlet(ledger, 'AP')
    expect(wire.copiedBy).toMatchObject([{ name: 'Harbour Ledger', articles: 1 }])
    expect(wire.mostCopied.map(({ article, outlets }) => [article.id, outlets])).toEqual([[ids[1], 1]])
    const paper = await tellOutlet(ledger, 'harbour ledger')
    expect(paper.copiesFrom).toEqual([{ key: 'associated press', name: 'Associated Press', articles: 1 }])
    await expect(tellOutlet(ledger, 'The Lindholm Star')).rejects.toThrow('The Lindholm Star')
    const { articles } = await findArticles(ledger, { outletKey: 'associated press' })
    expect(articles.map(({ id }) => id)).toEqual([ids[1]])
  })

  test('a letter that an analyst gave stands beside the outlet, also where no table has it', async () => {
    expect((await figuresOf('harbour ledger'))?.reliability).toBeNull()
    const letter = { kind: 'grade-origin', name: 'The Harbour Ledger', letter: 'C', reason: null } as const
    await giveReview(ledger, letter, { by: 'Petra' })
    expect((await figuresOf('harbour ledger'))?.reliability).toBe('C')
    expect((await figuresOf('sereno'))?.reliability).toBeNull()
  })

  test('pages of the list join without a gap, in every order', async () => {
    for (const order of ['articles', 'first', 'copied', 'copies', 'own', 'edits', 'name'] as const) {
      const keys: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof tellOutlets>> = await tellOutlets(ledger, {
          order,
          limit: 1,
          cursor,
        })
        keys.push(...page.outlets.map(({ key }) => key))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(new Set(keys).size).toBe(3)
      expect(keys).toHaveLength(3)
    }
  })

  test('of two of one day neither was first', async () => {
    const other = await openTestLedger()
    await add(other, 'El Sereno', '2026-03-02', { text: own(3) })
    await add(other, 'Daily Compass', '2026-03-02', { text: own(4) })
    const { outlets } = await tellOutlets(other)
    expect(outlets.map(({ shared, first }) => [shared, first])).toEqual([
      [1, 0],
      [1, 0],
    ])
    await other.close()
  }, 30_000)
})
