import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { bridgeHtml, packEach, sha256, warcRecord, zipOf } from './archive.fixture.ts'
import { gather, gatherFile, textOf } from './gather.fixture.ts'

const bridge = 'https://meridianpost.example/bridge'
const frame = 'https://frames.example/frame'

const warc = packEach([
  warcRecord({ url: 'http://meridianpost.example/b', status: '302 Found', header: [`Location: ${bridge}`] }),
  warcRecord(),
  warcRecord({ url: frame }),
  warcRecord({ url: 'https://meridianpost.example/ferry' }),
])

const pages = [
  { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
  { url: 'https://meridianpost.example/b#top', ts: '2024-03-05T10:00:00Z' },
  { url: 'https://meridianpost.example/gone', ts: '2024-03-05T10:00:00Z' },
]
  .map((line) => JSON.stringify(line))
  .join('\n')

const extra =
  '{"format":"json-pages-1.0","id":"extra"}\n{"url":"https://meridianpost.example/ferry"}\nno JSON\n'

const files = (more: Readonly<Record<string, string | Uint8Array>> = {}) => ({
  'datapackage.json': JSON.stringify({
    profile: 'data-package',
    resources: [
      { path: 'archive/data.warc.gz', hash: sha256(warc) },
      { path: 'pages/pages.jsonl', hash: sha256(pages) },
    ],
  }),
  'archive/data.warc.gz': warc,
  'pages/pages.jsonl': pages,
  'pages/extraPages.jsonl': extra,
  'indexes/index.cdx.gz': 'no index',
  ...more,
})

test('a WACZ is the pages that it lists, and those to which they redirect', async () => {
  for (const isDeflated of [false, true]) {
    const { documents, failures, remarks } = await gatherFile('crawl.wacz', zipOf(files(), { isDeflated }))
    expect(failures).toEqual([])
    expect(documents.map(({ where }) => where)).toEqual([bridge, 'https://meridianpost.example/ferry'])
    expect(documents[0]?.redirectedFrom).toEqual(['http://meridianpost.example/b'])
    expect(remarks).toEqual([
      'crawl.wacz: 4 records, 2 of them pages; passed over: 1 redirect, 1 file that the archive does not list as a page. 1 of the pages that it lists is not in it as readable answers: https://meridianpost.example/gone.',
    ])
  }
})

test('it is known by what it is, also on standard input, and is all its pages where it lists none', async () => {
  const bytes = zipOf({ 'archive/data.warc.gz': warc })
  const { documents } = await gather(['-'], { stdin: Readable.from([bytes]) })
  expect(documents.map(textOf)).toEqual([bridgeHtml, bridgeHtml, bridgeHtml])
  const other = await gatherFile('words.zip', zipOf({ 'words.txt': 'words' }))
  expect(other.documents).toHaveLength(1)
})

test('files that are not those of its digests are named', async () => {
  const changed = packEach([warcRecord({ body: bridgeHtml.replace('every bolt', 'every nut') })])
  const { documents, failures } = await gatherFile(
    'crawl.wacz',
    zipOf(files({ 'archive/data.warc.gz': changed, 'pages/pages.jsonl': `${pages}\n{"url":"${frame}"}\n` })),
  )
  expect(documents).toHaveLength(0)
  expect(failures.map(({ where, problem }) => [where, problem.code])).toEqual([
    ['crawl.wacz#pages/pages.jsonl', 'digest-mismatch'],
    ['crawl.wacz#archive/data.warc.gz', 'digest-mismatch'],
    ['crawl.wacz', 'unreadable-file'],
  ])
})

test('a ZIP of WACZ files is what these hold, if they are not packed once more', async () => {
  const several = zipOf({ 'one.wacz': zipOf(files()), 'two.wacz': zipOf({ 'archive/b.warc.gz': warc }) })
  const { documents, failures } = await gatherFile('crawls.wacz', several)
  expect(failures).toEqual([])
  expect(documents).toHaveLength(5)
  const packed = await gatherFile('crawls.wacz', zipOf({ 'one.wacz': zipOf(files()) }, { isDeflated: true }))
  expect(packed.failures.map(({ where }) => where)).toContain('crawls.wacz#one.wacz')
})

test('names that lead out of a ZIP lead nowhere, and broken ZIPs are named', async () => {
  const climbing = zipOf({ '../../archive/x.warc.gz': warc, '/archive/y.warc': warc, ...files() })
  expect((await gatherFile('crawl.wacz', climbing)).documents).toHaveLength(2)
  const whole = zipOf(files())
  const cut = await gatherFile('crawl.wacz', whole.subarray(0, whole.length - 30))
  expect(cut.failures).toMatchObject([{ problem: { code: 'broken-record' } }])
  const harmed = zipOf(files(), { isDeflated: true })
  harmed.fill(0xff, 600, 700)
  const { failures } = await gatherFile('crawl.wacz', harmed)
  expect(failures.length).toBeGreaterThan(0)
})

test('a file in a ZIP that unfolds without end is read like any other, a record at a time', async () => {
  const bomb = zipOf(
    { 'archive/data.warc': Buffer.concat([warcRecord(), Buffer.alloc(100_000_000)]) },
    { isDeflated: true },
  )
  expect(bomb.length).toBeLessThan(200_000)
  const { documents, failures } = await gatherFile('crawl.wacz', bomb)
  expect(documents).toHaveLength(1)
  expect(failures).toMatchObject([{ problem: { code: 'broken-record' } }])
}, 60_000)
