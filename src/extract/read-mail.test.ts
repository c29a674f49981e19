import { expect, test } from 'vitest'
import type { Article } from '../records/article.ts'
import type { Document } from '../records/document.ts'
import { extractArticle } from './extract-article.ts'

const documentOf = (content: string): Document => ({
  where: 'page.mhtml',
  bytes: new Uint8Array(Buffer.from(content, 'latin1')),
  mediaType: null,
  charset: null,
  headers: {},
  collectedAt: '2024-06-01T12:00:00.000Z',
})

async function extract(content: string): Promise<Article> {
  const extraction = await extractArticle(documentOf(content))
  if ('problem' in extraction) throw new Error(`${extraction.problem.code}: ${extraction.problem.message}`)
  return extraction.article
}

const words =
  'The old bridge over the Alder will open again before the winter, the regional government said on Tuesday after a meeting that lasted until midnight.'
const more =
  '“We have checked every bolt,” said Ewa Nowák, the minister of transport, who had closed the bridge in March after the flood.'

const html = `<html lang="en"><head><meta charset="utf-8"><title>Bridge to open again</title></head><body><article><h1>Bridge to open again</h1><p>${words}</p><p>${more}</p></article></body></html>`

/** Quoted-printable, in lines of at most 70 characters. */
function quote(text: string, charset: 'utf8' | 'latin1' = 'utf8'): string {
  const codes = [...Buffer.from(text, charset)].map((byte) =>
    byte === 0x3d || byte > 126 || byte < 32
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
  let line = 0
  return codes
    .map((code) => {
      line += code.length
      if (line <= 70) return code
      line = code.length
      return `=\r\n${code}`
    })
    .join('')
}

const boundary = '----MultipartBoundary--a1b2c3----'

const mhtml = (parts: readonly string[], { end = `\r\n--${boundary}--\r\n`, more = '' } = {}): string =>
  `From: <Saved by Blink>
Snapshot-Content-Location: https://meridianpost.example/bridge
Subject: =?utf-8?Q?Bridge=20to=20open?=
Date: Tue, 5 Mar 2024 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";${more}
\tboundary="${boundary}"

`.replaceAll('\n', '\r\n') +
  parts.map((part) => `\r\n--${boundary}\r\n${part}`).join('') +
  end

const part = (content: string, header: readonly string[]): string =>
  `${header.join('\r\n')}\r\n\r\n${content}`

const page = (content: string, location: string, id = '<frame-1@mhtml.blink>'): string =>
  part(quote(content), [
    'Content-Type: text/html',
    `Content-ID: ${id}`,
    'Content-Transfer-Encoding: quoted-printable',
    `Content-Location: ${location}`,
  ])

const picture = part(Buffer.alloc(300).toString('base64'), [
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-Location: https://meridianpost.example/bridge.png',
])

test('a page saved as a single file is the page at its address, whatever frames and pictures lie beside it', async () => {
  const frame = page(
    '<p>Buy a boat today and get a second boat for half the price.</p>',
    'https://ads.example/1',
    '<ad@x>',
  )
  const root = page(html, 'https://meridianpost.example/bridge')
  for (const parts of [
    [root, frame, picture],
    [frame, picture, root],
  ]) {
    expect(await extract(mhtml(parts))).toMatchObject({
      title: 'Bridge to open again',
      url: 'https://meridianpost.example/bridge',
      language: 'en',
      text: `${words}\n\n${more}`,
      problems: [{ code: 'no-date' }],
    })
  }
})

test('the part that `start` names is the page; its own encodings are undone', async () => {
  const base64 = part(
    Buffer.from(html.replace(/[“”]/g, '"').replace('utf-8', 'iso-8859-1'), 'latin1').toString('base64'),
    [
      'Content-Type: text/html; charset=iso-8859-1',
      'Content-ID: <main@x>',
      'Content-Transfer-Encoding: base64',
    ],
  )
  const saved = mhtml([page('<p>A frame.</p>', 'https://ads.example/1', '<ad@x>'), base64], {
    more: ' start="<main@x>";',
  }).replace(/Snapshot[^\n]*\n/, '')
  const article = await extract(saved)
  expect(article.text).toContain('Ewa Nowák')
  expect(article.url).toBeNull()
})

test('a page whose file ends before it does is read as far as it goes, and says so', async () => {
  const whole = mhtml([page(html, 'https://meridianpost.example/bridge'), picture])
  const cut = await extract(whole.slice(0, whole.indexOf('flood')))
  expect(cut.text).toContain('We have checked')
  expect(cut.problems.map(({ code }) => code)).toContain('broken-record')
  // Only a picture is cut off.
  const almost = await extract(whole.slice(0, whole.length - 200))
  expect(almost.problems.map(({ code }) => code)).toEqual(['no-date'])
})

test('a newsletter is its words, its subject and its day', async () => {
  const mail = `Return-Path: <news@meridianpost.example>
Received: from mail.example by post.example; Tue, 5 Mar 2024 10:00:03 +0000
From: Meridian Post <news@meridianpost.example>
Subject: =?utf-8?B?${Buffer.from('The Alder’s bridge').toString('base64')}?=
Date: Tue, 5 Mar 2024 10:00:00 +0100
Content-Type: multipart/alternative; boundary=b1

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

${quote(words).replaceAll('\r\n', '\n')}

${quote(more).replaceAll('\r\n', '\n')}
--b1--
`
  expect(await extract(mail)).toMatchObject({
    title: 'The Alder’s bridge',
    publishedAt: { value: '2024-03-05T10:00:00+01:00' },
    url: null,
    text: `${words}\n\n${more}`,
  })
})

test('labels above a text make no mail of it', async () => {
  const article = await extract(
    Buffer.from(`Title: Bridge\nDate: 5 March 2024\n\n${words}\n`).toString('latin1'),
  )
  expect(article).toMatchObject({ title: 'Bridge', text: words })
})

test('a mail of pictures, and Safari’s web archive, say what to do', async () => {
  const mail = mhtml([picture])
  expect(await extractArticle(documentOf(mail))).toMatchObject({ problem: { code: 'no-article' } })
  const safari = await extractArticle(
    documentOf('bplist00\u00d1\u0001\u0002_\u0010\u000fWebMainResource\u0000'),
  )
  expect(safari).toMatchObject({ problem: { code: 'binary-document' } })
  expect('problem' in safari && safari.problem.message + safari.problem.advice).toMatch(
    /Safari web archive.*Page Source/,
  )
})

test('mails made to break readers give an article or a problem, soon', async () => {
  const nested = Array.from(
    { length: 2000 },
    (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
  ).join('')
  for (const content of [
    `MIME-Version: 1.0\n${nested}`,
    `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n${'--x\n'.repeat(500_000)}`,
    `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${'-'.repeat(200)}"\n\n${'-'.repeat(5_000_000)}`,
    `MIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\n${'='.repeat(5_000_000)}`,
    `MIME-Version: 1.0\nSubject: ${'=?utf-8?Q?'.repeat(20_000)}\n\n${words}`,
    `MIME-Version: 1.0\nContent-Type: ${';'.repeat(200_000)}\n\n${words}`,
  ]) {
    const startedAt = performance.now()
    await extractArticle(documentOf(content))
    expect(performance.now() - startedAt).toBeLessThan(15_000)
  }
}, 90_000)
