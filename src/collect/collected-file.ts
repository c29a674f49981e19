import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { unpackGzip } from './unpack-gzip.ts'

/** A file, a pipe or standard input, before anybody knows what it is. */
export interface CollectedFile {
  /** As it was asked for. */
  readonly where: string
  /** The first bytes, unpacked where the file is gzip; a few thousand, fewer only when there are no more. */
  readonly head: Uint8Array
  readonly isGzip: boolean
  /** Null for what has no size before its end. */
  readonly sizeBytes: number | null
  /** To read it a second time or in any order; null for what can be read once. */
  readonly path: string | null
  /** Its bytes as they lie there, from an offset on where it has a path. */
  readonly read: (from?: number) => AsyncIterable<Uint8Array>
}

const headBytes = 4096

/** Opens a file on a disk. @throws what the file system throws. */
export async function openPath(where: string, path: string, sizeBytes: number): Promise<CollectedFile> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    const read = (from = 0): AsyncIterable<Uint8Array> => createReadStream(path, { start: from })
    return { where, ...(await toHead(buffer.subarray(0, bytesRead))), sizeBytes, path, read }
  } finally {
    await handle.close()
  }
}

/** Opens what can be read once. @throws what the stream throws. */
export async function openStream(where: string, stream: AsyncIterable<Uint8Array>): Promise<CollectedFile> {
  const chunks = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let sizeBytes = 0
  while (sizeBytes < headBytes) {
    const next = await chunks.next()
    if (next.done === true) break
    first.push(next.value)
    sizeBytes += next.value.length
  }
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      yield* first
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value
    } finally {
      await chunks.return?.(undefined)
    }
  }
  return {
    where,
    ...(await toHead(Buffer.concat(first).subarray(0, headBytes))),
    sizeBytes: null,
    path: null,
    read,
  }
}

async function toHead(bytes: Uint8Array): Promise<Pick<CollectedFile, 'head' | 'isGzip'>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { head: bytes, isGzip: false }
  const unpacked: Uint8Array[] = []
  let sizeBytes = 0
  for await (const stretch of unpackGzip(Readable.from([bytes]))) {
    if (stretch.lost !== null || sizeBytes >= 16 * headBytes) break
    unpacked.push(stretch.bytes)
    sizeBytes += stretch.bytes.length
  }
  return { head: Buffer.concat(unpacked), isGzip: true }
}
