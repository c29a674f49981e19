import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib'

/** Bytes of a file in their order, unpacked, with where they stand in the file. */
export interface Stretch {
  readonly bytes: Uint8Array
  /** Offset in the file: of the first of these bytes, or of the gzip member that they were packed in. */
  readonly at: number
  /** Why what belongs before these bytes could not be had; null when they follow what came before. */
  readonly lost: string | null
}

/** The bytes of a file that is not packed, as `unpackGzip` gives those of one that is. */
export async function* toStretches(stream: AsyncIterable<Uint8Array>, from = 0): AsyncGenerator<Stretch> {
  let at = from
  for await (const bytes of stream) {
    yield { bytes, at, lost: null }
    at += bytes.length
  }
}

/**
 * Unpacks a gzip file member by member. Archives pack each record on its own: after a broken member reading goes
 * on with the next, and the stretch that follows says what was lost.
 *
 * Node's own gunzip joins members, so that nobody can tell where a record lies in the file, and gives up at the
 * first fault. Holds a few chunks at a time, whatever the members unfold to.
 *
 * @throws what the stream throws; never for what the bytes are.
 */
export async function* unpackGzip(stream: AsyncIterable<Uint8Array>, from = 0): AsyncGenerator<Stretch> {
  const input = openInput(stream, from)
  try {
    yield* unpackMembers(input)
  } finally {
    input.close()
  }
}

async function* unpackMembers(input: Input): AsyncGenerator<Stretch> {
  let lost: string | null = null
  while (await input.fill(1)) {
    const { at } = input
    const header = await skipHeader(input)
    if (header !== 'member') {
      if (header === 'padding') continue
      lost ??= header
      await findMember(input)
      continue
    }
    const member = openMember(input)
    let checksum = 0
    let sizeBytes = 0
    let fault: string | null = null
    try {
      for await (const bytes of member.inflate as AsyncIterable<Uint8Array>) {
        checksum = crc32(bytes, checksum)
        sizeBytes += bytes.length
        yield { bytes, at, lost }
        lost = null
      }
      await member.fed
      input.giveBack(member.unused())
    } catch (error) {
      if (member.inputError !== null) throw member.inputError
      const isCut = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
      fault = isCut
        ? `the packed data that begin at byte ${at} are cut off`
        : `the packed data that begin at byte ${at} are broken`
      input.giveBack(member.recent())
      await findMember(input)
    }
    fault ??= await checkTrailer(input, at, checksum, sizeBytes)
    if (fault === null) continue
    yield { bytes: new Uint8Array(), at, lost: fault }
  }
  if (lost !== null) yield { bytes: new Uint8Array(), at: input.at, lost }
}

/** How far back from a fault the next member is looked for: inflating what is none fails within kilobytes. */
const windowBytes = 1024 * 1024

interface Input {
  /** Offset in the file of the next byte. */
  readonly at: number
  readonly bytes: Uint8Array
  /** Whether so many bytes are at hand; false when the file ends before. */
  readonly fill: (sizeBytes: number) => Promise<boolean>
  readonly skip: (sizeBytes: number) => void
  readonly giveBack: (bytes: Uint8Array) => void
  readonly close: () => void
}

function openInput(stream: AsyncIterable<Uint8Array>, from: number): Input {
  const chunks = stream[Symbol.asyncIterator]()
  let bytes: Uint8Array = new Uint8Array()
  let at = from
  return {
    get at() {
      return at
    },
    get bytes() {
      return bytes
    },
    fill: async (sizeBytes) => {
      while (bytes.length < sizeBytes) {
        const next = await chunks.next()
        if (next.done === true) return false
        bytes = bytes.length === 0 ? next.value : Buffer.concat([bytes, next.value])
      }
      return true
    },
    skip: (sizeBytes) => {
      bytes = bytes.subarray(sizeBytes)
      at += sizeBytes
    },
    giveBack: (given) => {
      bytes = given.length === 0 ? bytes : Buffer.concat([given, bytes])
      at -= given.length
    },
    // Not waited for: a pipe that stands still would never say that it is closed.
    close: () => void chunks.return?.(undefined)?.catch(() => undefined),
  }
}

// RFC 1952, section 2.3.
async function skipHeader(input: Input): Promise<string> {
  if (input.bytes[0] === 0) {
    // Tapes and some writers pad a file with zeros.
    const end = input.bytes.findIndex((byte) => byte !== 0)
    input.skip(end === -1 ? input.bytes.length : end)
    return 'padding'
  }
  if (!(await input.fill(10)) || !isMember(input.bytes, 0))
    return `what stands at byte ${input.at} is not packed as the rest is`
  const flags = input.bytes[3] ?? 0
  const start = input.at
  input.skip(10)
  const cut = `the packed data that begin at byte ${start} are cut off`
  if ((flags & 4) !== 0) {
    if (!(await input.fill(2))) return cut
    const extra = (input.bytes[0] ?? 0) | ((input.bytes[1] ?? 0) << 8)
    if (!(await input.fill(2 + extra))) return cut
    input.skip(2 + extra)
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue
    for (let end = -1, sizeBytes = 1; end === -1; sizeBytes = input.bytes.length + 1) {
      // A name or a comment that never ends is none.
      if (sizeBytes > 65_536 || !(await input.fill(sizeBytes))) return cut
      end = input.bytes.indexOf(0)
      if (end !== -1) input.skip(end + 1)
    }
  }
  if ((flags & 2) !== 0) {
    if (!(await input.fill(2))) return cut
    input.skip(2)
  }
  return 'member'
}

// Magic number, deflate, no reserved flag, and an operating system that is one (Darwin’s zlib writes 19): by chance
// once in 2^30 bytes.
const isMember = (bytes: Uint8Array, i: number): boolean =>
  bytes[i] === 0x1f &&
  bytes[i + 1] === 0x8b &&
  bytes[i + 2] === 8 &&
  ((bytes[i + 3] ?? 255) & 0xe0) === 0 &&
  ((bytes[i + 9] ?? 254) <= 19 || bytes[i + 9] === 255)

/** Moves past the next byte and on to where a member begins, or to the end. */
async function findMember(input: Input): Promise<void> {
  if (await input.fill(1)) input.skip(1)
  while (await input.fill(10)) {
    const { bytes } = input
    for (let i = bytes.indexOf(0x1f); i !== -1 && i + 10 <= bytes.length; i = bytes.indexOf(0x1f, i + 1)) {
      if (!isMember(bytes, i)) continue
      input.skip(i)
      return
    }
    input.skip(bytes.length - 9)
  }
  input.skip(input.bytes.length)
}

interface Member {
  readonly inflate: InflateRaw
  /** Settled when nothing more is fed. */
  readonly fed: Promise<void>
  readonly inputError: unknown
  /** What was fed and is not the member's. */
  readonly unused: () => Uint8Array
  /** What was fed last, a window of it. */
  readonly recent: () => Uint8Array
}

function openMember(input: Input): Member {
  const inflate = createInflateRaw({ chunkSize: 65_536 })
  let held: Uint8Array[] = []
  let heldBytes = 0
  let fedBytes = 0
  let inputError: unknown = null
  const feed = async (): Promise<void> => {
    // Bytes that it leaves are the next member's.
    while (inflate.bytesWritten === fedBytes && !inflate.destroyed) {
      if (!(await input.fill(1))) {
        inflate.end()
        return
      }
      const chunk = input.bytes
      input.skip(chunk.length)
      held.push(chunk)
      heldBytes += chunk.length
      fedBytes += chunk.length
      for (let first = held[0]; first && heldBytes - first.length >= windowBytes; first = held[0]) {
        held = held.slice(1)
        heldBytes -= first.length
      }
      await new Promise<void>((resolve) => inflate.write(chunk, () => resolve()))
    }
  }
  const fed = feed().catch((error: unknown) => {
    inputError = error
    inflate.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return {
    inflate,
    fed,
    get inputError() {
      return inputError
    },
    unused: () => {
      const unusedBytes = fedBytes - inflate.bytesWritten
      const last = held.at(-1) ?? new Uint8Array()
      return unusedBytes <= last.length
        ? last.subarray(last.length - unusedBytes)
        : Buffer.concat(held).subarray(heldBytes - unusedBytes)
    },
    recent: () => Buffer.concat(held),
  }
}

async function checkTrailer(
  input: Input,
  at: number,
  checksum: number,
  sizeBytes: number,
): Promise<string | null> {
  if (!(await input.fill(8))) {
    input.skip(input.bytes.length)
    return `the packed data that begin at byte ${at} are cut off`
  }
  const trailer = Buffer.from(input.bytes.subarray(0, 8))
  input.skip(8)
  const isRight = trailer.readUInt32LE(0) === checksum && trailer.readUInt32LE(4) === sizeBytes % 2 ** 32
  return isRight ? null : `the packed data that begin at byte ${at} are not what was packed (checksum)`
}
