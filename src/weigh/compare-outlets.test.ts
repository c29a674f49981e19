import { expect, test } from 'vitest'
import { summariseClaim } from '../records/claim-summary.ts'
import type { Copy } from '../records/copy.ts'
import { makeReport } from '../records/made-report.fixture.ts'
import type { StoryArticle } from '../records/stored-story.ts'
import type { LoadedTelling } from '../records/story-outlet.ts'
import type { StoryTelling } from '../records/story-telling.ts'
import { compareOutlets } from './compare-outlets.ts'
import { toClaim } from './to-claim.ts'

const summary = (id: string, outlet: string): StoryArticle['article'] => ({
  id,
  title: null,
  outlet,
  byline: null,
  publishedAt: null,
  url: null,
  language: 'en',
  where: id,
  statements: 0,
  events: 0,
  problems: 0,
  words: 0,
  addedAt: '2026-03-01T00:00:00Z',
})

/** The Tide is the wire’s reprint, with its first sentence as it was and one put in. */
const copy: Copy = {
  of: 'wire',
  by: 'tide',
  kind: 'reprint',
  share: 0.9,
  shareOfOriginal: 0.9,
  words: 100,
  setAside: { quoted: 0, boilerplate: 0 },
  basis: [],
  sentences: [
    { change: 'same', of: { start: 0, end: 20 }, by: { start: 0, end: 20 } },
    { change: 'added', of: null, by: { start: 21, end: 40 } },
  ],
  direction: { taken: 'from-of', basis: 'published', source: null, articleId: null, words: null },
}

const articles: StoryArticle[] = [
  { article: summary('wire', 'Harbour Wire'), copies: [{ article: summary('tide', 'The Tide'), copy }] },
  { article: summary('pier', 'Daily Pier'), copies: [] },
  { article: summary('faro', 'El Faro'), copies: [] },
]

const claim = (id: string, ...outlets: string[]) => ({
  ...summariseClaim(
    toClaim(
      outlets.map((outlet) => makeReport({ id: `${id} ${outlet}`, outlet })),
      { copies: [], stories: [], against: [] },
    ),
  ),
  id,
})
const tells = (claimId: string, articleId: string, ordinal = 0, isCopy = false): StoryTelling => ({
  claimId,
  articleId,
  kind: 'statement',
  ordinal,
  isCopy,
})
const word = (articleId: string, start: number): LoadedTelling => ({
  articleId,
  span: { start, end: start + 6 },
  words: 'regime',
  plainer: 'government',
  voice: 'unattributed',
  source: null,
  sentence: { start: 0, end: 40 },
  sentenceText: '',
})

test('an outlet has alone what nobody else tells in words of their own, in the order of its text', () => {
  const [wire, tide, pier] = compareOutlets(
    articles,
    {
      claims: [
        claim('a', 'Harbour Wire', 'The Tide'),
        claim('b', 'Harbour Wire', 'Elsewhere'),
        claim('c', 'x'),
      ],
      tellings: [
        tells('b', 'wire', 0),
        tells('a', 'wire', 1),
        tells('c', 'wire', 2),
        tells('a', 'tide', 0, true),
        tells('c', 'pier'),
      ],
    },
    [],
  )
  expect(wire?.alone.map(({ claim, copiedBy, ordinal }) => [claim.id, copiedBy, ordinal])).toEqual([
    ['b', [], 0],
    ['a', ['The Tide'], 1],
  ])
  expect(wire?.alone.map(({ elsewhere }) => elsewhere)).toEqual([1, 0])
  expect(tide).toMatchObject({ isCopy: true, claims: 1, alone: [] })
  expect(pier?.alone).toEqual([])
})

test('an outlet lacks what more than half of the others tell, and at least two; a reprint is no majority', () => {
  const lacksOf = (...tellings: StoryTelling[]) =>
    compareOutlets(articles, { claims: [claim('a', 'x')], tellings }, []).flatMap(({ outlet, lacks }) =>
      lacks.map(({ toldBy }) => [outlet, toldBy]),
    )
  expect(lacksOf(tells('a', 'wire'), tells('a', 'tide', 0, true), tells('a', 'pier'))).toEqual([
    ['El Faro', ['Harbour Wire', 'Daily Pier']],
  ])
  expect(lacksOf(tells('a', 'wire'), tells('a', 'tide', 0, true))).toEqual([])
})

test('an outlet that took words over and tells something beside them is no mere copy', () => {
  const [, tide] = compareOutlets(
    articles,
    { claims: [claim('a', 'The Tide')], tellings: [tells('a', 'tide')] },
    [],
  )
  expect(tide).toMatchObject({ isCopy: false, alone: [{ claim: { id: 'a' } }] })
})

test('a copy has only the loaded words that its original has not', () => {
  const outlets = compareOutlets(articles, { claims: [], tellings: [] }, [
    word('wire', 4),
    word('tide', 4),
    word('tide', 30),
  ])
  expect(outlets.map(({ loaded }) => loaded.map(({ span }) => span.start))).toEqual([[4], [30], [], []])
})
