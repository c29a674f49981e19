import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { announceServer } from './announce-server.ts'
import { backupLedger } from './backup-ledger.ts'
import { checkLedger } from './check-ledger.ts'
import { countLedger } from './count-ledger.ts'
import { createEmptyLedger } from './create-empty-ledger.ts'
import { findArticles } from './find-articles.ts'
import { findRunningServer } from './find-running-server.ts'
import { insertArticle } from './insert-article.ts'
import { insertDocument } from './insert-document.ts'
import { insertReading } from './insert-reading.ts'
import type { Ledger } from './ledger.ts'
import { openLedger } from './open-ledger.ts'
import { startProcess } from './start-process.fixture.ts'
import { ferryText, makeArticle, makeDocument, makeFerryReading } from './test-records.fixture.ts'

const writer = new URL('./open-and-write.fixture.ts', import.meta.url)

let folder: string
let emptyLedger: string
let directory: string
let count = 0
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-open-'))
  emptyLedger = join(folder, 'empty-ledger.tar.gz')
  await createEmptyLedger(emptyLedger)
})
beforeEach(() => {
  count += 1
  directory = join(folder, `in/a/place/ledger ${count} – été`)
})
afterAll(() => rmSync(folder, { recursive: true }))

const open = (more: { owner?: string } = {}) => openLedger({ directory }, { emptyLedger, ...more })

async function addFerry(ledger: Ledger, title = 'Ferry'): Promise<void> {
  const article = makeArticle({ text: ferryText, title })
  const { documentId } = await insertDocument(ledger, makeDocument(title))
  await insertArticle(ledger, documentId, article)
  await insertReading(ledger, article, makeFerryReading())
}

test('a folder that does not exist becomes a ledger that only its owner may enter', async () => {
  const ledger = await openLedger({ directory })
  expect(ledger).toMatchObject({ store: 'pglite', place: directory })
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(statSync(join(directory, 'data')).mode & 0o777).toBe(0o700)
  expect(readdirSync(directory).sort()).toEqual(['data', 'ledger.json', 'ledger.lock'])
  expect(JSON.parse(readFileSync(join(directory, 'ledger.json'), 'utf8'))).toMatchObject({
    format: 1,
    postgresMajor: 18,
    complete: true,
  })
  const { rows } = await ledger.db.execute(
    sql`select current_setting('server_version_num')::int / 10000 as major`,
  )
  expect(rows).toEqual([{ major: 18 }])
  await ledger.close()
  await ledger.close()
  expect(readdirSync(directory).sort()).toEqual(['data', 'ledger.json'])
})

test('what was added is there when the ledger is opened again', async () => {
  const ledger = await open()
  expect(await checkLedger(ledger)).toEqual([])
  await addFerry(ledger)
  await ledger.close()
  await expect(countLedger(ledger)).rejects.toThrow('closed')
  const again = await open()
  expect(await countLedger(again)).toMatchObject({ documents: 1, articles: 1, readings: 1, statements: 1 })
  expect((await countLedger(again)).sizeBytes).toBeGreaterThan(100_000)
  expect(await checkLedger(again)).toEqual([])
  await again.close()
})

test('closing lets finish what was begun', async () => {
  const ledger = await open()
  const adding = Promise.all([1, 2, 3].map((i) => insertDocument(ledger, makeDocument(`Notice ${i}.`))))
  // Compressing comes first; then all three are waiting for the database.
  await new Promise((resolve) => setTimeout(resolve, 100))
  await ledger.close()
  await adding
  const again = await open()
  expect((await countLedger(again)).documents).toBe(3)
  await again.close()
})

test('a ledger that is open cannot be opened again, until it is closed', async () => {
  const ledger = await open({ owner: 'hearsay serve' })
  expect(await findRunningServer(directory)).toBeNull()
  await announceServer(ledger, 'http://127.0.0.1:8642')
  expect(await findRunningServer(directory)).toEqual({ url: 'http://127.0.0.1:8642', accessToken: null })
  await expect(open()).rejects.toMatchObject({
    code: 'ledger-locked',
    message: expect.stringMatching(/“hearsay serve”.*http:\/\/127\.0\.0\.1:8642/),
  })
  await ledger.close()
  expect(await findRunningServer(directory)).toBeNull()
  await (await open()).close()
})

test('nobody serves a folder that does not exist, and announcing from memory is harmless', async () => {
  expect(await findRunningServer(directory)).toBeNull()
  const ledger = await openLedger({ memory: true }, { emptyLedger })
  await announceServer(ledger, 'http://127.0.0.1:8642')
  expect(ledger.place).toBe('memory')
  await ledger.close()
})

test('a process that holds the ledger is named, and when it is killed the ledger opens', async () => {
  await (await open()).close()
  const other = startProcess(writer, directory, 'hold')
  expect(await other.nextLine()).toBe('open')
  await expect(open()).rejects.toThrow(`“the other process”, process ${other.child.pid}`)
  await other.kill()
  const ledger = await open()
  await addFerry(ledger)
  await ledger.close()
})

test('a process killed while it writes loses nothing that was acknowledged', async () => {
  await (await open()).close()
  let next = 0
  for (const enough of [5, 30]) {
    const other = startProcess(writer, directory, 'write', String(next))
    expect(await other.nextLine()).toBe('open')
    let acknowledged = next - 1
    while (acknowledged < next + enough) acknowledged = Number(await other.nextLine())
    await other.kill()
    // It may have written more lines than were read before it was killed.
    for (let line = await other.nextLine(); line !== null; line = await other.nextLine())
      acknowledged = Number(line)
    next = acknowledged + 1
    const ledger = await open()
    const { articles } = await findArticles(ledger, { limit: 1000 })
    const titles = new Set(articles.map((article) => article.title))
    for (let i = 0; i <= acknowledged; i += 1) expect(titles).toContain(`Bulletin ${i}`)
    expect((await countLedger(ledger)).readings).toBeGreaterThanOrEqual(acknowledged + 1)
    expect(await checkLedger(ledger)).toEqual([])
    await ledger.close()
  }
})

test('a ledger whose making was cut short is made anew', async () => {
  layOut(thisFormat.replace('true', 'false'))
  writeFileSync(join(directory, 'data', 'PG_VERSION'), '18\n')
  const ledger = await open()
  expect(await checkLedger(ledger)).toEqual([])
  await ledger.close()
})

test('a backup opens as a ledger with everything in it', async () => {
  const ledger = await open()
  await addFerry(ledger)
  const file = join(folder, `backup ${count}.tar.gz`)
  writeFileSync(file, 'an older backup')
  await backupLedger(ledger, file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await addFerry(ledger, 'After the backup')
  await ledger.close()
  const restored = await openLedger({ directory: `${directory} restored` }, { emptyLedger: file })
  const { articles } = await findArticles(restored)
  expect(articles.map((article) => article.title)).toEqual(['Ferry'])
  expect(await checkLedger(restored)).toEqual([])
  await addFerry(restored, 'After the restoring')
  await restored.close()
})

test('a backup that cannot be written leaves nothing behind', async () => {
  const ledger = await openLedger({ memory: true }, { emptyLedger })
  const nowhere = join(folder, 'no such folder', 'backup.tar.gz')
  await expect(backupLedger(ledger, nowhere)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(existsSync(nowhere)).toBe(false)
  await ledger.close()
})

test('a folder that is something else is refused and left as it is', async () => {
  mkdirSync(directory, { recursive: true })
  for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) writeFileSync(join(directory, name), 'mine')
  await expect(open()).rejects.toMatchObject({
    code: 'ledger-unusable',
    message: expect.stringContaining('holds a.txt, b.txt, c.txt and 1 more'),
  })
  expect(readdirSync(directory)).toHaveLength(4)
})

test('a file in place of the folder is refused', async () => {
  const file = join(folder, `file ${count}`)
  writeFileSync(file, '')
  await expect(openLedger({ directory: file })).rejects.toMatchObject({ code: 'ledger-unusable' })
  await expect(openLedger({ directory: join(file, 'inside') })).rejects.toMatchObject({
    code: 'ledger-unusable',
  })
  await expect(openLedger({ directory: '' })).rejects.toMatchObject({ code: 'usage' })
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is refused', async () => {
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o500)
  await expect(open()).rejects.toMatchObject({ code: 'ledger-unusable' })
})

/** The files of a ledger, as far as they are looked at before PostgreSQL is started. */
function layOut(format: string): string {
  mkdirSync(join(directory, 'data'), { recursive: true })
  const path = join(directory, 'ledger.json')
  writeFileSync(path, format)
  return path
}

const thisFormat = '{"format":1,"postgresMajor":18,"createdAt":"2026-03-04T05:06:07Z","complete":true}'

test.each([
  ['a newer format', '"format":1', '"format":2', 'newer Hearsay'],
  ['another PostgreSQL', '"postgresMajor":18', '"postgresMajor":17', 'made with PostgreSQL 17'],
  ['no known format', '"format":1,', '', 'does not say what ledger this is'],
])('a ledger of %s is refused and left as it is', async (_name, from, to, says) => {
  const path = layOut(thisFormat.replace(from, to))
  await expect(open()).rejects.toMatchObject({
    code: 'ledger-unusable',
    message: expect.stringContaining(says),
  })
  expect(readFileSync(path, 'utf8')).toBe(thisFormat.replace(from, to))
  expect(readdirSync(directory).sort()).toEqual(['data', 'ledger.json'])
})

test('a ledger with migrations of a newer version is refused', async () => {
  const ledger = await open()
  await ledger.db.execute(sql`insert into hearsay_migration (hash) values ('of next year')`)
  await ledger.close()
  await expect(open()).rejects.toMatchObject({
    code: 'ledger-unusable',
    message: expect.stringContaining('newer'),
  })
  expect(existsSync(join(directory, 'ledger.lock'))).toBe(false)
})

test('a ledger that lost its data, or whose data is damaged, is refused with what to do', async () => {
  layOut(thisFormat)
  const unusable = { code: 'ledger-unusable', message: expect.stringContaining('backup') }
  writeFileSync(join(directory, 'data', 'PG_VERSION'), '18\n')
  await expect(open()).rejects.toMatchObject(unusable)
  rmSync(join(directory, 'data'), { recursive: true })
  await expect(open()).rejects.toMatchObject(unusable)
  expect(readdirSync(directory)).toEqual(['ledger.json'])
})

test('a dump that is none is refused, and the folder can be used afterwards', async () => {
  const broken = join(folder, 'broken.tar.gz')
  writeFileSync(broken, 'not a dump')
  await expect(openLedger({ directory }, { emptyLedger: broken })).rejects.toMatchObject({
    code: 'ledger-unusable',
  })
  await (await open()).close()
})
