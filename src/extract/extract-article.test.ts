import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Article, parseArticle } from '../records/article.ts'
import type { Document } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import { type ExtractOptions, extractArticle } from './extract-article.ts'

const documentOf = (content: string | Uint8Array, parts: Partial<Document> = {}): Document => ({
  where: 'page',
  bytes: typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content,
  mediaType: null,
  charset: null,
  headers: {},
  collectedAt: '2024-06-01T12:00:00.000Z',
  ...parts,
})

async function extract(
  content: string | Uint8Array,
  parts: Partial<Document> = {},
  options: ExtractOptions = {},
): Promise<Article> {
  const extraction = await extractArticle(documentOf(content, parts), options)
  if ('problem' in extraction) throw new Error(`${extraction.problem.code}: ${extraction.problem.message}`)
  return extraction.article
}

async function problemOf(content: string | Uint8Array, parts: Partial<Document> = {}) {
  const extraction = await extractArticle(documentOf(content, parts))
  return 'problem' in extraction ? extraction.problem : null
}

const reasonsOf = (article: Article) => article.dropped.map(({ reason, text }) => [reason, text])

const first =
  'NORTHGATE (Meridian Press) - The old bridge over the Alder will open again before the winter, the regional government said on Tuesday after a meeting that lasted until midnight.'
const second =
  '“We have checked every bolt,” said Ewa Nowak, the minister of transport, who had closed it in March. Related to this, officials said, the ferry would stop running in October.'
const third =
  'The mayor of Northgate did not respond to requests for comment. Read more carefully, the report that the engineers handed in last week promises nothing of the kind.'
const text = [first, second, third].join('\n\n')

const saved = `Old Bridge Over the Alder to Open Again Before Winter

4 mins read
[Photo Credit: By Ana Prado from Lisbon, Portugal - Alder: the bridge at dawn, CC BY-SA 3.0, https://commons.example.org/w/index.php?curid=1234]

${first}

${second}

${third}

[READ MORE: Ferry Crew Fears for Its Jobs as Bridge Repairs Near Their End]

Leave a Reply

Your email address will not be published.

Latest from Blog`

test('a page saved as plain text is its title, its running text, its credit, and what it dropped and why', async () => {
  const article = await extract(saved)
  expect(article).toMatchObject({
    title: 'Old Bridge Over the Alder to Open Again Before Winter',
    byline: null,
    outlet: null,
    url: null,
    publishedAt: null,
    language: 'en',
    text,
    credits: [
      {
        of: 'photo',
        author: 'Ana Prado',
        title: 'Alder: the bridge at dawn',
        licence: 'CC BY-SA 3.0',
        url: 'https://commons.example.org/w/index.php?curid=1234',
      },
      { of: 'text', agency: 'Meridian Press', text: 'NORTHGATE (Meridian Press)' },
    ],
    problems: [{ code: 'no-date' }],
  })
  expect(reasonsOf(article)).toEqual([
    ['title', 'Old Bridge Over the Alder to Open Again Before Winter'],
    ['reading-time', '4 mins read'],
    ['related', '[READ MORE: Ferry Crew Fears for Its Jobs as Bridge Repairs Near Their End]'],
    ['comments', 'Leave a Reply\nYour email address will not be published.'],
    ['related', 'Latest from Blog'],
  ])
})

test('labels and a byline above plain text are what they say', async () => {
  const article = await extract(
    `World\n\nOld Bridge to Open Again\nSource: Northgate Herald\nURL: https://herald.example/bridge?ref=mail\nBy Jane Doe, Reuters\n4 March 2024, 10:15 GMT\n\n${second}\n\n${third}\n\n— Meridian Press\n`,
  )
  expect(article).toMatchObject({
    title: 'Old Bridge to Open Again',
    byline: 'Jane Doe, Reuters',
    outlet: 'Northgate Herald',
    url: 'https://herald.example/bridge?ref=mail',
    publishedAt: { value: '2024-03-04T10:15Z', precision: 'minute', basis: 'text' },
    text: `${second}\n\n${third}`,
  })
  expect(article.credits.map(({ of, agency }) => [of, agency])).toEqual([
    ['text', 'Meridian Press'],
    ['text', 'Reuters'],
  ])
})

test('plain text without a headline has no title', async () => {
  const article = await extract(`${second}\n\n${third}`)
  expect(article.title).toBeNull()
  expect(article.text).toBe(`${second}\n\n${third}`)
})

test('a list of related headlines in the middle of plain text is dropped, the text goes on', async () => {
  const article = await extract(
    `Old bridge opens\n\n${first}\n\nRelated stories\nFerry crew fears for its jobs\nWho paid for the bolts\n\n${second}\n\n${third}`,
  )
  expect(article.text).toBe(text)
  expect(reasonsOf(article).slice(1)).toEqual([
    ['related', 'Related stories\nFerry crew fears for its jobs\nWho paid for the bolts'],
  ])
})

const page = `<!DOCTYPE html>
<!-- saved from url=(0041)https://www.herald.example/2024/03/bridge -->
<html lang="en-GB"><head>
<meta charset="utf-8">
<title>Old bridge over the Alder to open again | Northgate Herald</title>
<meta property="og:site_name" content="Northgate Herald">
<meta property="og:title" content="Old bridge over the Alder to open again">
<link rel="canonical" href="https://www.herald.example/2024/03/bridge?utm_source=feed">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
 {"@type":"Organization","@id":"#org","name":"Northgate Herald"},
 {"@type":"NewsArticle","headline":"Old bridge over the Alder to open again","datePublished":"2024-03-04T18:30:00+01:00",
  "dateModified":"2024-03-06T08:00:00+01:00","author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"John Roe"}],"publisher":{"@id":"#org"}}]}</script>
<style>.x{color:red}</style></head>
<body class="single-post has-sidebar">
<div class="cookie-banner">We use cookies to improve your experience on our site. <button>Accept all</button></div>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article>
<h1>Old bridge over the Alder to open again</h1>
<p class="byline">By <a href="/jane">Jane Doe</a> and John Roe</p>
<time datetime="2024-03-04T18:30:00+01:00">4 March 2024</time>
<figure><img src="bridge.jpg"><figcaption>The bridge on Monday. <span class="credit">Ana Prado/Reuters</span></figcaption></figure>
<div class="entry-content">
<p>${first}</p>
<div class="ad-slot">Advertisement</div>
<p>${second}</p>
<h2>What happens next</h2>
<p>${third}</p>
<ul><li>The ferry stops in October.</li><li>The bridge opens in November.</li></ul>
<p><strong>Read more:</strong> <a href="/ferry">Ferry crew fears for its jobs</a></p>
<blockquote><p>“We were not asked,” the crew wrote in a letter that the Herald has seen, “and we will not go.”</p></blockquote>
<h2>The bridge in pictures</h2>
<p hidden>Secret words</p><p style="display: none">More secret words</p><script>var secret = 1</script>
</div>
<div class="share-buttons">Share this article <a href="#">Facebook</a> <a href="#">Twitter</a></div>
<aside class="newsletter"><h3>Never miss a story</h3><p>Sign up for our morning newsletter.</p></aside>
</article>
<section id="comments"><h3>2 Comments</h3><p>Old salt says: I crossed it every day of my life for forty years, and it never once shook under me, not once.</p>
<form><h3>Leave a Reply</h3><label>Name *</label><input type="submit" value="Post Comment"></form></section></main>
<aside class="sidebar"><h2>Most read</h2><ul><li><a href="/a">Who paid for the bolts</a></li><li><a href="/b">The engineer who saw it coming</a></li></ul></aside>
<footer><p>© 2024 Northgate Herald. All rights reserved.</p></footer>
</body></html>`

test('a web page is its article, with what it says about itself', async () => {
  const article = await extract(page, { where: '/pages/bridge.html' })
  expect(article).toMatchObject({
    title: 'Old bridge over the Alder to open again',
    byline: 'Jane Doe, John Roe',
    outlet: 'Northgate Herald',
    url: 'https://www.herald.example/2024/03/bridge?utm_source=feed',
    publishedAt: { value: '2024-03-04T18:30:00+01:00', precision: 'second', basis: 'json-ld' },
    language: 'en-GB',
    problems: [],
  })
  expect(article.text.split('\n\n')).toEqual([
    first,
    second,
    'What happens next',
    third,
    'The ferry stops in October.',
    'The bridge opens in November.',
    '“We were not asked,” the crew wrote in a letter that the Herald has seen, “and we will not go.”',
  ])
  expect(article.credits).toMatchObject([
    { of: 'photo', author: 'Ana Prado', agency: 'Reuters' },
    { of: 'text', agency: 'Meridian Press' },
  ])
})

test('what a web page shows beside its article is kept with its reason, and what it hides is not', async () => {
  const article = await extract(page)
  const said = (words: string) => article.dropped.find(({ text }) => text.includes(words))?.reason ?? null
  expect(
    Object.fromEntries(
      [
        'We use cookies',
        'Home',
        'By Jane Doe',
        '4 March 2024',
        'The bridge on Monday',
        'Advertisement',
        'Read more',
        'The bridge in pictures',
        'Share this',
        'Sign up',
        'Old salt',
        'Post Comment',
        'Who paid',
        '© 2024',
        'Secret',
        'var secret',
      ].map((words) => [words, said(words)]),
    ),
  ).toEqual({
    'We use cookies': 'other',
    Home: 'navigation',
    'By Jane Doe': 'byline',
    '4 March 2024': 'date',
    'The bridge on Monday': 'caption',
    Advertisement: 'advertisement',
    'Read more': 'related',
    'The bridge in pictures': 'related',
    'Share this': 'share',
    'Sign up': 'newsletter',
    'Old salt': 'comments',
    'Post Comment': 'comments',
    'Who paid': 'related',
    '© 2024': 'footer',
    Secret: null,
    'var secret': null,
  })
})

test('the address that was fetched comes before the one the page gives', async () => {
  const where = 'https://www.herald.example/2024/03/bridge?fbclid=1'
  expect((await extract(page, { where })).url).toBe(where)
})

test('without data about itself a page is read as it is printed', async () => {
  const bare = `<div class="top"><h1>Old bridge over the Alder to open again</h1><p>By Jane Doe</p><p>Published: Monday, 4 March 2024, 10:15 GMT</p>
    <div>${first}<br><br>${second}<br><br>${third}</div></div>`
  const article = await extract(bare, { where: 'https://www.edition.herald.co.uk/x' })
  expect(article).toMatchObject({
    title: 'Old bridge over the Alder to open again',
    byline: 'Jane Doe',
    outlet: 'herald.co.uk',
    publishedAt: { value: '2024-03-04T10:15Z', basis: 'text' },
    text,
  })
})

test('a file’s name does not decide what it is', async () => {
  expect((await extract(page, { where: 'page.txt', mediaType: 'text/plain' })).title).toBe(
    'Old bridge over the Alder to open again',
  )
  expect((await extract(saved, { where: 'page.html' })).text).toBe(text)
})

test('class names that describe the whole page do not drop it', async () => {
  const named = `<html><body><div class="share-wrapper related-content"><h1>Old bridge opens</h1>${[first, second, third].map((words) => `<p class="paywall">${words}</p>`).join('')}</div></body></html>`
  expect((await extract(named)).text).toBe(text)
})

test('an article set in several boxes of one design is one article', async () => {
  const box = (words: string) =>
    `<div class="body-box"><p>${words}</p><p>${words.replace('the', 'this')}</p></div><div class="slot"><p>Advertisement</p></div>`
  const boxed = `<html><body><div><h1>Old bridge opens</h1><div>${[first, second, third].map((words) => `<div>${box(words)}</div>`).join('')}</div></div></body></html>`
  const article = await extract(boxed)
  for (const words of [first, second, third]) expect(article.text).toContain(words)
})

test('what is no text, or holds nothing, is told apart and says what to try', async () => {
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n')
  expect(await problemOf(new Uint8Array())).toMatchObject({ code: 'empty-document' })
  expect(await problemOf(' \n\t\u00a0\n')).toMatchObject({ code: 'empty-document' })
  expect(await problemOf(pdf)).toMatchObject({
    code: 'binary-document',
    message: expect.stringContaining('a PDF'),
    advice: expect.stringContaining('pdftotext'),
  })
  expect(await problemOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10))).toMatchObject({
    message: expect.stringContaining('PNG'),
  })
  expect(
    await problemOf(Buffer.from('PK\x03\x04..............................word/document.xml')),
  ).toMatchObject({ message: expect.stringContaining('Word') })
  expect(await problemOf(Uint8Array.of(1, 2, 0, 4, 5, 0))).toMatchObject({
    code: 'binary-document',
    message: expect.stringContaining('binary data'),
  })
})

test('a page without an article says so', async () => {
  const links = `<ul>${'<li><a href="/x">The minister has resigned over the bridge affair</a></li>'.repeat(40)}</ul>`
  expect(await problemOf(links)).toMatchObject({
    code: 'no-article',
    message: expect.stringContaining('no running text'),
  })
  expect(
    await problemOf(
      '<form><h1>Log in</h1><label>Name</label><input><p>Please log in to read this article.</p></form>',
    ),
  ).toMatchObject({ code: 'no-article' })
  expect(
    await problemOf('<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>'),
  ).toMatchObject({ message: expect.stringContaining('feed') })
  expect(await problemOf('{"title": "Bridge", "state": "The bridge is open."}')).toMatchObject({
    message: expect.stringContaining('JSON'),
  })
  expect(
    await problemOf(`From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n${saved}`),
  ).toMatchObject({ message: expect.stringContaining('MHTML') })
})

test('a broken encoding is said with its place, and the article is read all the same', async () => {
  const before = `${second}\n\nThe owner of the caf`
  const broken = Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xe9]),
    Buffer.from(` was not there – ‘away’. ${third}`),
  ])
  const article = await extract(broken)
  expect(article.text).toBe(`${before}\ufffd was not there – ‘away’. ${third}`)
  expect(article.problems).toContainEqual({
    code: 'broken-encoding',
    message: `Read as utf-8, one character of the text cannot be right; the first is U+FFFD at ${before.length}, after “in October. The owner of the caf”.`,
    advice: 'Save the page again as UTF-8, or read it from its address.',
  })
})

test('a date after the day the page was collected is doubted, unless the operator gave it', async () => {
  const early = { collectedAt: '2024-03-01T00:00:00.000Z' }
  expect((await extract(page, early)).problems).toMatchObject([{ code: 'future-date' }])
  const given = await extract(page, early, { date: '2024-03-03' })
  expect(given.publishedAt).toEqual({ value: '2024-03-03', precision: 'day', basis: 'given' })
  expect(given.problems).toEqual([])
})

test('when a server last touched a file says nothing about publication', async () => {
  const headers = { 'last-modified': 'Mon, 04 Mar 2024 10:00:00 GMT', date: 'Mon, 04 Mar 2024 10:00:00 GMT' }
  expect((await extract(saved, { headers })).publishedAt).toBeNull()
})

test('a day that is none is the operator’s fault', async () => {
  await expect(extractArticle(documentOf(saved), { date: 'yesterday' })).rejects.toThrow(HearsayError)
})

test('the same page is the same article; another word, date or address makes another', async () => {
  const { id } = await extract(saved)
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect((await extract(saved, { collectedAt: '2030-01-01T00:00:00.000Z' })).id).toBe(id)
  expect((await extract(saved.replace('midnight', 'noon'))).id).not.toBe(id)
  expect((await extract(saved, {}, { date: '2024-03-03' })).id).not.toBe(id)
  expect((await extract(saved, { where: 'https://herald.example/bridge' })).id).not.toBe(id)
})

test('pages made to break a reader give an article or a problem, soon', async () => {
  const article = `<article><h1>Old bridge opens</h1><p>${first}</p><p>${second}</p><p>${third}</p></article>`
  const pages: Record<string, string> = {
    'ten megabytes, nested 100,000 deep': '<div>'.repeat(100_000) + `${second} `.repeat(55_000),
    'five megabytes on one line': `<p>${`${second} `.repeat(27_000)}</p>`,
    'never closed': `<div><p><b><i><a href=x>${`<p>${second}`.repeat(2000)}`,
    '200,000 links': `${article}<ul>${'<li><a href="/x/y">Some link text here</a>'.repeat(200_000)}</ul>`,
    'nested deep, many times': `${'<div>'.repeat(190)}${second}${'</div>'.repeat(190)}`.repeat(100),
    'lone surrogates': `<title>a\ud800b</title><script type="application/ld+json">{"@type":"Article","headline":"Bridge \\ud800 opens \\u0000"}</script><p>${second} \udc00 &#xD800; ${third}</p>`,
    'data a million levels deep': `<script type="application/ld+json">${'['.repeat(1_000_000)}</script>${article}`,
    'a title without end': `<title>${'a - '.repeat(500_000)}</title>${article}`,
  }
  for (const [name, html] of Object.entries(pages)) {
    const startedAt = performance.now()
    const extraction = await extractArticle(documentOf(html))
    // The slowest, the 200,000 links, takes about 6 s on two busy cores.
    expect([name, performance.now() - startedAt < 30_000]).toEqual([name, true])
    expect([name, JSON.parse(JSON.stringify(extraction))]).toEqual([name, extraction])
    if ('article' in extraction) expect(JSON.stringify(extraction)).not.toMatch(/\\ud[89a-f]|\\u0000/i)
  }
}, 120_000)

test('no bytes make extraction throw, and what it gives is an article or a problem', async () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="comments">',
    '</div>',
    '<br>',
    '<h2>',
    '<a href="/">',
    '</a>',
    '&amp;',
    '&#0;',
    '<!--',
    '-->',
    '<table><td>',
    '\n\n',
    first,
    second,
    third,
    '<script>',
    '</script>',
    '\ud800',
    '<title>',
    'Leave a Reply',
    'By Jane Doe',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(pieces, { maxLength: 40 }).map((all) => new Uint8Array(Buffer.from(all.join('')))),
        fc.string({ unit: 'binary', maxLength: 300 }).map((all) => new Uint8Array(Buffer.from(all))),
      ),
      async (bytes) => {
        const extraction = await extractArticle(documentOf(bytes))
        if ('article' in extraction)
          expect(parseArticle(JSON.parse(JSON.stringify(extraction.article)))).toEqual(extraction.article)
        else expect(extraction.problem.message).not.toBe('')
      },
    ),
    { numRuns: 300, seed: 20_240_304 },
  )
})

test('every visible word of a page is in the text, in a credit or among what was dropped', async () => {
  const word = fc.constantFrom(
    'alder',
    'bridge',
    'share',
    'comments',
    'Read more:',
    'minister',
    'Photo: Jane Doe/Reuters',
    'Advertisement',
    '2 mins read',
    second,
    third,
    'By Jane Doe',
  )
  const element = fc.constantFrom(
    'p',
    'div',
    'section class="related"',
    'aside',
    'li',
    'h2',
    'figcaption',
    'span',
    'td',
    'a href="/x"',
    'div id="comments"',
    'footer',
    'button',
  )
  const block = fc
    .tuple(element, fc.array(word, { minLength: 1, maxLength: 3 }))
    .map(([open, words]) => `<${open}>${words.join(' ')}</${open.split(' ')[0]}>`)
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 25 }), async (blocks) => {
      const html = `<html><body><article><p>${first}</p>${blocks.join('\n')}<p>${third}</p></article></body></html>`
      const { text, dropped, credits } = await extract(html)
      const kept = countAll(
        [
          text,
          ...dropped.map(({ text }) => text),
          ...credits.filter(({ of }) => of !== 'text').map(({ text }) => text),
        ].join(' '),
      )
      for (const [token, count] of countAll(html.replace(/<[^>]*>/g, ' '))) {
        expect([token, (kept.get(token) ?? 0) >= count]).toEqual([token, true])
      }
    }),
    { numRuns: 60, seed: 20_240_304 },
  )
})

function countAll(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of words.match(/\p{L}+/gu) ?? []) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
