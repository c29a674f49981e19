import { expect, test } from 'vitest'
import { extractBody, extractPage, paragraphs, sentence } from './extract-page.fixture.ts'

const reasonOf = (article: Awaited<ReturnType<typeof extractPage>>, words: string) =>
  article.dropped.find(({ text }) => text.includes(words))?.reason

test('a lead set apart from the text is part of it, and comes first', async () => {
  const article = await extractPage(`<title>Ferry sails again after the storm</title>
    <header class="top"><h1>Ferry sails again after the storm</h1>
    <h2>Boats between Selgrad and Veresk had been in dock for eleven days</h2></header>
    <div class="pic"><img src="a.jpg"></div><main><div class="story">${paragraphs(6)}</div></main>`)
  expect(article.text.split('\n\n')[0]).toBe(
    'Boats between Selgrad and Veresk had been in dock for eleven days',
  )
})

test('a lead that only repeats the text is not told twice', async () => {
  const article = await extractPage(`<title>Ferry sails again after the storm</title>
    <header class="top"><h1>Ferry sails again after the storm</h1><p class="lead">${sentence(1)}</p></header>
    <main><div class="story">${paragraphs(6)}</div></main>`)
  expect(article.text.split(sentence(1))).toHaveLength(2)
})

test('the main heading is the title, whatever stands before the title in it', async () => {
  const article =
    await extractPage(`<title>Ferry sails again after the storm</title><meta property="og:title" content="Ferry sails again after the storm">
    <article><h1>Aldany - Ferry sails again after the storm</h1>${paragraphs(6)}</article>`)
  expect(article.text.startsWith(sentence(1))).toBe(true)
})

test('names, places and dates above the text are labels', async () => {
  const article = await extractBody(
    `<p>Ewa Nowak</p><p>Aldany</p><p>Oppdatert 04.03.2024, kl. 13.05</p>${paragraphs(5)}`,
  )
  expect(article.text.startsWith(sentence(1))).toBe(true)
})

test('a headline that is a link, and its box, lead elsewhere; linked headings of the article stay', async () => {
  const box = `<div class="x1"><div><span>Live</span></div><h3><a href="/other">Bridge over the Alder closed for the summer</a></h3><p>Engineers found rust in nine of the old bolts in the spring.</p></div>`
  const article = await extractBody(`${paragraphs(4)}${box}${paragraphs(4, 10)}`)
  expect(article.text).not.toContain('Bridge over the Alder')
  expect(article.text).not.toContain('rust')
  const list = await extractBody(
    [1, 2, 3]
      .map((i) => `<h3><a href="/b${i}">The boat of day number ${i}</a></h3>${paragraphs(3, i * 5)}`)
      .join(''),
  )
  expect(list.text).toContain('The boat of day number 2')
})

test('words beside a picture in a part of their own are its caption', async () => {
  const article = await extractBody(
    `${paragraphs(4)}<div class="z9"><img src="boat.jpg"><div>Passengers on the quay of Veresk at dawn</div></div>${paragraphs(4, 10)}`,
  )
  expect(reasonOf(article, 'Passengers on the quay')).toBe('caption')
})

test('a page that goes on with the next article holds the first alone', async () => {
  const article = await extractPage(`<title>Ferry sails again after the storm</title>
    <div class="story"><h1 class="head">Ferry sails again after the storm</h1>${paragraphs(6)}</div>
    <div class="story"><h1 class="head">Mayor of Aldany wants a second bridge</h1>${paragraphs(6, 40)}</div>`)
  expect(article.text).toContain(sentence(6))
  expect(article.text).not.toContain(sentence(41))
})

test('other posts of a blog below the one asked for are not part of it', async () => {
  const article = await extractPage(`<title>Ferry sails again after the storm</title><main>
    <article class="post a1"><h1>Ferry sails again after the storm</h1>${paragraphs(4)}</article>
    <article class="post a2">${paragraphs(3, 40)}</article><article class="post a3">${paragraphs(3, 50)}</article></main>`)
  expect(article.text).toContain(sentence(4))
  expect(article.text).not.toContain(sentence(41))
})

test('what style sheets hide is not text, and hidden on small screens is', async () => {
  const article = await extractPage(`<title>Ferry sails again after the storm</title>
    <style>@media print { .shown { display: none } } .tip, .pop { color: red; display:none; }</style>
    <article><h1>Ferry sails again after the storm</h1>${paragraphs(5)}
    <p class="tip">${sentence(30)}</p><p class="d-none">${sentence(31)}</p><p aria-hidden="true">${sentence(32)}</p>
    <p class="shown">${sentence(33)}</p><p class="hidden md:block">${sentence(34)}</p></article>`)
  for (const i of [30, 31, 32]) expect(article.text).not.toContain(sentence(i))
  for (const i of [33, 34]) expect(article.text).toContain(sentence(i))
})

test('what a page writes between every two paragraphs is no text', async () => {
  const widget = '<p>Article content</p>'
  const article = await extractBody([1, 2, 3, 4].map((i) => widget + paragraphs(1, i)).join(''))
  expect(article.text).toBe([1, 2, 3, 4].map(sentence).join('\n\n'))
})

test('a label and a linked headline point elsewhere in any language; a source named with a link is text', async () => {
  const article = await extractBody(`${paragraphs(2)}
    <p>FUNDA LAPHA | <a href="/x">Isikebhe siphinde sahamba ngemuva kwesiphepho</a></p>
    <p>» <a href="/y">Alle Fahrten der Woche</a> auf einen Blick</p>
    <p>The figures are from a report that <a href="/z">the harbour office of Aldany wrote in March for the mayor</a> and has not published.</p>
    ${paragraphs(2, 5)}`)
  expect(reasonOf(article, 'FUNDA LAPHA')).toBe('related')
  expect(reasonOf(article, 'Alle Fahrten')).toBe('related')
  expect(article.text).toContain('The figures are from a report')
})

test('who wrote it, below the text, is no text', async () => {
  const article =
    await extractPage(`<title>Ferry sails again after the storm</title><meta name="author" content="Ewa Nowak">
    <article><h1>Ferry sails again after the storm</h1>${paragraphs(5)}
    <p>Ewa Nowak has written about boats and bridges for the paper since she came to Selgrad in 2011.</p><p>Tags</p></article>`)
  expect(article.text.endsWith(sentence(5))).toBe(true)
})

test('an agency named alone below the text is credited with it', async () => {
  const article = await extractBody(`${paragraphs(5)}<span class="c">Meridian Press</span>`)
  expect(article.text.endsWith(sentence(5))).toBe(true)
  expect(article.credits).toMatchObject([{ of: 'text', agency: 'Meridian Press' }])
})

test('Chinese and Japanese paragraphs count as prose without a space in them', async () => {
  const line = (i: number) =>
    `${i}日、セルグラードとヴェレスクを結ぶ渡し船が運航を再開したと港湾局が発表した。`
  const article =
    await extractPage(`<html lang=ja><title>渡し船が運航を再開</title><body><div class=nav><a href=/a>一面</a> <a href=/b>社会</a></div>
    <div class=k><h1>渡し船が運航を再開</h1>${[1, 2, 3, 4].map((i) => `<p>${line(i)}</p>`).join('')}</div></body></html>`)
  expect(article.text).toBe([1, 2, 3, 4].map(line).join('\n\n'))
})
