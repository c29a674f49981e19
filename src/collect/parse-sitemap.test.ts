import { expect, test } from 'vitest'
import { madeDocument } from './made-document.fixture.ts'
import { parseSitemap } from './parse-sitemap.ts'

function parse(content: string) {
  const parsed = parseSitemap(madeDocument(content, { where: 'https://selgradpost.example/sitemap.xml' }))
  if ('problem' in parsed) throw new Error(parsed.problem.message)
  return parsed
}

const urlset = (urls: string) => `<?xml version="1.0" encoding="UTF-8"?>
  <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls}</urlset>`

test('a news sitemap names the article, its outlet, its language and when it was published', () => {
  const { feed, sitemaps } = parse(
    urlset(`<url><loc>https://selgradpost.example/1?a=1&amp;b=2</loc><lastmod>2024-05-07</lastmod>
      <n:news><n:publication><n:name>Selgrad Post</n:name><n:language>en</n:language></n:publication>
      <n:publication_date>2024-05-06T07:08+02:00</n:publication_date><n:title>Bridge &amp; tunnel</n:title>
      <n:keywords>bridges, Veresk</n:keywords></n:news>
      <image:image><image:loc>https://selgradpost.example/1.jpg</image:loc><image:title>Not this</image:title></image:image></url>`),
  )
  expect(sitemaps).toEqual([])
  expect(feed).toMatchObject({ format: 'sitemap', title: 'Selgrad Post', language: 'en', remarks: [] })
  expect(feed.entries).toMatchObject([
    {
      url: 'https://selgradpost.example/1?a=1&b=2',
      title: 'Bridge & tunnel',
      publishedAt: '2024-05-06T07:08+02:00',
      updatedAt: '2024-05-07',
      language: 'en',
      categories: ['bridges', 'Veresk'],
      source: { title: 'Selgrad Post', url: null },
    },
  ])
})

test('lastmod alone is no publication', () => {
  const { feed } = parse(
    urlset('<url><loc> /a </loc><lastmod>2024-05-07</lastmod></url><url><loc>mailto:x</loc></url>'),
  )
  expect(feed.entries).toMatchObject([
    { url: 'https://selgradpost.example/a', publishedAt: null, updatedAt: '2024-05-07', source: null },
  ])
  expect(feed.remarks).toEqual([expect.stringContaining('1 entries were left out')])
})

test('an index names sitemaps', () => {
  const { feed, sitemaps } = parse(
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.example/s1.xml.gz</loc><lastmod>2024-05-07T01:02:03Z</lastmod></sitemap><sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>',
  )
  expect(feed.entries).toEqual([])
  expect(sitemaps).toEqual([
    { url: 'https://a.example/s1.xml.gz', modifiedAt: '2024-05-07T01:02:03Z' },
    { url: 'https://selgradpost.example/s2.xml', modifiedAt: null },
  ])
})

test('a list of addresses is a sitemap, a text that mentions one is not', () => {
  expect(parse('https://a.example/1\r\nhttps://a.example/2\n\n').feed.entries.map(({ url }) => url)).toEqual([
    'https://a.example/1',
    'https://a.example/2',
  ])
  expect(parseSitemap(madeDocument('See\nthe site:\nhttps://a.example/1'))).toMatchObject({
    problem: { code: 'not-a-feed' },
  })
  expect(parseSitemap(madeDocument('<html><body>404</body></html>'))).toMatchObject({
    problem: { code: 'not-a-feed' },
  })
})

test('a sitemap of more than its protocol allows, cut off, gives 50,000 pages and says so', () => {
  const urls = Array.from({ length: 50_010 }, (_, i) => `<url><loc>https://a.example/${i}</loc></url>`).join(
    '',
  )
  const { feed } = parse(`${urlset(urls).slice(0, -9)}<url><loc>https://a.example/cut`)
  expect(feed.entries).toHaveLength(50_000)
  expect(feed.remarks.join(' ')).toMatch(/ends in the middle.*left out/)
}, 30_000)
