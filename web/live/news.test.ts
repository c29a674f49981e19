import { expect, test } from 'vitest'
import { type News, tellNews } from './news.ts'

const nothing: News = {
  added: { articles: 0, stories: 0, claims: 0, changes: 0 },
  collecting: null,
  example: null,
  weighing: null,
}

test('an article that changed counts as an article and as a change; claims count those that are new', () => {
  const article = { kind: 'article', articleId: 'a', title: null, outlet: null, isChange: true } as const
  const claims = { kind: 'claims', articleId: 'a', new: 12, changed: 3 } as const
  expect([article, claims].reduce(tellNews, nothing).added).toEqual({
    articles: 1,
    stories: 1,
    claims: 12,
    changes: 1,
  })
})

test('what is under way is known until its last step, or until a gap in what was heard', () => {
  const begun = tellNews(nothing, { kind: 'example', done: 3, all: 13 })
  expect(begun.example).toEqual({ done: 3, all: 13 })
  expect(tellNews(begun, { kind: 'example', done: 13, all: 13 }).example).toBeNull()
  expect(tellNews(begun, { kind: 'gap' }).example).toBeNull()
})
