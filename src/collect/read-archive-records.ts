import { type ByteReader, openByteReader } from './open-byte-reader.ts'
import { openDigest } from './open-digest.ts'
import { toStretches, unpackGzip } from './unpack-gzip.ts'

/** A record of a WARC or ARC file. */
export interface ArchiveRecord {
  readonly kind: 'record'
  /** Offset in the file: of the record, or of the gzip member that holds it. */
  readonly at: number
  /** `WARC-Type`; in an ARC file `arc_header` or `response`. */
  readonly type: string
  /** Names in lower case, addresses without the brackets and blanks that some writers leave in them. ARC’s own fields have WARC’s names. */
  readonly headers: ReadonlyMap<string, string>
  /** The first 64 kB alone when it is larger than the limit. */
  readonly block: Uint8Array
  readonly blockSizeBytes: number
  /** What is wrong with it though it could be read, in sentences. */
  readonly faults: readonly string[]
  /** Whether `block` is what `WARC-Block-Digest` says; null when nothing says, or not in a way that is known. */
  readonly isBlockRight: boolean | null
}

/** A record that could not be read, or bytes that belong to none; reading went on behind. */
export interface BrokenRecord {
  readonly kind: 'broken'
  readonly at: number
  /** What is known of it: the address, where the record got as far as saying so. */
  readonly url: string | null
  /** A sentence. */
  readonly message: string
  /** What there is of a record that is cut off; null when that is nothing. */
  readonly rest: ArchiveRecord | null
}

export interface ArchiveOptions {
  readonly isPacked: boolean
  /** Largest block that is held whole. */
  readonly maxBlockBytes: number
  /** Offset of the first byte of the stream in the file. */
  readonly from?: number
}

/**
 * Reads the records of a WARC (ISO 28500, 1.0 and 1.1, and the drafts before) or ARC (versions 1 and 2) file,
 * packed record by record, as a whole or not at all.
 *
 * Holds one record at a time. Nothing is passed over in silence: what is broken is told, and reading goes on at the
 * next thing that is a record.
 *
 * @throws what the stream throws; never for what the bytes are.
 */
export async function* readArchiveRecords(
  stream: AsyncIterable<Uint8Array>,
  { isPacked, maxBlockBytes, from = 0 }: ArchiveOptions,
): AsyncGenerator<ArchiveRecord | BrokenRecord> {
  const stretches = isPacked ? unpackGzip(stream, from) : toStretches(stream, from)
  const reader = openByteReader(stretches, isPacked)
  const walk: Walk = { reader, maxBlockBytes, isArc: null, cutsLeft: 100, previousAt: null }
  try {
    while (await moveToRecord(reader)) {
      if (reader.bytes.length === 0) {
        const { lostAt: at, lost } = reader
        reader.passLoss()
        yield broken(at, `${capital(lost ?? '')}.`)
        continue
      }
      walk.isArc ??= await looksLikeArc(reader)
      yield* walk.isArc ? readArcRecord(walk) : readWarcRecord(walk)
    }
  } finally {
    await reader.close()
  }
}

interface Walk {
  readonly reader: ByteReader
  readonly maxBlockBytes: number
  isArc: boolean | null
  /** How often a record may still be searched for one that it swallowed: each time costs its whole length. */
  cutsLeft: number
  /** Where the record before began. */
  previousAt: number | null
}

const broken = (
  at: number,
  message: string,
  url: string | null = null,
  rest: ArchiveRecord | null = null,
): BrokenRecord => ({ kind: 'broken', at, url, message, rest })

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A line of a header beyond this is none. */
const longestLine = 65_536

const longestHeader = 1000

/** Skips line ends; false at the end of the file, true at a byte or at a loss. */
async function moveToRecord(reader: ByteReader): Promise<boolean> {
  while (await reader.fill(1)) {
    const byte = reader.bytes[0]
    if (byte !== 10 && byte !== 13) return true
    reader.skip(1)
  }
  return reader.lost !== null
}

async function looksLikeArc(reader: ByteReader): Promise<boolean> {
  await reader.fill(11)
  return reader.bytes.toString('latin1', 0, 11) === 'filedesc://'
}

const versionLine = /^WARC\/\d\.\d+\s*$/

async function* readWarcRecord(walk: Walk): AsyncGenerator<ArchiveRecord | BrokenRecord> {
  const { reader } = walk
  const { at } = reader
  const version = await reader.readLine(longestLine)
  if (version === null || !versionLine.test(version)) {
    const skipped = await skipToRecord(reader, 0)
    const sizeBytes = skipped.sizeBytes + (version === null ? 0 : version.length + 1)
    yield broken(at, `${count(sizeBytes)} from byte ${at} on belong to no record${because(reader)}.`)
    reader.passLoss()
    return
  }
  const headers = await readHeaders(reader)
  const url = headers?.get('warc-target-uri') ?? null
  const length = headers?.get('content-length') ?? ''
  if (headers === null || !/^\d{1,15}$/.test(length)) {
    const what =
      headers === null ? 'has no end to its header' : `does not say how long it is (“${length.slice(0, 40)}”)`
    await skipToRecord(reader, 0)
    yield broken(at, `The record at byte ${at} ${what}${because(reader)}.`, url)
    reader.passLoss()
    return
  }
  const block = await readBlock(walk, Number(length), headers.get('warc-block-digest'))
  const record: ArchiveRecord = {
    kind: 'record',
    at,
    type: (headers.get('warc-type') ?? '').toLowerCase(),
    headers,
    block: block.bytes,
    blockSizeBytes: block.sizeBytes,
    faults: block.faults,
    isBlockRight: block.isRight,
  }
  if (block.why !== null) {
    const message = `The record at byte ${at} is cut off after ${block.sizeBytes} of ${length} bytes${block.why}.`
    yield broken(at, message, url, { ...record, isBlockRight: null, faults: [message] })
    reader.passLoss()
    return
  }
  yield { ...record, faults: [...block.faults, ...(await findChecksumFault(walk, at))] }
}

/** A checksum that is wrong stands behind what it is about: a fault of the record, when the record was packed alone. */
async function findChecksumFault(walk: Walk, at: number): Promise<string[]> {
  const { reader, previousAt } = walk
  walk.previousAt = at
  await moveToRecord(reader)
  const { lost } = reader
  if (reader.bytes.length > 0 || lost === null || reader.lostAt !== at || previousAt === at) return []
  reader.passLoss()
  return [`${capital(lost)}.`]
}

const count = (sizeBytes: number): string => (sizeBytes === 1 ? '1 byte' : `${sizeBytes} bytes`)

const because = ({ lost }: ByteReader): string => (lost === null ? '' : `: ${lost}`)

/** Header lines to the empty one, folded lines joined; null when they do not end. */
async function readHeaders(reader: ByteReader): Promise<Map<string, string> | null> {
  const headers = new Map<string, string>()
  let last: string | null = null
  for (let i = 0; i < longestHeader; i++) {
    const line = await reader.readLine(longestLine)
    if (line === null) return null
    if (line.trim() === '') return headers
    const [, name, value = ''] = /^([^\s:]+)\s*:\s*(.*)$/.exec(line) ?? []
    if (name !== undefined) {
      last = name.toLowerCase()
      headers.set(last, addressFields.has(last) ? cleanAddress(value) : value.trim())
    } else if (last !== null && /^[ \t]/.test(line)) {
      headers.set(last, `${headers.get(last)} ${line.trim()}`)
    }
  }
  return null
}

const addressFields = new Set(['warc-target-uri', 'warc-refers-to-target-uri'])

// Wget 1.14 to 1.19 wrote <http://...>; Perma.cc wrote blanks.
const cleanAddress = (value: string): string =>
  value
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replaceAll(' ', '%20')

interface Block {
  readonly bytes: Uint8Array
  readonly sizeBytes: number
  readonly faults: readonly string[]
  readonly isRight: boolean | null
  /** What cut it off; null when it is whole. */
  readonly why: string | null
}

async function readBlock(walk: Walk, length: number, stated: string | undefined): Promise<Block> {
  const { reader, maxBlockBytes } = walk
  const { bytes, sizeBytes, isRight } = await takeBytes(reader, length, maxBlockBytes, stated)
  const whole: Block = { bytes, sizeBytes, faults: [], isRight, why: null }
  if (sizeBytes < length) return cutAtSwallowed(walk, whole) ?? { ...whole, why: whyCut(reader) }
  // Where the digest is right, whatever follows is another's.
  if (isRight === true || (await endsRecord(reader))) return whole
  const swallowed = cutAtSwallowed(walk, whole)
  if (swallowed !== null) return swallowed
  return await mend(reader, whole, stated)
}

const whyCut = ({ lost }: ByteReader): string => (lost === null ? ', where the file ends' : `, since ${lost}`)

async function takeBytes(
  reader: ByteReader,
  length: number,
  maxBytes: number,
  stated: string | undefined,
): Promise<{
  readonly bytes: Buffer
  readonly sizeBytes: number
  readonly isRight: boolean | null
}> {
  const digest = openDigest(stated)
  const mostKept = length <= maxBytes ? length : headBytes
  const chunks: Uint8Array[] = []
  let left = length
  while (left > 0 && (await reader.fill(1))) {
    const chunk = reader.bytes.subarray(0, left)
    digest?.update(chunk)
    if (length - left < mostKept) chunks.push(chunk.subarray(0, mostKept - (length - left)))
    reader.skip(chunk.length)
    left -= chunk.length
  }
  return { bytes: Buffer.concat(chunks), sizeBytes: length - left, isRight: digest?.isRight() ?? null }
}

/** Enough to tell what a block is that is too large to be held. */
const headBytes = 65_536

/** Whether what follows is how a record ends: line ends, and then a record, the end or a loss. */
async function endsRecord(reader: ByteReader): Promise<boolean> {
  let i = 0
  for (; await reader.fill(i + 1); i++) {
    const byte = reader.bytes[i]
    // More line ends than the two of the standard happen; a page that goes on with fifty does not.
    if ((byte !== 10 && byte !== 13) || i > 100) break
  }
  if (!(await reader.fill(i + 5))) return reader.bytes.length === i
  return i > 0 && reader.bytes.toString('latin1', i, i + 5) === 'WARC/'
}

// A crawler that was killed goes on in the same file: the length that it promised reaches into the next records.
function cutAtSwallowed(walk: Walk, { bytes, sizeBytes }: Pick<Block, 'bytes' | 'sizeBytes'>): Block | null {
  const { reader } = walk
  if (walk.cutsLeft === 0 || bytes.length < sizeBytes) return null
  walk.cutsLeft--
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = findRecord(buffer)
  if (start === -1) return null
  reader.giveBack(buffer.subarray(start))
  const rest = buffer.subarray(0, start)
  return { bytes: rest, sizeBytes: start, faults: [], isRight: null, why: ', where another record begins' }
}

/** Where a WARC record begins in the bytes; -1 when none does. */
function findRecord(bytes: Buffer): number {
  for (let i = bytes.indexOf('WARC/'); i !== -1; i = bytes.indexOf('WARC/', i + 5)) {
    if (startOfRecord.test(bytes.toString('latin1', i, i + 80))) return i
  }
  return -1
}

const startOfRecord = /^WARC\/\d\.\d+\r?\n(?:WARC-[\w-]+|Content-(?:Type|Length))\s*:/i

/** What was written past the length that the record states is put back, where the digest says so, or else named. */
async function mend(reader: ByteReader, block: Block, stated: string | undefined): Promise<Block> {
  const { bytes, sizeBytes, isRight } = block
  const { start, sizeBytes: extra } = await skipToRecord(reader, 65_536)
  // An interrupted file may end or break off in the middle of the record's line ends.
  if (/^[\r\n]*$/.test(start.toString('latin1')) && extra <= 4) return block
  const tail = start.subarray(
    0,
    start.length - (/(?:\r?\n){0,2}$/.exec(start.toString('latin1'))?.[0].length ?? 0),
  )
  const fault = `The record is longer than it says (Content-Length: ${sizeBytes}): ${count(tail.length)} more stand behind.`
  if (isRight === true || extra !== start.length || bytes.length < sizeBytes)
    return { ...block, faults: [fault] }
  const longer = Buffer.concat([bytes, tail])
  const digest = openDigest(stated)
  digest?.update(longer)
  return digest?.isRight() === true
    ? { ...block, bytes: longer, sizeBytes: longer.length, faults: [fault], isRight: true }
    : { ...block, faults: [fault] }
}

/** Moves to where a record begins, to the end or to a loss; `start` is the first of what was skipped. */
async function skipToRecord(
  reader: ByteReader,
  keepBytes: number,
): Promise<{ readonly start: Buffer; readonly sizeBytes: number }> {
  const kept: Buffer[] = []
  let keptBytes = 0
  let sizeBytes = 0
  const skip = (length: number): void => {
    if (keptBytes < keepBytes) {
      const part = reader.bytes.subarray(0, Math.min(length, keepBytes - keptBytes))
      kept.push(part)
      keptBytes += part.length
    }
    reader.skip(length)
    sizeBytes += length
  }
  // As many bytes as it takes to know that a record begins.
  const enough = 80
  for (;;) {
    const hasMore = await reader.fill(enough)
    const found = findRecord(reader.bytes)
    if (found !== -1) {
      skip(found)
      break
    }
    skip(hasMore ? reader.bytes.length - enough + 1 : reader.bytes.length)
    if (!hasMore) break
  }
  return { start: Buffer.concat(kept), sizeBytes }
}

// Internet Archive, “Arc File Format”, 1996: URL, IP address, date, content type, length; version 2 has the result
// code, checksum, location, offset and file name before the length. Some writers leave blanks in the address.
const arcLine = /^(\S.*?) (\S+) (\d{14})\d* (\S+) (?:(\d{3}|-) \S+ \S+ \d+ \S+ )?(\S+)$/

async function* readArcRecord(walk: Walk): AsyncGenerator<ArchiveRecord | BrokenRecord> {
  const { reader, maxBlockBytes } = walk
  const { at } = reader
  const line = await reader.readLine(longestLine)
  const [, url = '', ip = '', date = '', contentType = '', , length = ''] = arcLine.exec(line ?? '') ?? []
  if (url === '') {
    const skipped = await skipToArcLine(reader)
    const sizeBytes = skipped + (line === null ? 0 : line.length + 1)
    yield broken(at, `${count(sizeBytes)} from byte ${at} on belong to no record${because(reader)}.`)
    reader.passLoss()
    return
  }
  const isHeader = url.startsWith('filedesc://')
  if (!/^\d{1,15}$/.test(length)) {
    if (isHeader) {
      // The lines of the file's own header are known by their number.
      await reader.readLine(longestLine)
      await reader.readLine(longestLine)
    }
    yield broken(
      at,
      `The record at byte ${at} does not say how long it is (“${length.slice(0, 40)}”).`,
      isHeader ? null : url,
    )
    return
  }
  const { bytes: block, sizeBytes } = await takeBytes(reader, Number(length), maxBlockBytes, undefined)
  const isHttp = /^https?:/i.test(url) && (block.length === 0 || block.toString('latin1', 0, 5) === 'HTTP/')
  const record: ArchiveRecord = {
    kind: 'record',
    at,
    type: isHeader ? 'arc_header' : 'response',
    headers: new Map([
      ['warc-target-uri', cleanAddress(url)],
      ['warc-date', date.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z')],
      ['warc-ip-address', ip],
      ['content-type', isHttp ? 'application/http; msgtype=response' : contentType],
      ['content-length', length],
    ]),
    block,
    blockSizeBytes: sizeBytes,
    faults: [],
    isBlockRight: null,
  }
  if (sizeBytes < Number(length)) {
    const message = `The record at byte ${at} is cut off after ${sizeBytes} of ${length} bytes${whyCut(reader)}.`
    yield broken(at, message, url, { ...record, faults: [message] })
    reader.passLoss()
    return
  }
  yield { ...record, faults: await findChecksumFault(walk, at) }
}

/** Moves to the next line that heads a record; gives how many bytes were skipped. */
async function skipToArcLine(reader: ByteReader): Promise<number> {
  let sizeBytes = 0
  while (await reader.fill(1)) {
    const end = reader.bytes.indexOf(10)
    if (end === -1) {
      const hasMore = reader.bytes.length < longestLine && (await reader.fill(reader.bytes.length + 1))
      if (hasMore) continue
      sizeBytes += reader.bytes.length
      reader.skip(reader.bytes.length)
      continue
    }
    const line = reader.bytes.toString('latin1', 0, Math.min(end, longestLine)).replace(/\r$/, '')
    if (/^[a-z][\w+.-]*:/i.test(line) && /\d$/.test(line) && arcLine.test(line)) break
    sizeBytes += end + 1
    reader.skip(end + 1)
  }
  return sizeBytes
}
