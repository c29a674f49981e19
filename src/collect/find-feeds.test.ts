import { expect, test } from 'vitest'
import { findFeeds, guessFeedAddresses } from './find-feeds.ts'
import { madeDocument } from './made-document.fixture.ts'

const find = (content: string, where = 'https://selgradpost.example/news/') =>
  findFeeds(madeDocument(content, { where }))
const urls = (content: string) => find(content).map(({ url }) => url)

test('what a page declares comes first, then links that look like feeds, then feeds of comments', () => {
  expect(
    find(`<!doctype html><html><head><base href="https://www.selgradpost.example/">
      <link rel="alternate" type="application/rss+xml" title="Comments &raquo; Feed" href="/comments/feed/">
      <link rel="stylesheet alternate" type="application/atom+xml;charset=utf-8" title="Selgrad Post" href='/atom.xml'>
      <link rel=alternate hreflang=de href=/de/><link rel="alternate" type="application/json" href="/wp-json/1">
      </head><body><a href="/world/rss.xml">World</a> <a href="feed://selgradpost.example/feed">Follow</a>
      <a href="/atom.xml" title="Again">feed</a> <a href="/feedback">Feedback</a> <a href="/how-to-use-rss">What is RSS?</a>
      <a href="/about-feeds"><b>RSS</b></a></body></html>`),
  ).toEqual([
    { url: 'https://www.selgradpost.example/atom.xml', title: 'Selgrad Post', kind: 'feed' },
    { url: 'https://www.selgradpost.example/world/rss.xml', title: 'World', kind: 'feed' },
    { url: 'http://selgradpost.example/feed', title: 'Follow', kind: 'feed' },
    { url: 'https://www.selgradpost.example/about-feeds', title: 'RSS', kind: 'feed' },
    { url: 'https://www.selgradpost.example/comments/feed/', title: 'Comments » Feed', kind: 'feed' },
  ])
})

test('a page that names no feed gives none', () => {
  expect(urls('<p>The bridge is open. <a href="/news/1">More</a></p>')).toEqual([])
  expect(urls('')).toEqual([])
})

test('robots.txt names sitemaps, those of news first', () => {
  expect(
    find(
      'User-agent: *\nDisallow: /x\nSitemap: https://a.example/sitemap.xml\n sitemap : /sitemap-news.xml # new\n',
    ),
  ).toEqual([
    { url: 'https://selgradpost.example/sitemap-news.xml', title: null, kind: 'news-sitemap' },
    { url: 'https://a.example/sitemap.xml', title: null, kind: 'sitemap' },
  ])
})

test('guesses begin beside the address and end with sitemaps', () => {
  const guesses = guessFeedAddresses('https://a.example/blog/')
  expect(guesses.slice(0, 2)).toEqual(['https://a.example/blog/feed/', 'https://a.example/blog/rss.xml'])
  expect(guesses).toContain('https://a.example/feed/')
  expect(guesses.at(-1)).toMatch(/sitemap/)
  expect(new Set(guesses).size).toBe(guesses.length)
  expect(guessFeedAddresses('mailto:desk@a.example')).toEqual([])
})

test('hostile pages neither hang nor crash', () => {
  for (const part of [
    '<',
    '<a href=/rss>RSS',
    '<link rel=alternate type=application/rss+xml href=x',
    '<script>',
    'Sitemap: x\n',
  ]) {
    expect(find(part.repeat(3_000_000 / part.length)).length).toBeLessThanOrEqual(1000)
  }
}, 30_000)
