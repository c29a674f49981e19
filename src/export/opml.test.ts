import { expect, test } from 'vitest'
import { madeDocument } from '../collect/made-document.fixture.ts'
import { parseOpml } from '../collect/parse-opml.ts'
import { toOpml } from './opml.ts'

test('feeds come back from OPML as they went in, folder by folder', () => {
  const feeds = [
    {
      title: 'Selgrad Post',
      url: 'https://a.example/rss?a=1&b="2"',
      siteUrl: 'https://a.example/',
      folder: null,
    },
    {
      title: 'Marsh & Arce <live>',
      url: 'https://b.example/feed',
      siteUrl: null,
      folder: 'Morvenia / Press',
    },
    { title: 'Ferrán', url: 'https://c.example/feed', siteUrl: null, folder: 'Morvenia' },
  ]
  const opml = toOpml(feeds, 'Followed')
  expect(opml).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<opml version="2\.0">\n {2}<head><title>Followed</,
  )
  const [first, second, third] = feeds.map((feed) => ({ ...feed, url: new URL(feed.url).href }))
  expect(parseOpml(madeDocument(opml))).toEqual([first, third, second])
  expect(toOpml([])).toContain('<body>\n  </body>')
})

test('a feed without a title goes by its address', () => {
  const opml = toOpml([{ title: null, url: 'https://a.example/rss', siteUrl: null, folder: null }])
  expect(opml).toContain('text="https://a.example/rss" xmlUrl="https://a.example/rss"')
})
