import { expect, test } from 'vitest'
import { madeDocument } from './made-document.fixture.ts'
import { parseOpml } from './parse-opml.ts'

test('what feed readers export: nested folders, names of any case, titles escaped twice, feed: addresses', () => {
  expect(
    parseOpml(
      madeDocument(`<?xml version="1.0"?><opml version="1.1"><head><title>Subscriptions</title></head><body>
      <outline text="Morvenia" title="Morvenia &amp;amp; Aldany"><outline text="Press">
        <outline type="rss" text="Marsh &amp;amp; Arce" xmlURL="feed://a.example/rss" htmlUrl="https://a.example"/>
        <outline text="Again" xmlUrl="http://a.example/rss"/></outline>
        <outline xmlurl="https://b.example/feed"></outline></outline>
      <outline text="A note"/><outline type="link" text="A page" url="https://c.example/"/>
      <outline text="Broken" xmlUrl="not an address://"/></body></opml>`),
    ),
  ).toEqual([
    {
      title: 'Marsh & Arce',
      url: 'http://a.example/rss',
      siteUrl: 'https://a.example/',
      folder: 'Morvenia & Aldany / Press',
    },
    { title: null, url: 'https://b.example/feed', siteUrl: null, folder: 'Morvenia & Aldany' },
  ])
})

test('what is no OPML is said to be none', () => {
  expect(parseOpml(madeDocument('<rss/>'))).toMatchObject({ problem: { code: 'not-a-feed' } })
  expect(parseOpml(madeDocument(''))).toMatchObject({ problem: { code: 'empty-document' } })
})
