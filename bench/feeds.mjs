/**
 * How long a feed of 500 articles and a sitemap of 50,000 pages take to read, beside what else reads them; all made
 * up here, so that the numbers can be had anywhere. Ours also decodes bytes, resolves links and reads dates.
 */
import { XMLParser } from 'fast-xml-parser'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import Parser from 'rss-parser'
import { parseFeed } from '../dist/collect/parse-feed.js'
import { parseSitemap } from '../dist/collect/parse-sitemap.js'

export async function run() {
  const parser = new Parser()
  for (const [name, paragraphs] of [
    ['500 articles, summaries', 0],
    ['500 articles, whole texts', 20],
  ]) {
    const bytes = Buffer.from(makeFeed(500, paragraphs))
    console.log(`${name}, ${Math.round(bytes.length / 1000)} kB`)
    await time('hearsay', () => parseFeed(toDocument(bytes)))
    await time('feedsmith', () => parseWithFeedsmith(bytes.toString()))
    await time('rss-parser', () => parser.parseString(bytes.toString()))
  }
  const bytes = Buffer.from(makeSitemap(50_000))
  console.log(`sitemap of 50,000 pages, ${Math.round(bytes.length / 1000)} kB`)
  await time('hearsay', () => parseSitemap(toDocument(bytes)))
  await time('fast-xml-parser', () => new XMLParser().parse(bytes.toString()))
}

const rounds = 11

async function time(name, read) {
  const spent = []
  for (let i = 0; i < rounds; i++) {
    const started = performance.now()
    await read()
    spent.push(performance.now() - started)
  }
  spent.sort((a, b) => a - b)
  console.log(
    `  ${name}: median ${spent[Math.floor(rounds / 2)].toFixed(0)} ms, best ${spent[0].toFixed(0)} ms`,
  )
}

const toDocument = (bytes) => ({
  where: 'https://selgradpost.example/feed',
  bytes,
  mediaType: null,
  charset: null,
  headers: {},
  collectedAt: '2026-01-01T00:00:00Z',
})

function makeFeed(articles, paragraphs) {
  const text =
    '<p>The ministry said that <a href="/x">the bridge</a> is open &#8230; and <b>safe</b>.</p>'.repeat(
      paragraphs,
    )
  const content = paragraphs === 0 ? '' : `<content:encoded><![CDATA[${text}]]></content:encoded>`
  const items = Array.from(
    { length: articles },
    (_, i) => `<item><title>Bridge ${i} over the Veresk is open &amp; safe</title>
      <link>https://selgradpost.example/news/${i}?a=1&amp;b=2</link><guid isPermaLink="false">selgrad-${i}</guid>
      <pubDate>Thu, 0${1 + (i % 9)} Feb 2024 10:1${i % 10}:00 +0100</pubDate><dc:creator><![CDATA[Ana Marsh]]></dc:creator>
      <category>Politics</category><category><![CDATA[Bridges]]></category>
      <description><![CDATA[<p>The ministry said that <a href="/x">the bridge</a> is open.</p> ${'Traffic is light. '.repeat(8)}]]></description>${content}</item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Selgrad Post</title>
    <link>https://selgradpost.example/</link>${items.join('')}</channel></rss>`
}

function makeSitemap(pages) {
  const urls = Array.from(
    { length: pages },
    (_, i) => `<url><loc>https://selgradpost.example/news/2024/02/article-${i}.html</loc>
      <lastmod>2024-02-0${1 + (i % 9)}T10:00:00+01:00</lastmod><changefreq>daily</changefreq></url>\n`,
  )
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`
}
