import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Document } from '../src/records/document.ts'
import { examplePages, makeFolder, parseLines, type Run } from './run-hearsay.fixture.ts'

// Threads run the built code alone: Node 20 runs no TypeScript.
const dist = new URL('../dist/', import.meta.url)
const { openReaders } = (await import(
  /* @vite-ignore */ new URL('jobs/open-readers.js', dist).href
)) as typeof import('../src/jobs/open-readers.ts')
const main = fileURLToPath(new URL('cli/main.js', dist))

let folder: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

async function readPages(): Promise<Document[]> {
  const names = (await readdir(examplePages)).filter((name) => name.endsWith('.html')).sort()
  return await Promise.all(
    names.map(async (where) => ({
      where,
      bytes: await readFile(join(examplePages, where)),
      mediaType: 'text/html',
      charset: null,
      headers: {},
      collectedAt: '2026-03-10T08:00:00Z',
    })),
  )
}

/** Runs the built program; `interruptAt` presses Ctrl-C once it has said that. */
async function hearsay(
  argv: readonly string[],
  interruptAt?: RegExp,
): Promise<Run & { readonly tookMs: number }> {
  const child = spawn(process.execPath, [main, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  let since = Number.NaN
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
    if (!interruptAt?.test(said.out) || !Number.isNaN(since)) return
    since = performance.now()
    child.kill('SIGINT')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const [status] = await once(child, 'close')
  return { status: status ?? -1, ...said, tookMs: performance.now() - since }
}

test('threads read what one thread reads, to the letter', async () => {
  const pages = await readPages()
  const [here, threads] = await Promise.all([openReaders(), openReaders({ workers: 2 })])
  try {
    expect(threads).toMatchObject({ mode: 'full', workers: 2, stages: here.stages })
    const read = await Promise.all(pages.map((page) => threads.read(page)))
    for (const [i, page] of pages.entries()) expect(read[i]).toEqual(await here.read(page))
  } finally {
    await threads.close()
  }
})

test('what fails in a thread fails one document, with its trace, and the thread reads on', async () => {
  const [page] = await readPages()
  if (page === undefined) throw new Error('The example has no pages.')
  const threads = await openReaders({ mode: 'fast', workers: 1 })
  try {
    const error = await threads.read(page, { date: 'no day' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).stack).toMatch(/extract-article/)
    expect(await threads.read(page)).toHaveProperty('reading')
  } finally {
    await threads.close()
  }
  await expect(threads.read(page)).rejects.toThrow('closed')
})

test('add with two threads keeps what add without one keeps, in the same order', async () => {
  const lists = await Promise.all(
    ['0', '2'].map(async (workers) => {
      const ledger = join(folder.path, `by-${workers}`)
      const added = await hearsay([
        'add',
        examplePages,
        '--ledger',
        ledger,
        '--workers',
        workers,
        '--mode',
        'fast',
      ])
      expect(added).toMatchObject({ status: 0, err: '' })
      expect(added.out).toContain('11 read; ledger: ')
      const list = await hearsay(['list', '--json', '--ledger', ledger])
      return { said: added.out.split('\n').slice(0, 11), articles: parseLines(list.out).map(withoutTime) }
    }),
  )
  expect(lists[1]).toEqual(lists[0])
})

const withoutTime = (article: unknown) => ({ ...(article as object), addedAt: null })

test('Ctrl-C ends add in the middle of a page, and the next add goes on from there', async () => {
  const ledger = join(folder.path, 'stopped')
  const pages = join(folder.path, 'pages')
  const [page] = await readPages()
  const small = Buffer.from(page?.bytes ?? []).toString()
  // A page that takes its thread many seconds, behind one that takes none.
  const sentence = 'The harbour master of Lindholm said on Friday that the ferry would sail again. '
  await mkdir(pages)
  await writeFile(join(pages, '1.html'), small)
  // What stands under itself again and again is no article: each paragraph begins in its own way.
  const paragraphs = Array.from({ length: 2000 }, (_, i) => `Ferry ${i} was late. ${sentence.repeat(40)}`)
  await writeFile(join(pages, '2.txt'), paragraphs.join('\n\n'))
  const stopped = await hearsay(['add', pages, '--ledger', ledger, '--workers', '1'], /^ +1 {2}read/m)
  expect(stopped.status).toBe(1)
  expect(stopped.err).toContain('Stopped.')
  expect(stopped.out).toContain('1 read; ledger: ')
  expect(stopped.tookMs).toBeLessThan(10_000)
  await writeFile(join(pages, '2.txt'), sentence.repeat(10))
  const { status, out } = await hearsay(['add', pages, '--ledger', ledger, '--workers', '1'])
  expect(status).toBe(0)
  expect(out).toContain('1 read, 1 known before')
})

test.each([
  [['--mode', 'quick'], '--mode quick is no mode. Give full or fast.'],
  [['--workers', 'many'], '--workers many is no number of threads. Give one from 0 to 64.'],
])('%j is refused, saying what there is', async (options, says) => {
  const { status, err } = await hearsay(['add', examplePages, ...options])
  expect(status).toBe(2)
  expect(err).toContain(says)
})
