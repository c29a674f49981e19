import { expect, test } from 'vitest'
import type { DocumentHints } from '../records/document.ts'
import { readHtml } from './read-html.ts'

const text = [
  'The ferry between Selgrad and San Telmo sailed again on Monday after a week in port, its owner said.',
  'Some two hundred passengers had waited for it, most of them workers who cross the bay twice a day.',
  'The company did not say what the repair had cost, or who would pay for the nights in hotels.',
  'A second ship is to sail from next summer, if the council of San Telmo agrees to widen the quay.',
]

const page = (
  head: string,
  above = '',
  below = '',
  lang = 'en',
) => `<!doctype html><html lang="${lang}"><head>
<title>Ferry sails again – Herald</title><meta property="og:site_name" content="Herald">${head}</head><body>
<nav><img src="/logo.png"><a href="/">Home</a></nav><main><article><h1>Ferry sails again</h1>${above}
${text.map((line) => `<p>${line}</p>`).join('\n')}${below}</article></main>
<aside class="related"><h2>More news</h2><img src="/other.jpg" width="400"><time datetime="2022-02-01">1 February 2022</time></aside>
<div class="comments"><p>Jane: well done. <time datetime="2022-03-09T10:00">9 March</time></p></div>
<footer>© 2024 Herald</footer></body></html>`

const where = 'https://herald.example/ferry'
const read = (html: string, hints: DocumentHints | null = null) => readHtml(html, where, null, hints)

test('people, agencies and desks are kept apart', async () => {
  const ld = (author: unknown) =>
    page(
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry sails again', author })}</script>`,
    )
  const found = async (author: unknown) => {
    const { byline, authors, credits } = await read(ld(author))
    return [byline, authors, credits.map(({ agency }) => agency)]
  }
  expect(await found({ '@type': 'Person', name: 'Jane Doe' })).toEqual(['Jane Doe', ['Jane Doe'], []])
  expect(await found([{ name: 'Jane Doe' }, { '@type': 'Organization', name: 'Reuters' }])).toEqual([
    'Jane Doe, Reuters',
    ['Jane Doe'],
    ['Reuters'],
  ])
  expect(await found('Jane Doe and John Roe')).toEqual([
    'Jane Doe and John Roe',
    ['Jane Doe', 'John Roe'],
    [],
  ])
  expect(await found({ '@type': 'Person', name: ['Jane Doe', 'John Roe'] })).toEqual([
    'Jane Doe, John Roe',
    ['Jane Doe', 'John Roe'],
    [],
  ])
  expect(await found({ '@type': 'Person', name: 'Herald' })).toEqual(['Herald', [], []])
})

test('a printed byline goes before data that only name the outlet, and where it names more people', async () => {
  const meta = '<meta name="author" content="Herald">'
  const printed = await read(page(meta, '<p class="byline">By Jane Doe, Political Editor</p>'))
  expect([printed.byline, printed.authors]).toEqual(['Jane Doe, Political Editor', ['Jane Doe']])
  const more = await read(
    page('<meta name="author" content="Jane Doe">', '<p class="byline">By Jane Doe and John Roe</p>'),
  )
  expect(more.authors).toEqual(['Jane Doe', 'John Roe'])
  const marked = await read(
    page('', '<span itemprop="author"><a href="/jd"><span itemprop="name">Jane Doe</span></a></span>'),
  )
  expect(marked.authors).toEqual(['Jane Doe'])
  const labelled = await read(
    page('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Doe">'),
  )
  expect(labelled.authors).toEqual(['Jane Doe'])
})

test('the dates of comments and of other stories are not the article’s', async () => {
  expect((await read(page(''))).publishedAt).toBeNull()
  const dated = await read(page('', '<p>4 March 2022, 10:15</p>'))
  expect(dated.publishedAt).toEqual({ value: '2022-03-04T10:15', precision: 'minute', basis: 'text' })
  const below = await read(page('', '', '<p class="post-footer">Posted by Jane Doe on 4 March 2022</p>'))
  expect(below.publishedAt?.value).toBe('2022-03-04')
})

test('a part that holds the article is not what its class calls it', async () => {
  const html = page('', '<time datetime="2022-03-04">4 March 2022</time>').replace(
    '<main>',
    '<main><div class="widget sidebar">',
  )
  expect((await read(html.replace('</main>', '</div></main>'))).publishedAt?.value).toBe('2022-03-04')
})

test('a page’s scripts tell the day where nothing else does, if they tell but one', async () => {
  const script = (...days: string[]) =>
    `<script>var page = {${days.map((day, i) => `"story${i}":{"datePublished":"${day}T10:15:00Z"}`).join(',')}}</script>`
  expect((await read(page(script('2022-03-04')))).publishedAt).toMatchObject({
    value: '2022-03-04T10:15:00Z',
    basis: 'meta',
  })
  expect((await read(page(script('2022-03-04', '2022-03-05')))).publishedAt).toBeNull()
})

test('what is said of a page stands in for what it does not say itself', async () => {
  const hints: DocumentHints = {
    url: null,
    title: 'Ferry sails',
    authors: ['Jane Doe'],
    outlet: 'Herald of Selgrad',
    publishedAt: '2022-03-04T10:15:00Z',
    modifiedAt: '2022-03-05T10:15:00Z',
    language: 'en-GB',
    original: null,
    basis: 'feed',
  }
  const bare = page('').replace('<meta property="og:site_name" content="Herald">', '').replace('– Herald', '')
  expect(await read(bare, hints)).toMatchObject({
    title: 'Ferry sails again',
    authors: ['Jane Doe'],
    outlet: 'Herald of Selgrad',
    publishedAt: { value: '2022-03-04T10:15:00Z', basis: 'feed' },
    modifiedAt: { value: '2022-03-05T10:15:00Z', basis: 'feed' },
    declaredLanguage: 'en',
  })
})

test('a picture of the article has its caption and its credit; signs and other stories’ pictures are none', async () => {
  const html = page(
    '<meta property="og:image" content="/pictures/ferry-1200x800.jpg">',
    '<figure><img src="/pictures/ferry-600x400.jpg" alt="A white ship"><figcaption>The ferry on Monday. Photo: Jane Doe/Reuters</figcaption></figure>',
    '<p><img data-src="https://cdn.example/quay.jpg" src="data:image/gif;base64,R0" width="600"><img src="/avatar.png" class="avatar"></p>',
  )
  const { images } = await read(html.replace(`<p>${text[3]}`, `<img src="/bay.jpg"><p>${text[3]}`))
  expect(images).toEqual([
    {
      url: 'https://herald.example/pictures/ferry-1200x800.jpg',
      alt: 'A white ship',
      caption: 'The ferry on Monday.',
      credit: 'Photo: Jane Doe/Reuters',
    },
    { url: 'https://herald.example/bay.jpg', alt: null, caption: null, credit: null },
  ])
  expect((await read(page('<meta property="og:image" content="/img/site-logo.png">'))).images).toEqual([])
})

test('the licence is the text’s, not a picture’s', async () => {
  const deed = 'https://creativecommons.org/licenses/by/4.0/'
  expect((await read(page(`<link rel="license" href="${deed}">`))).licence).toBe(deed)
  expect(
    (await read(page('', '', `<p>This text may be shared: <a rel="license" href="${deed}">CC BY</a></p>`)))
      .licence,
  ).toBe(deed)
  const caption = `<figure><img src="/a.jpg"><figcaption>A ship. <a href="${deed}">CC BY</a></figcaption></figure>`
  expect((await read(page('', caption))).licence).toBeNull()
  expect(
    (await read(page('<meta name="copyright" content="© 2022 Herald. All rights reserved">'))).licence,
  ).toBeNull()
  expect((await read(page('<meta name="dcterms.rights" content="CC BY-SA 4.0">'))).licence).toBe(
    'CC BY-SA 4.0',
  )
})

test('a title is the headline, without what surrounds it', async () => {
  const titled = async (head: string, heading: string) =>
    (await read(page(head).replace('<h1>Ferry sails again</h1>', `<h1>${heading}</h1>`))).title
  expect(
    await titled(
      '<meta property="og:title" content="Ferry to San Telmo sails again | Bay | News">',
      'Ferry to San Telmo sails again',
    ),
  ).toBe('Ferry to San Telmo sails again')
  // Two labels before the same headline.
  expect(
    await titled(
      '<meta property="og:title" content="Trouble in the bay: “We were not told anything”">',
      'Selgrad - “We were not told anything”',
    ),
  ).toBe('“We were not told anything”')
  // A shorter headline is a headline; one that is cut is none.
  expect(
    await titled(
      '<meta property="og:title" content="Ferry to San Telmo sails again">',
      'Ferry to San Telmo sails again after a week',
    ),
  ).toBe('Ferry to San Telmo sails again')
  expect(
    await titled(
      '<meta property="og:title" content="Ferry to San Telmo sails again after a we">',
      'Ferry to San Telmo sails again after a week',
    ),
  ).toBe('Ferry to San Telmo sails again after a week')
})
