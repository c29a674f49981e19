import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { listedArticleMediaType } from '../records/listed-article.ts'
import { gather, gatherFile, textOf } from './gather.fixture.ts'

const bridge = {
  url: 'https://meridianpost.example/bridge',
  outlet: 'Meridian Post',
  date: '2024-03-05',
  title: 'Bridge to open again',
  text: 'The old bridge over the Alder will open again before the winter.',
}
const ferry = { outlet: 'Alder Courier', title: 'Ferry stops', text: 'The ferry stops in October.' }
const lines = [bridge, ferry].map((article) => JSON.stringify(article)).join('\n')

test('each line of a list is a document: the line itself, at the address that it gives or its place in the list', async () => {
  const now = () => new Date('2024-06-01T12:00:00Z')
  for (const [name, bytes] of [
    ['news.jsonl', lines],
    ['news.jsonl', `\ufeff${lines.replaceAll('\n', '\r\n')}\r\n`],
    ['news', gzipSync(lines)],
  ] as const) {
    const { documents, failures, remarks } = await gatherFile(name, bytes, { now })
    expect([failures, remarks]).toEqual([[], []])
    expect(
      documents.map((document) => [document.where, JSON.parse(textOf(document).replace(/^\ufeff/, ''))]),
    ).toEqual([
      [bridge.url, bridge],
      [`${name}#2`, ferry],
    ])
    expect(documents[0]).toMatchObject({
      mediaType: listedArticleMediaType,
      charset: 'utf-8',
      headers: {},
      collectedAt: '2024-06-01T12:00:00.000Z',
    })
  }
})

test('an array, and one object over several lines, are lists too', async () => {
  const array = `[\n${JSON.stringify(bridge, null, 2)}\n,\n${JSON.stringify({ ...ferry, text: 'A brace } and a "quote".' })}]`
  expect((await gatherFile('news.json', array)).documents.map(({ where }) => where)).toEqual([
    bridge.url,
    'news.json#2',
  ])
  expect((await gatherFile('news.json', JSON.stringify(bridge, null, 2))).documents).toHaveLength(1)
  const stdin = Readable.from([Buffer.from(lines)])
  expect((await gather(['-'], { stdin })).documents.map(({ where }) => where)).toEqual([bridge.url, '-#2'])
})

test('a broken line, one that is no article and one over the limit are named by number, and the rest goes on', async () => {
  const text = 'x'.repeat(3000)
  const { documents, failures } = await gatherFile(
    'news.jsonl',
    `${JSON.stringify(bridge)}\n{"text": "cut\n\n{"headline": "no words", "teaser": "x"}\n${JSON.stringify({ text })}\n${JSON.stringify(ferry)}\n{"text": "cu`,
    { maxSizeBytes: 2000 },
  )
  expect(documents.map(({ where }) => where)).toEqual([bridge.url, 'news.jsonl#6'])
  expect(failures.map(({ where, problem }) => [where, problem.code])).toEqual([
    ['news.jsonl#2', 'broken-record'],
    ['news.jsonl#4', 'no-article'],
    ['news.jsonl#5', 'document-too-large'],
    ['news.jsonl#7', 'broken-record'],
  ])
  expect(failures[0]?.problem.message).toMatch(/^Line 2 is no JSON/)
  expect(failures[1]?.problem.message).toContain('its fields are: headline, teaser')
})

test('a list that is cut off says after which article', async () => {
  const { documents, failures } = await gatherFile('news.json', `[${JSON.stringify(bridge)}, {"text": "cu`)
  expect(documents).toHaveLength(1)
  expect(failures).toMatchObject([{ where: 'news.json#2', problem: { code: 'broken-record' } }])
  const many = Array.from({ length: 300 }, (_, i) => JSON.stringify({ ...ferry, id: `${i}-${Math.sin(i)}` }))
  const packed = gzipSync(many.join('\n'))
  const cut = await gatherFile('news.jsonl.gz', packed.subarray(0, packed.length - 500))
  expect(cut.documents.length).toBeGreaterThan(10)
  expect(cut.failures.at(-1)?.problem.message).toMatch(/cut off or broken after \d+ articles/)
})

test('fields that nobody reads are said once; those that lists call otherwise are read', async () => {
  const { documents, failures, remarks } = await gatherFile(
    'news.jsonl',
    [
      { headline: 'Bridge', body: 'It opens.', source: 'Post', section: 'World', id: 17 },
      { text: 'It opens.', body: 'other', section: 'World', tags: [] },
    ]
      .map((article) => JSON.stringify(article))
      .join('\n'),
  )
  expect([documents.length, failures]).toEqual([2, []])
  expect(remarks).toEqual(['news.jsonl: Fields that are not read: section, body, tags.'])
})

test('other JSON is no list, and a table is turned away with what to do', async () => {
  const feed =
    '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "words"}]}'
  for (const json of ['{"name": "hearsay"}', '[1, 2]', feed]) {
    const { documents } = await gatherFile('some.json', json)
    expect(documents).toMatchObject([{ mediaType: null }])
  }
  const table = await gatherFile('news.csv', 'url,outlet,date,title,text\n')
  expect(table.failures).toMatchObject([{ problem: { code: 'unreadable-file' } }])
  expect(table.failures[0]?.problem.advice).toContain('lines=True')
})

test('lists made to break readers end soon', async () => {
  const files = [
    `{"text": "${'\\"'.repeat(3_000_000)}`,
    `{"text": "x"${'{'.repeat(5_000_000)}`,
    `[{"text": "x"},${'"'.repeat(5_000_000)}`,
    `{"text": "x"}\n${'{\n'.repeat(200_000)}`,
    `{"text": ${'['.repeat(1_000_000)}`,
  ]
  for (const bytes of files) {
    const startedAt = performance.now()
    await gatherFile('news.jsonl', bytes)
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  }
}, 120_000)
