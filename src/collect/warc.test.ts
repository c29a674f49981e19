import { Readable } from 'node:stream'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bridgeHtml, digest, packEach, warcRecord } from './archive.fixture.ts'
import { gather, gatherFile, textOf } from './gather.fixture.ts'

const ferry = 'https://meridianpost.example/ferry'
const info = warcRecord({ type: 'warcinfo', header: [], body: 'software: crawler\r\n' })

test('a page of an archive is its bytes at its own address and time, whether packed by record, as a whole or not', async () => {
  const records = [info, warcRecord(), warcRecord({ url: `${ferry}#top` })]
  for (const bytes of [Buffer.concat(records), packEach(records), gzipSync(Buffer.concat(records))]) {
    // Named like nothing: what it is stands in it.
    const { documents, failures, remarks } = await gatherFile('crawl', bytes)
    expect(failures).toEqual([])
    expect(documents).toEqual([
      {
        where: 'https://meridianpost.example/bridge',
        bytes: Buffer.from(bridgeHtml),
        mediaType: 'text/html',
        charset: 'utf-8',
        headers: { 'content-type': 'text/html; charset=utf-8' },
        collectedAt: '2024-03-05T10:00:00.000Z',
      },
      expect.objectContaining({ where: ferry }),
    ])
    expect(remarks).toEqual([
      'crawl: 3 records, 2 of them pages; passed over: 1 request or note of the crawler.',
    ])
  }
})

test('an archive on standard input or in a folder is the same', async () => {
  const bytes = packEach([info, warcRecord()])
  const stdin = Readable.from([bytes.subarray(0, 7), bytes.subarray(7)])
  expect((await gather(['-'], { stdin })).documents.map(textOf)).toEqual([bridgeHtml])
})

test('what is no page is counted: other answers, feeds, pictures, the crawler’s notes', async () => {
  const of = (type: string, more = {}) => warcRecord({ header: [`Content-Type: ${type}`], ...more })
  const { documents, remarks } = await gatherFile(
    'crawl.warc',
    Buffer.concat([
      of('application/xhtml+xml'),
      of('text/plain', { body: 'Words of a note.' }),
      of('text/plain', { url: 'https://meridianpost.example/robots.txt' }),
      warcRecord({ type: 'resource', header: ['Content-Type: text/html'] }),
      warcRecord({ type: 'resource', url: 'urn:pageinfo:x', header: ['Content-Type: text/html'] }),
      warcRecord({ type: 'conversion', header: ['Content-Type: text/plain'] }),
      warcRecord({ type: 'request', body: 'GET / HTTP/1.1\r\n\r\n' }),
      warcRecord({ status: '404 Not Found' }),
      warcRecord({ status: '301 Moved', header: ['Location: /new'] }),
      of('application/rss+xml'),
      of('text/xml', { body: '<?xml version="1.0"?>\n<rss version="2.0"></rss>' }),
      of('image/png'),
      of('text/css'),
    ]),
  )
  expect(documents.map(({ mediaType }) => mediaType)).toEqual([
    'application/xhtml+xml',
    'text/plain',
    'text/html',
  ])
  expect(remarks).toEqual([
    'crawl.warc: 13 records, 3 of them pages; passed over: 1 answer with another status than 200, 1 redirect, 2 feeds and sitemaps, 1 text taken from a page (conversion), 3 pictures, scripts and other files, 2 requests and notes of the crawler.',
  ])
})

test('transfer and content encodings are undone, also where the header only says there is one', async () => {
  const packed = gzipSync(bridgeHtml)
  const chunked = Buffer.concat([
    Buffer.from(`${packed.length.toString(16)};name=x\r\n`),
    packed,
    Buffer.from('\r\n0\r\n\r\n'),
  ])
  const html = 'Content-Type: text/html'
  const { documents, failures } = await gatherFile(
    'crawl.warc',
    Buffer.concat([
      warcRecord({
        header: [html, 'Content-Encoding: gzip', 'Transfer-Encoding: chunked'],
        body: chunked,
        more: [`WARC-Payload-Digest: ${digest(packed)}`],
      }),
      warcRecord({ header: [html, 'Content-Encoding: br'], body: brotliCompressSync(bridgeHtml) }),
      warcRecord({ header: [html, 'Content-Encoding: gzip', 'Transfer-Encoding: chunked'] }),
      warcRecord({ header: [html, 'Content-Encoding: gzip'], body: 'neither packed nor a page' }),
    ]),
  )
  expect(documents.map(textOf)).toEqual([bridgeHtml, bridgeHtml, bridgeHtml])
  expect(documents.every(({ problems }) => problems === undefined)).toBe(true)
  expect(failures).toMatchObject([{ problem: { code: 'broken-record' } }])
})

test('a record that ends with the file is said with how far it came, wherever the cut falls', async () => {
  const first = warcRecord()
  const last = warcRecord({ url: ferry })
  for (const cut of [first.length + 5, first.length + 200, first.length + last.length - 300]) {
    const { documents, failures } = await gatherFile(
      'crawl.warc',
      Buffer.concat([first, last]).subarray(0, cut),
    )
    expect(documents).toHaveLength(1)
    expect(failures).toHaveLength(1)
    expect(failures[0]?.problem.message).toContain(`byte ${first.length}`)
  }
  const { failures } = await gatherFile(
    'crawl.warc.gz',
    packEach([first, last]).subarray(0, gzipSync(first).length + 400),
  )
  expect(failures).toMatchObject([{ where: `crawl.warc.gz#${ferry}`, problem: { code: 'broken-record' } }])
  expect(failures[0]?.problem.message).toMatch(/cut off after \d+ of \d+ bytes/)
})

test('a broken record in the middle is named and the rest is read', async () => {
  const [first, second, third] = [warcRecord(), warcRecord({ url: ferry }), warcRecord({ url: `${ferry}/3` })]
  const harmed = packEach([second])
  harmed.fill(0x55, 150, 170)
  const packed = Buffer.concat([packEach([first]), harmed, packEach([third])])
  // The crawler was killed in the second record, and started again in the same file.
  const killed = Buffer.concat([first, second.subarray(0, 350), third])
  const noise = Buffer.concat([first, Buffer.from('what is this\r\n\r\n'), third])
  for (const bytes of [packed, killed, noise]) {
    const { documents, failures } = await gatherFile('crawl', bytes)
    expect(documents.map(({ where }) => where)).toEqual(['https://meridianpost.example/bridge', `${ferry}/3`])
    expect(failures).toMatchObject([{ problem: { code: 'broken-record' } }])
  }
})

test('a page whose record is longer than it says is mended when its digest says so, with a word on it', async () => {
  const whole = warcRecord()
  const length = Number(/Content-Length: (\d+)/.exec(whole.toString())?.[1])
  const { documents, failures } = await gatherFile(
    'crawl.warc',
    Buffer.concat([warcRecord({ length: length - 9 }), warcRecord({ url: ferry })]),
  )
  expect(failures).toEqual([])
  expect(documents.map(textOf)).toEqual([bridgeHtml, bridgeHtml])
  expect(documents[0]?.problems).toMatchObject([{ code: 'broken-record' }])
  expect(documents[1]?.problems).toBeUndefined()
})

test('a page that is not what its digest says is kept and doubted', async () => {
  const { documents } = await gatherFile(
    'crawl.warc',
    Buffer.concat([
      Buffer.from(warcRecord().toString().replace('checked every bolt', 'checked hardly any')),
      warcRecord({ more: [`WARC-Payload-Digest: ${digest('another page')}`] }),
      warcRecord({ more: [`WARC-Payload-Digest: ${digest(bridgeHtml)}`] }),
      warcRecord({ more: ['WARC-Payload-Digest: whirlpool:17'] }),
    ]),
  )
  expect(documents.map(({ problems }) => problems?.map(({ code }) => code) ?? [])).toEqual([
    ['digest-mismatch'],
    ['digest-mismatch'],
    [],
    [],
  ])
})

test('a record that says “as before” gives the page as before, at its own time; without the page it is named', async () => {
  const original = warcRecord({ more: [`WARC-Payload-Digest: ${digest(bridgeHtml)}`] })
  const revisit = (payload: string) =>
    warcRecord({
      type: 'revisit',
      date: '2024-03-09T10:00:00Z',
      body: '',
      more: [`WARC-Payload-Digest: ${digest(payload)}`, 'WARC-Refers-To-Date: 2024-03-05T10:00:00Z'],
    })
  for (const pack of [
    packEach,
    Buffer.concat,
    (all: readonly Uint8Array[]) => gzipSync(Buffer.concat(all)),
  ]) {
    const bytes = pack([info, original, revisit(bridgeHtml), revisit('another page')])
    const { documents, failures } = await gatherFile('crawl', bytes)
    expect(documents.map(textOf)).toEqual([bridgeHtml, bridgeHtml])
    expect(documents[1]?.collectedAt).toBe('2024-03-09T10:00:00.000Z')
    expect(failures).toMatchObject([{ where: 'crawl#https://meridianpost.example/bridge' }])
    expect(failures[0]?.problem.message).toContain('as on 2024-03-05T10:00:00Z')
  }
})

test('a page over the limit is named and not held; a picture over the limit is a picture', async () => {
  const { documents, failures } = await gatherFile(
    'crawl.warc.gz',
    packEach([
      warcRecord({ url: ferry, body: bridgeHtml.padEnd(300_000) }),
      warcRecord({ header: ['Content-Type: image/png'], body: Buffer.alloc(300_000) }),
      warcRecord(),
    ]),
    { maxSizeBytes: 100_000 },
  )
  expect(documents).toHaveLength(1)
  expect(failures).toMatchObject([
    { where: `crawl.warc.gz#${ferry}`, problem: { code: 'document-too-large' } },
  ])
})

test('an ARC file, the format before WARC, is read, blanks in addresses and all', async () => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${bridgeHtml}`
  const head = '1 0 Crawl\nURL IP-address Archive-date Content-type Archive-length\n'
  const arc = `filedesc://crawl.arc 0.0.0.0 20040305100000 text/plain ${head.length}\n${head}
https://meridianpost.example/a b 192.0.2.1 20040305100000 text/html ${Buffer.byteLength(http)}
${http}
https://meridianpost.example/broken 192.0.2.1 20040305100000 text/html none
https://meridianpost.example/c 192.0.2.1 20040305100001 text/html ${Buffer.byteLength(http)}
${http}
`
  const { documents, failures } = await gatherFile('crawl.arc', arc)
  expect(documents.map(({ where, collectedAt }) => [where, collectedAt])).toEqual([
    ['https://meridianpost.example/a%20b', '2004-03-05T10:00:00.000Z'],
    ['https://meridianpost.example/c', '2004-03-05T10:00:01.000Z'],
  ])
  expect(failures).toMatchObject([{ where: 'crawl.arc#https://meridianpost.example/broken' }])
})

test('an archive without pages says what it holds', async () => {
  const { failures } = await gatherFile(
    'crawl.wet.gz',
    packEach([info, warcRecord({ type: 'conversion', header: ['Content-Type: text/plain'] })]),
  )
  expect(failures).toMatchObject([{ problem: { code: 'unreadable-file' } }])
  expect(failures[0]?.problem.advice).toContain('WET')
})

test('a file made to break readers gives no pages, soon, and holds little', async () => {
  const zeros = gzipSync(Buffer.alloc(50_000_000))
  const swallowing = Buffer.concat(
    Array.from({ length: 3000 }, () =>
      Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900000\r\n\r\n'),
    ),
  )
  const files = [
    Buffer.concat([packEach([info]), zeros, packEach([warcRecord()])]),
    Buffer.concat([info, Buffer.from('WARC/'.repeat(1_000_000))]),
    Buffer.concat([info, Buffer.from(`WARC/1.0\r\n${'a: b\r\n'.repeat(500_000)}`)]),
    Buffer.concat([info, Buffer.alloc(5_000_000, 10)]),
    Buffer.concat([info, Buffer.from(`WARC/1.0\r\nContent-Length: ${'9'.repeat(15)}\r\n\r\n`)]),
    Buffer.concat([packEach([info]), Buffer.alloc(5_000_000, 0x1f)]),
    Buffer.concat([info, swallowing]),
    Buffer.from(`filedesc://x ${'a '.repeat(1_000_000)}\n${'a 20240101000000 '.repeat(100_000)}`),
  ]
  for (const bytes of files) {
    const startedAt = performance.now()
    await gatherFile('crawl', bytes)
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  }
}, 120_000)
