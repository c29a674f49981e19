import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gatherFile, textOf } from './gather.fixture.ts'

const mail = (n: number, words: string) =>
  `From news@meridianpost.example Tue Mar  5 10:00:0${n} 2024\nSubject: Bridge ${n}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${words}\n\n`

const box = [
  mail(1, 'The old bridge will open again.\n\nFrom here the road goes on.\n>From the ministry: nothing.'),
  mail(2, 'Der Fährmann bleibt.'),
  mail(3, 'x'.repeat(3000)),
  mail(4, 'The ferry stops in October.'),
].join('')

test('each mail of a mailbox is a document, without what parts it from the others', async () => {
  for (const bytes of [box, box.replaceAll('\n', '\r\n'), gzipSync(box)]) {
    const { documents, failures } = await gatherFile('news.mbox', bytes)
    expect(failures).toEqual([])
    expect(documents.map(({ where, mediaType }) => [where, mediaType])).toEqual(
      [1, 2, 3, 4].map((n) => [`news.mbox#${n}`, 'message/rfc822']),
    )
    const [first, second] = documents.map((document) => textOf(document).replaceAll('\r\n', '\n'))
    expect(first).toMatch(/^Subject: Bridge 1\n/)
    expect(first).toContain('\nFrom here the road goes on.\nFrom the ministry: nothing.\n')
    expect(second).toContain('Der Fährmann bleibt.')
  }
})

test('a mail over the limit is named by its number, and the rest goes on', async () => {
  const { documents, failures } = await gatherFile('news.mbox', box, { maxSizeBytes: 2000 })
  expect(documents.map(({ where }) => where)).toEqual(['news.mbox#1', 'news.mbox#2', 'news.mbox#4'])
  expect(failures.map(({ where, problem }) => [where, problem.code])).toEqual([
    ['news.mbox#3', 'document-too-large'],
  ])
})

test('a mailbox that is read in many pieces is the same mails', async () => {
  const many = Array.from({ length: 400 }, (_, n) => mail(n % 10, `${n} ${'The ferry stops. '.repeat(40)}`))
  const { documents } = await gatherFile('news.mbox', many.join(''))
  expect(documents.map((document) => /^(\d+) /m.exec(textOf(document))?.[1])).toEqual(
    many.map((_, n) => String(n)),
  )
})

test('a mail on its own, and words that begin with “From”, are one document', async () => {
  const single = mail(1, 'The old bridge will open again.').replace(/^From .*\n/, '')
  for (const bytes of [single, 'From Selgrad, in 2024\nThe bridge: open.\n'])
    expect((await gatherFile('note.txt', bytes)).documents.map(({ where }) => where)).toEqual(['note.txt'])
})
