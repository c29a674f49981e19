import { expect, test } from 'vitest'
import { extractPage, paragraphs, sentence } from './extract-page.fixture.ts'
import { findEmbeddedText } from './find-embedded-text.ts'

const title = 'Ferry sails again after the storm'
const html = [1, 2, 3, 4, 5, 6].map((i) => `<p>${sentence(i)}</p>`).join('')
const all = [1, 2, 3, 4, 5, 6].map(sentence).join('\n\n')

const page = (script: string, body: string) =>
  `<html lang=en><head><title>${title}</title>${script}</head><body><h1>${title}</h1>${body}</body></html>`
const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

test('a page whose text only its scripts hold is read from there', async () => {
  const state = { props: { article: { headline: title, body: html } } }
  const parts = {
    story: { title, blocks: [1, 2, 3, 4, 5, 6].map((i) => ({ type: 'text', text: sentence(i) })) },
  }
  const long = json([title, 'x'])
  const stream = `1a:${long}\n2b:T${new TextEncoder().encode(html).length.toString(16)},${html}3c:"end"\n`
  for (const script of [
    `<script id="__NEXT_DATA__" type="application/json">${json(state)}</script>`,
    `<script>window.__STATE__ = ${json(parts)};</script>`,
    `<script>self.__next_f.push([1,${json(stream.slice(0, 90))}])</script><script>self.__next_f.push([1,${json(stream.slice(90))}])</script>`,
    `<script type="application/ld+json">${json({ '@type': 'NewsArticle', headline: title, articleBody: all })}</script>`,
  ]) {
    const article = await extractPage(page(script, '<div id="root"></div>'))
    expect(article.text).toBe(all)
    expect(article.title).toBe(title)
  }
})

test('a page that shows its beginning goes on with what its scripts hold', async () => {
  const script = `<script type="application/ld+json">${json({ '@type': 'NewsArticle', headline: title, articleBody: all })}</script>`
  const article = await extractPage(page(script, `<div class=s>${paragraphs(1)}</div>`))
  expect(article.text).toBe(all)
})

test('what a page shows goes before what its scripts hold, where it shows it all or the scripts hold something else', async () => {
  const script = (body: string) =>
    `<script type="application/ld+json">${json({ '@type': 'NewsArticle', headline: title, articleBody: body })}</script>`
  const shown = await extractPage(
    page(script(all.replaceAll('ferry', 'FERRY')), `<div class=s>${paragraphs(6)}</div>`),
  )
  expect(shown.text).toBe(all)
  const other = Array.from({ length: 30 }, (_, i) => sentence(i + 50)).join('\n\n')
  const unlike = await extractPage(page(script(other), `<div class=s>${paragraphs(2)}</div>`))
  expect(unlike.text).toBe([1, 2].map(sentence).join('\n\n'))
})

test('settings, code and broken JSON carry no text', () => {
  for (const script of [
    '{"a":',
    '[[[[',
    'var a = {b: function () { return "x" }}',
    json({ text: 'short' }),
    json({ flags: ['a', 'b', 'c'] }),
  ])
    expect(findEmbeddedText([script.padEnd(600)], title, null)).toBeNull()
})
