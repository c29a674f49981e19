import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Document, Uncollected } from '../records/document.ts'
import { type CollectOptions, collect, isDocument } from './collect.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-collect-'))
})

afterEach(() => rm(folder, { recursive: true }))

async function gather(places: readonly string[], options: CollectOptions = {}) {
  const all: (Document | Uncollected)[] = []
  for await (const collected of collect(places, options)) all.push(collected)
  return all
}

const textOf = (collected: Document | Uncollected | undefined) =>
  collected !== undefined && isDocument(collected) ? Buffer.from(collected.bytes).toString() : null

const codeOf = (collected: Document | Uncollected | undefined) =>
  collected === undefined || isDocument(collected) ? null : collected.problem.code

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

test('a file is its bytes, where it was read and when', async () => {
  const path = join(folder, 'page.html')
  await writeFile(path, '<p>The bridge is open.</p>')
  const now = () => new Date('2024-05-02T10:00:00Z')
  expect(await gather([path], { now })).toEqual([
    {
      where: path,
      bytes: Buffer.from('<p>The bridge is open.</p>'),
      mediaType: null,
      charset: null,
      headers: {},
      collectedAt: '2024-05-02T10:00:00.000Z',
    },
  ])
})

test('a file: address is a file', async () => {
  const path = join(folder, 'a page.txt')
  await writeFile(path, 'words')
  const [document] = await gather([pathToFileURL(path).href])
  expect(textOf(document)).toBe('words')
})

test('a folder is every page below it, in the order of the names, without what belongs to a page', async () => {
  for (const sub of ['b', 'Report_files', 'notes_files', 'images', '.cache']) await mkdir(join(folder, sub))
  for (const name of [
    'Report.html',
    'Report_files/frame.html',
    'Report_files/style.css',
    'a.txt',
    'b/deep.txt',
    'c.txt',
    'images/caption.txt',
    'logo.png',
    '.hidden.txt',
    '.cache/page.html',
    // No page of that name stands beside it: a folder like any other.
    'notes_files/one.txt',
  ]) {
    await writeFile(join(folder, name), name)
  }
  expect((await gather([folder])).map(textOf)).toEqual([
    'Report.html',
    'a.txt',
    'b/deep.txt',
    'c.txt',
    'notes_files/one.txt',
  ])
})

test('a link that leads back to its own folder ends the walk there', async () => {
  await writeFile(join(folder, 'page.txt'), 'words')
  await mkdir(join(folder, 'sub'))
  await symlink(folder, join(folder, 'sub', 'up'))
  await symlink(join(folder, 'sub'), join(folder, 'zz'))
  expect((await gather([folder])).map(textOf)).toEqual(['words'])
})

test('an empty folder, or one of pictures, says that it holds no pages', async () => {
  const pictures = join(folder, 'pictures')
  await mkdir(pictures)
  await writeFile(join(pictures, 'bridge.jpg'), '')
  const [nothing] = await gather([pictures])
  expect(nothing).toMatchObject({ where: pictures, problem: { code: 'unreadable-file' } })
  expect(nothing).toMatchObject({ problem: { message: expect.stringContaining('no pages') } })
})

test('what cannot be had is said, and the rest goes on', async () => {
  const page = join(folder, 'page.txt')
  await writeFile(page, 'words')
  await symlink(join(folder, 'gone'), join(folder, 'broken-link.txt'))
  const collected = await gather([
    join(folder, 'missing.html'),
    page,
    'ftp://news.example/a',
    folder,
    'http://',
  ])
  expect(collected.map((one) => textOf(one) ?? codeOf(one))).toEqual([
    'unreadable-file',
    'words',
    'fetch-refused',
    'unreadable-file',
    'words',
    'fetch-refused',
  ])
})

test('a missing file that looks like an address gets the address as advice', async () => {
  const [nothing] = await gather(['www.meridianpost.example/bridge'])
  expect(nothing).toMatchObject({
    problem: { advice: 'If it is an address, write it as https://www.meridianpost.example/bridge.' },
  })
})

test('a file over the limit is not read, and the message says both sizes and the option', async () => {
  const path = join(folder, 'large.html')
  await writeFile(path, Buffer.alloc(3 * 1024 * 1024))
  const [nothing] = await gather([path], { maxSizeBytes: 1024 * 1024 })
  expect(nothing).toEqual({
    where: path,
    problem: {
      code: 'document-too-large',
      message: 'The document is 3 MB, over the limit of 1 MB; it was not read.',
      advice: 'If it is one article, allow it with --max-size MB (3 or more).',
    },
  })
})

test('a file of exactly the limit is read', async () => {
  const path = join(folder, 'page.txt')
  await writeFile(path, 'x'.repeat(1000))
  expect(textOf((await gather([path], { maxSizeBytes: 1000 }))[0])).toHaveLength(1000)
  expect(codeOf((await gather([path], { maxSizeBytes: 999 }))[0])).toBe('document-too-large')
})

test('"-" is standard input to its end', async () => {
  const [document] = await gather(['-'], { stdin: chunks('The bridge ', 'is open.') })
  expect(document?.where).toBe('-')
  expect(textOf(document)).toBe('The bridge is open.')
})

test('standard input without end is cut off at the limit', async () => {
  let given = 0
  async function* endless() {
    for (;;) {
      given += 1000
      yield Buffer.alloc(1000)
    }
  }
  const [nothing] = await gather(['-'], { stdin: endless(), maxSizeBytes: 10_000 })
  expect(codeOf(nothing)).toBe('document-too-large')
  expect(given).toBeLessThan(20_000)
})
