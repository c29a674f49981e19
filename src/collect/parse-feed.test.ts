import { expect, test } from 'vitest'
import type { Document } from '../records/document.ts'
import type { ParsedFeed } from '../records/feed.ts'
import { madeDocument } from './made-document.fixture.ts'
import { parseFeed } from './parse-feed.ts'

function parse(content: string | Uint8Array, more: Partial<Document> = {}): ParsedFeed {
  const parsed = parseFeed(madeDocument(content, more))
  if ('problem' in parsed) throw new Error(parsed.problem.message)
  return parsed
}

const rss = (items: string, channel = '') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"
    xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>${channel}${items}</channel></rss>`

const firstOf = (content: string, more: Partial<Document> = {}) => parse(content, more).entries[0]

test('an item of RSS is what it says of its article', () => {
  const feed = parse(
    rss(
      `<item><title>Bridge &amp; tunnel reopen</title><link>/news/17?a=1&amp;b=2</link>
      <guid isPermaLink="false">selgrad-17</guid><pubDate>Fri, 04 Mar 2022 10:15:00 +0200</pubDate>
      <dc:creator>Ana Marsh</dc:creator><category>Veresk</category><category><![CDATA[Bridges & roads]]></category>
      <description><![CDATA[<p>Traffic is <b>light</b>.</p><p>More soon.</p>]]></description>
      <content:encoded><![CDATA[<p>See <a href="/maps?x=1&amp;y=2">the map</a>.</p>]]></content:encoded></item>`,
      `<title>Selgrad Post</title><link>https://www.selgradpost.example/</link><language>en_GB</language><ttl>30</ttl>
      <atom:link rel="self" href="https://feeds.example/selgrad"/><lastBuildDate>Fri, 4 Mar 2022 10:20 GMT</lastBuildDate>`,
    ),
  )
  expect(feed).toEqual({
    format: 'rss',
    title: 'Selgrad Post',
    siteUrl: 'https://www.selgradpost.example/',
    language: 'en-GB',
    updatedAt: '2022-03-04T10:20Z',
    askAgainAfterSeconds: 1800,
    charset: 'utf-8',
    remarks: [],
    entries: [
      {
        guid: 'selgrad-17',
        url: 'https://www.selgradpost.example/news/17?a=1&b=2',
        title: 'Bridge & tunnel reopen',
        publishedAt: '2022-03-04T10:15:00+02:00',
        updatedAt: null,
        authors: ['Ana Marsh'],
        summary: 'Traffic is light. More soon.',
        contentHtml: '<p>See <a href="https://www.selgradpost.example/maps?x=1&amp;y=2">the map</a>.</p>',
        language: 'en-GB',
        categories: ['Veresk', 'Bridges & roads'],
        source: null,
      },
    ],
  })
})

test('an entry of Atom inherits author, base and language, and its texts are of the type that they say', () => {
  const feed =
    parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pt" xml:base="https://santelmo.example/news/">
    <title type="html">San Telmo &amp;amp; the Sea</title><link rel="self" href="feed.atom"/><link href="/"/>
    <author><name>The Desk</name></author>
    <entry><id>tag:santelmo.example,2024:9</id><title>The &lt;draft&gt; bill</title>
      <link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="bill.html"/>
      <published>2024-05-06T07:08:09.5-03:00</published><updated>2024-05-07T00:00:00Z</updated>
      <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">It <em>passed</em>.</div></summary>
      <content type="xhtml" xml:lang="es"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>See <x:a href="full.html">all</x:a> &amp; more<x:br/></x:p></x:div></content>
      <category term="law" label="Law &amp; order"/></entry></feed>`)
  expect(feed).toMatchObject({
    format: 'atom',
    title: 'San Telmo & the Sea',
    siteUrl: 'https://santelmo.example/',
  })
  expect(feed.entries).toEqual([
    {
      guid: 'tag:santelmo.example,2024:9',
      url: 'https://santelmo.example/news/bill.html',
      title: 'The <draft> bill',
      publishedAt: '2024-05-06T07:08:09-03:00',
      updatedAt: '2024-05-07T00:00:00Z',
      authors: ['The Desk'],
      summary: 'It passed.',
      contentHtml: '<p>See <a href="https://santelmo.example/news/full.html">all</a> &amp; more<br></p>',
      language: 'es',
      categories: ['Law & order'],
      source: null,
    },
  ])
})

test('RSS 1.0 has its items beside the channel', () => {
  const feed =
    parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/rdf"><title>Aldany Wire</title>
    <link>https://a.example/</link></channel>
    <item rdf:about="https://a.example/1"><title>One</title><d:date>2024-05</d:date><d:creator>R. Arce</d:creator></item></rdf:RDF>`)
  expect(feed.format).toBe('rdf')
  expect(feed.entries[0]).toMatchObject({
    guid: 'https://a.example/1',
    url: 'https://a.example/1',
    publishedAt: '2024-05',
    authors: ['R. Arce'],
  })
})

test('JSON Feed, with fields of wrong types passed over', () => {
  const feed = parse(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Ferrán Notes',
      home_page_url: 'https://ferran.example/',
      authors: [{ name: 'Inés Ferrán' }],
      items: [
        {
          id: 7,
          url: '/7',
          content_text: '5 < 6\nand more',
          date_published: '2024-01-02T03:04:05Z',
          tags: ['a', 4, null],
        },
        { id: '8', url: ['no'], content_html: '<p>x</p>', summary: null },
        'nothing',
      ],
    }),
  )
  expect(feed).toMatchObject({ format: 'json-feed', title: 'Ferrán Notes', language: null })
  expect(feed.entries).toMatchObject([
    {
      guid: '7',
      url: 'https://ferran.example/7',
      contentHtml: '5 &lt; 6\nand more',
      publishedAt: '2024-01-02T03:04:05Z',
      authors: ['Inés Ferrán'],
      categories: ['a', '4'],
    },
    { guid: '8', url: null, contentHtml: '<p>x</p>', summary: null },
  ])
})

test('an aggregator’s item names the feed or the site that it is from', () => {
  const item = firstOf(
    rss(`<item><title>Strait reopens - Morvenia Daily</title><link>https://news.aggregator.example/rss/articles/CBMiX?oc=5</link>
      <guid isPermaLink="false">CBMiX</guid><pubDate>Tue, 07 May 2024 07:00:00 GMT</pubDate>
      <description>&lt;a href="https://news.aggregator.example/rss/articles/CBMiX?oc=5" target="_blank"&gt;Strait reopens&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font color="#6f6f6f"&gt;Morvenia Daily&lt;/font&gt;</description>
      <source url="https://morvenia.example">Morvenia Daily</source></item>`),
  )
  expect(item?.source).toEqual({ title: 'Morvenia Daily', url: 'https://morvenia.example/' })
  expect(item?.summary).toBe('Strait reopens Morvenia Daily')
  const entry =
    firstOf(`<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Planet</name></author><entry><title>x</title>
    <source><title>Morvenia Daily</title><link rel="self" href="https://morvenia.example/atom"/><author><name>L. Marsh</name></author></source></entry></feed>`)
  expect(entry).toMatchObject({
    authors: ['L. Marsh'],
    source: { title: 'Morvenia Daily', url: 'https://morvenia.example/atom' },
  })
})

test('a feed whose guids change at every visit still names the same pages', () => {
  const visit = (n: number) =>
    parse(rss(`<item><title>A</title><link>https://a.example/1</link><guid>${n}</guid></item>`)).entries[0]
  expect(visit(1)).toEqual({ ...visit(2), guid: '1' })
})

test('the page is what a redirecting service keeps of it, else the link, else a guid that is an address', () => {
  const url = (item: string) => firstOf(rss(`<item>${item}</item>`))?.url
  const burnt = '<feedburner:origLink>https://a.example/real</feedburner:origLink>'
  expect(url(`<link>https://feeds.example/~r/1</link>${burnt}`)).toBe('https://a.example/real')
  expect(url('<guid>https://a.example/2</guid>')).toBe('https://a.example/2')
  expect(url('<guid isPermaLink="false">https://a.example/2</guid>')).toBe(null)
  expect(url('<guid>17</guid>')).toBe(null)
  expect(url('<atom:link rel="self" href="/s"/><atom:link href="/a"/>')).toBe('https://selgradpost.example/a')
  expect(url('<link>\n  https://a.example/\n spaced </link>')).toBe('https://a.example/%20spaced')
  expect(url('<link>javascript:alert(1)</link>')).toBe(null)
})

test('authors are names, not addresses', () => {
  const authors = (item: string) => firstOf(rss(`<item>${item}</item>`))?.authors
  expect(authors('<author>desk@a.example (Ana Marsh)</author><dc:creator>Ana Marsh</dc:creator>')).toEqual([
    'Ana Marsh',
  ])
  expect(authors('<author>Ana Marsh &lt;desk@a.example&gt;</author>')).toEqual(['Ana Marsh'])
  expect(authors('<author>desk@a.example</author>')).toEqual([])
  expect(authors('<dc:creator>Ana Marsh</dc:creator><dc:creator>Luis Arce</dc:creator>')).toEqual([
    'Ana Marsh',
    'Luis Arce',
  ])
})

test('titles and summaries are words, whatever markup and references they come in', () => {
  const title = (text: string) => firstOf(rss(`<item><title>${text}</title></item>`))?.title
  expect(title('Marsh &amp;amp; Arce')).toBe('Marsh & Arce')
  expect(title('The &lt;draft&gt; bill')).toBe('The <draft> bill')
  expect(title('<![CDATA[<b>Five</b>&#8230; <script>alert(1)</script>dead]]>')).toBe('Five… dead')
  expect(title('<b>Naked</b> markup')).toBe('Naked markup')
  expect(title('5 &lt; 6 & 7')).toBe('5 < 6 & 7')
  expect(title('caf&eacute;&nbsp;&unknown; &#1;&#xD800;')).toBe('café &unknown; \ufffd')
})

test('elements of other namespaces are not the feed’s own, whatever their prefix', () => {
  const item =
    firstOf(`<r:rss xmlns:r="http://backend.userland.com/rss2" xmlns:own="https://morvenia.example/ns"
    xmlns:dc="https://morvenia.example/other"><r:channel><r:item><own:title>Wrong</own:title><r:title>Right</r:title>
    <dc:creator>Nobody</dc:creator></r:item></r:channel></r:rss>`)
  expect(item).toMatchObject({ title: 'Right', authors: [] })
})

test('a feed that is cut off gives what came, without the half of a word or an address', () => {
  const whole = rss(
    '<item><title>One</title><link>https://a.example/one</link></item><item><title>Two</title><link>https://a.example/two-and-more</link></item>',
  )
  const feed = parse(whole.slice(0, whole.indexOf('-and-more')))
  expect(feed.entries).toMatchObject([
    { title: 'One', url: 'https://a.example/one' },
    { title: 'Two', url: null },
  ])
  expect(feed.remarks).toEqual([expect.stringContaining('ends in the middle')])
})

test('tags that were not closed do not swallow what follows', () => {
  const feed = parse(
    rss(
      '<item><title>One<link>https://a.example/1</link><description>A <p>b</description></item><item><title>Two</title><item><title>Three</title></item>',
    ),
  )
  expect(feed.entries.map(({ title, url, summary }) => [title, url, summary])).toEqual([
    ['One', 'https://a.example/1', 'A b'],
    ['Two', null, null],
    ['Three', null, null],
  ])
  expect(feed.remarks).toContain('Tags do not match.')
})

test('what a server put before the feed is passed over', () => {
  expect(firstOf(`\n\n<b>Warning</b>: x in y.php\n${rss('<item><title>One</title></item>')}`)?.title).toBe(
    'One',
  )
  expect(firstOf(`Notice: something\n${rss('<item><title>One</title></item>')}`)?.title).toBe('One')
})

test('entities of a DTD are put in when they are plain text, and never expand', () => {
  const title = (dtd: string, text: string) =>
    firstOf(`<!DOCTYPE rss [${dtd}]><rss><channel><item><title>${text}</title></item></channel></rss>`)?.title
  expect(title('<!ENTITY paper "Selgrad Post"><!-- it’s > fine -->', 'The &paper;')).toBe('The Selgrad Post')
  expect(title('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">', '&b;')).toBe('&b;')
  expect(title('<!ENTITY f SYSTEM "file:///etc/passwd">', '&f;')).toBe('&f;')
})

test('encodings: mark, then header, then declaration, unless the bytes say otherwise', () => {
  const feed = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>Мост — café</title></channel></rss>`
  const title = (bytes: Uint8Array, charset: string | null = null) => {
    const { title, charset: read } = parse(bytes, { charset })
    return [title, read]
  }
  const utf16 = Buffer.from(`\ufeff${feed('utf-16')}`, 'utf16le')
  expect(title(utf16)).toEqual(['Мост — café', 'utf-16le'])
  expect(title(utf16.subarray(2))).toEqual(['Мост — café', 'utf-16le'])
  expect(title(Buffer.from(utf16).swap16())).toEqual(['Мост — café', 'utf-16be'])
  expect(title(Buffer.from(`\ufeff${feed('iso-8859-1')}`))).toEqual(['Мост — café', 'utf-8'])
  // "Мост" in KOI8-R, declared; then sent with that charset though the declaration says another.
  const koi8 = (encoding: string) =>
    Buffer.concat([
      Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>`),
      Buffer.from([0xed, 0xcf, 0xd3, 0xd4]),
      Buffer.from('</title></channel></rss>'),
    ])
  expect(title(koi8('koi8-r'))).toEqual(['Мост', 'koi8-r'])
  expect(title(koi8('windows-1251'), "'koi8-r'")).toEqual(['Мост', 'koi8-r'])
  // The server says UTF-8 for everything, the feed knows better.
  expect(title(koi8('koi8-r'), 'utf-8')).toEqual(['Мост', 'koi8-r'])
  // The feed says Latin-1 and is UTF-8.
  expect(parse(Buffer.from(feed('iso-8859-1')))).toMatchObject({
    title: 'Мост — café',
    charset: 'utf-8',
    remarks: [expect.stringContaining('is in UTF-8')],
  })
  // Curly quotation marks of windows-1252 in a feed that names no encoding.
  const quotes = Buffer.from('<rss><channel><title>_No_</title></channel></rss>').map((byte, i, all) =>
    byte !== 0x5f ? byte : all.indexOf(0x5f) === i ? 0x93 : 0x94,
  )
  expect(title(quotes)).toEqual(['“No”', 'windows-1252'])
})

test('how long to wait: ttl in minutes, or the syndication module', () => {
  const wait = (channel: string) => parse(rss('', channel)).askAgainAfterSeconds
  expect(wait('<ttl>15</ttl>')).toBe(900)
  expect(wait('<ttl>soon</ttl>')).toBe(null)
  expect(wait('<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>')).toBe(
    21_600,
  )
  expect(wait('<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>')).toBe(
    3600,
  )
})

test('what is no feed is said to be what it is', () => {
  const problem = (content: string) => parseFeed(madeDocument(content))
  expect(problem('<!doctype html><html><body>Hello</body></html>')).toMatchObject({
    problem: { code: 'not-a-feed', message: expect.stringContaining('web page') },
  })
  expect(problem('<urlset><url><loc>https://a.example/</loc></url></urlset>')).toMatchObject({
    problem: { message: expect.stringContaining('sitemap') },
  })
  expect(problem('{"items":')).toMatchObject({ problem: { code: 'not-a-feed' } })
  expect(problem('  \n')).toMatchObject({ problem: { code: 'empty-document' } })
  expect(problem('The bridge is open.')).toMatchObject({ problem: { code: 'not-a-feed' } })
})

test('hostile bytes neither hang nor crash', () => {
  const fill = (part: string) => part.repeat(Math.floor(3_000_000 / part.length))
  const within = (text: string) =>
    `<rss><channel><item><description>${text}</description></item></channel></rss>`
  const started = performance.now()
  for (const content of [
    fill('<'),
    fill('&'),
    fill('<a>'),
    `<rss>${'<a>'.repeat(500_000)}${'</b>'.repeat(400_000)}`,
    fill('<!--'),
    `<!DOCTYPE a [${fill('[')}`,
    `<rss ${fill('a=1 ')}`,
    fill('<a xmlns:b="c">'),
    within(fill('<div>')),
    within(fill('&lt;a href=x')),
    `<rss><channel><item><pubDate>${fill('1:')}</pubDate><author>${fill('a@')}</author></item></channel></rss>`,
    fill('['),
  ]) {
    parseFeed(madeDocument(content))
  }
  expect(parse(`<rss><channel>${fill('<item/>')}</channel></rss>`).entries).toHaveLength(20_000)
  expect(parseFeed(madeDocument(Buffer.alloc(10_000_000)))).toHaveProperty('problem')
  expect(performance.now() - started).toBeLessThan(60_000)
}, 90_000)
