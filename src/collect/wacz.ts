import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Document, Uncollected } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import type { CollectSettings } from './collector.ts'
import type { Container } from './container.ts'
import { describeTally, openPageFinder } from './find-archive-pages.ts'
import { openDigest } from './open-digest.ts'
import { openPageList } from './open-page-list.ts'
import { openZip, type Zip, type ZipEntry, type ZipPlace } from './open-zip.ts'
import { type PackageDigests, readDataPackage } from './read-data-package.ts'
import { readLimited } from './read-limited.ts'
import { brokenRecord } from './to-archived-page.ts'
import { noPages } from './warc.ts'

/**
 * WACZ, a ZIP with WARC files and the list of the pages in them, as Browsertrix, ArchiveWeb.page and Scoop write it;
 * and a ZIP of such.
 *
 * Nothing that a ZIP holds is written to the disk, and its names are compared, never opened. Where the archive lists
 * its pages (`pages/*.jsonl`), only these are read, and what they redirect to; the frames and scripts that a browser
 * fetched with them are counted.
 */
export const waczContainer: Container = {
  name: 'WACZ',
  recognises: ({ head, where }) => {
    const start = Buffer.from(head).toString('latin1')
    return start.startsWith('PK\u0003\u0004') && (/\.wacz$/i.test(where) || waczNames.test(start))
  },
  async *collect({ where, path, sizeBytes, read }, settings) {
    if (path !== null && sizeBytes !== null) {
      yield* collectZip(where, { path, from: 0, sizeBytes }, settings, 0)
      return
    }
    // A ZIP has its directory at its end: what comes in as a stream is put aside until then.
    const folder = await mkdtemp(join(tmpdir(), 'hearsay-'))
    try {
      const aside = join(folder, 'archive.wacz')
      await pipeline(Readable.from(read()), createWriteStream(aside, { mode: 0o600 }))
      const { size } = await stat(aside)
      yield* collectZip(where, { path: aside, from: 0, sizeBytes: size }, settings, 0)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** In the head stand the names of the first files. */
const waczNames = /(?:datapackage\.json|archive\/[^/\0]{1,200}\.warc|pages\/pages\.jsonl|[^/\0]{1,200}\.wacz)/

const warcName = /^archive\/[^/]+\.(?:warc|arc)(?:\.gz)?$/i

/** A ZIP of ZIPs of ZIPs is made to break readers. */
const mostDepth = 1

async function* collectZip(
  where: string,
  place: ZipPlace,
  settings: CollectSettings,
  depth: number,
): AsyncGenerator<Document | Uncollected> {
  let zip: Zip
  try {
    zip = await openZip(place)
  } catch (error) {
    yield { where, problem: brokenZip(error) }
    return
  }
  try {
    const nested = zip.entries.filter(({ name }) => /\.wacz$/i.test(name))
    const warcs = zip.entries.filter(({ name }) => warcName.test(name))
    if (warcs.length > 0 || nested.length === 0) yield* collectWarcs(where, zip.entries, warcs, settings)
    for (const entry of nested) yield* collectNested(`${where}#${entry.name}`, entry, settings, depth)
  } finally {
    zip.close()
  }
}

async function* collectNested(
  where: string,
  entry: ZipEntry,
  settings: CollectSettings,
  depth: number,
): AsyncGenerator<Document | Uncollected> {
  const place = depth < mostDepth ? await entry.locate().catch(() => null) : null
  if (place !== null) {
    yield* collectZip(where, place, settings, depth + 1)
    return
  }
  const message = 'The WACZ lies packed in another ZIP, where it cannot be read.'
  yield { where, problem: { code: 'unreadable-file', message, advice: 'Unpack it and give the file.' } }
}

async function* collectWarcs(
  where: string,
  entries: readonly ZipEntry[],
  warcs: readonly ZipEntry[],
  settings: CollectSettings,
): AsyncGenerator<Document | Uncollected> {
  const digests = await findDigests(entries)
  if ('problem' in digests) yield { where: `${where}#datapackage.json`, problem: digests.problem }
  const stated: PackageDigests = 'problem' in digests ? new Map() : digests
  const pages = openPageList()
  for (const entry of entries.filter(({ name }) => /^pages\/[^/]+\.jsonl$/i.test(name))) {
    const problem = await readChecked(entry, stated, pages.addLines)
    if (problem !== null) yield { where: `${where}#${entry.name}`, problem }
  }
  const finder = openPageFinder(settings, { isListed: pages.has, onRedirect: pages.addRedirect })
  for (const entry of warcs) {
    const at = `${where}#${entry.name}`
    const digest = openDigest(stated.get(entry.name))
    try {
      const isPacked = await startsPacked(entry)
      const stream = watch(await entry.open(), digest?.update)
      yield* finder.find({ where: at, isPacked, stream, reread: entry.open })
      if (digest?.isRight() === false) yield { where: at, problem: wrongDigest }
    } catch (error) {
      yield { where: at, problem: brokenEntry(error) }
    }
  }
  const { tally } = finder
  if (tally.pages + tally.failed === 0) {
    yield { where, problem: noPages(tally) }
    return
  }
  const missing = pages.findMissing()
  const missed =
    missing.length === 0
      ? ''
      : ` ${missing.length} of the pages that it lists ${missing.length === 1 ? 'is' : 'are'} not in it as readable answers: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}.`
  settings.onRemark?.(where, `${describeTally(tally)}.${missed}`)
}

/** 16 MB: a hundred thousand files, each with its digest. */
const largestPackage = 16 * 1024 * 1024

async function findDigests(
  entries: readonly ZipEntry[],
): Promise<PackageDigests | { readonly problem: Problem }> {
  const entry = entries.find(({ name }) => name === 'datapackage.json')
  if (entry === undefined) return new Map()
  try {
    const bytes = await readLimited(await entry.open(), largestPackage)
    const digests = bytes === null ? null : readDataPackage(Buffer.from(bytes).toString('utf8'))
    return digests ?? { problem: brokenPackage }
  } catch (error) {
    return { problem: brokenEntry(error) }
  }
}

/** Reads a file of the ZIP whole, and checks it. */
async function readChecked(
  entry: ZipEntry,
  stated: PackageDigests,
  read: (stream: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<Problem | null> {
  const digest = openDigest(stated.get(entry.name))
  try {
    await read(watch(await entry.open(), digest?.update))
    return digest?.isRight() === false ? wrongDigest : null
  } catch (error) {
    return brokenEntry(error)
  }
}

async function startsPacked(entry: ZipEntry): Promise<boolean> {
  for await (const bytes of await entry.open()) return bytes[0] === 0x1f
  return false
}

async function* watch(
  stream: AsyncIterable<Uint8Array>,
  tell: ((bytes: Uint8Array) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of stream) {
    tell?.(bytes)
    yield bytes
  }
}

const wrongDigest: Problem = {
  code: 'digest-mismatch',
  message:
    'The file is not the one that the archive gives a digest of (datapackage.json): it was changed or damaged after it was packed. Its pages are read all the same.',
  advice: 'Compare the archive with another copy before you rely on it.',
}

const brokenPackage: Problem = brokenRecord('The list of files and their digests is no data package.', false)

const brokenEntry = (error: unknown): Problem =>
  brokenRecord(`The file cannot be unpacked to its end: ${sayError(error)}.`, false)

function brokenZip(error: unknown): Problem {
  const isCut = /end of central directory/i.test(sayError(error))
  return {
    code: 'broken-record',
    message: isCut
      ? 'The ZIP is cut off: its directory, which stands at its end, is missing.'
      : `The directory of the ZIP is broken: ${sayError(error)}.`,
    advice: 'Fetch it again; what is left of it may be mended with zip -FF.',
  }
}

const sayError = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200).replace(/\.$/, '')
