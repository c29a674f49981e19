import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMade, cook } from '../jobs/made-articles.fixture.ts'
import { reweigh } from '../jobs/reweigh.ts'
import { smallWeigher } from '../jobs/test-weigher.fixture.ts'
import { parseSearch } from '../records/parse-search.ts'
import { storySchema } from '../records/story.ts'
import { findArticleCopies } from './find-article-copies.ts'
import { findClaims } from './find-claims.ts'
import { countFoundStories, findStories } from './find-stories.ts'
import { getStory } from './get-story.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  let ids: string[]
  beforeAll(async () => {
    opened = await store.open()
    // A wire and its reprint, a paper that tells the same happening in its own words, and another happening.
    const recipes = [
      { outlet: 3, day: 3, said: [0, 2], copy: 7 },
      { outlet: 0, day: 4, said: [0], copy: 7 },
      { outlet: 1, day: 4, said: [0, 8], copy: 0 },
      { outlet: 2, day: 40, said: [9], copy: 0 },
    ]
    ids = []
    for (const [n, each] of recipes.entries())
      ids.push(await addMade(opened.ledger, cook({ ...each, hasFooter: false, n })))
    await reweigh(opened.ledger, { weigher: smallWeigher })
  })
  afterAll(() => opened.drop())

  test('stories of most outlets come first, and the cursor walks each once', async () => {
    const { stories } = await findStories(opened.ledger)
    expect(stories.map((story) => storySchema.parse(story).articles)).toEqual([
      [ids[0], ...ids.slice(1, 3).sort()],
      [ids[3]],
    ])
    const first = await findStories(opened.ledger, { limit: 1 })
    const second = await findStories(opened.ledger, { limit: 1, cursor: first.nextCursor })
    expect([...first.stories, ...second.stories]).toEqual(stories)
    expect(second.nextCursor).toBeNull()
    await expect(findStories(opened.ledger, { cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid-request',
    })
  })

  test('words of a headline and an article choose a story', async () => {
    const idsOf = async (query: Parameters<typeof findStories>[1]) =>
      (await findStories(opened.ledger, query)).stories.map(({ id }) => id)
    expect(await idsOf({ words: 'notice 2' })).toEqual([ids[0]])
    expect(await idsOf({ words: 'ferry' })).toEqual([])
    expect(await idsOf({ articleId: ids[3] as string })).toEqual([ids[3]])
  })

  test('a search finds stories by a headline and by what one of their articles reports', async () => {
    const [claim] = (await findClaims(opened.ledger, { storyId: ids[3] as string })).claims
    const outlet = claim?.outlets[0] ?? ''
    for (const [q, found] of [
      ['notice', [ids[0], ids[3]]],
      [`outlet:"${outlet}"`, [ids[3]]],
      [`-notice outlet:"${outlet}"`, []],
      ['actor:nobody', []],
    ] as const) {
      const { query } = parseSearch(q)
      expect(
        (await findStories(opened.ledger, { query })).stories.map(({ id }) => id),
        q,
      ).toEqual(found)
      expect(await countFoundStories(opened.ledger, { query })).toBe(found.length)
    }
  })

  test('a story has its articles, copies under what they copy, and its claims', async () => {
    const { articles, claims, nextClaimCursor } = await getStory(opened.ledger, ids[0]?.slice(0, 8) ?? '')
    expect(
      articles.map(({ article, copies }) => [article.id, copies.map(({ article }) => article.id)]),
    ).toEqual([
      [ids[0], [ids[1]]],
      [ids[2], []],
    ])
    expect(articles[0]?.copies[0]?.copy).toMatchObject({ of: ids[0], by: ids[1] })
    expect(claims).toEqual((await findClaims(opened.ledger, { storyId: ids[0] as string })).claims)
    expect(claims.map(({ reports }) => reports.length)).toEqual([3, 1, 1])
    expect(nextClaimCursor).toBeNull()
    await expect(getStory(opened.ledger, 'f'.repeat(32))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the copies of an article come whole, from either side', async () => {
    const [copy, ...more] = await findArticleCopies(opened.ledger, ids[1] as string)
    expect(more).toEqual([])
    expect(copy).toMatchObject({ of: ids[0], by: ids[1] })
    expect(copy?.sentences.length).toBeGreaterThan(3)
    expect(await findArticleCopies(opened.ledger, ids[0] as string)).toEqual([copy])
    expect(await findArticleCopies(opened.ledger, ids[2] as string)).toEqual([])
  })
})
