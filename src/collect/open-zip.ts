import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'

/** Where a ZIP lies: a file, or a stretch of one, for a ZIP that lies unpacked in another. */
export interface ZipPlace {
  readonly path: string
  readonly from: number
  readonly sizeBytes: number
}

/** One file in a ZIP. */
export interface ZipEntry {
  /** As the ZIP has it, whatever it says: to be compared, never to be opened. */
  readonly name: string
  readonly sizeBytes: number
  /** Opens its bytes, from an offset on. @throws {Error} when the ZIP packs it in a way that is not known. */
  readonly open: (from?: number) => Promise<AsyncIterable<Uint8Array>>
  /** Where it lies; null when it is packed. */
  readonly locate: () => Promise<ZipPlace | null>
}

/** An open ZIP; must be closed. */
export interface Zip {
  readonly entries: readonly ZipEntry[]
  readonly close: () => void
}

/** More files than this are no crawl of pages; each takes memory as long as the ZIP is open. */
const mostEntries = 100_000

/** Opens a ZIP by the directory at its end. @throws {Error} when there is none, or it is broken. */
export async function openZip(place: ZipPlace): Promise<Zip> {
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true } as const
  const zip = await fromRandomAccessReaderPromise(new Section(place), place.sizeBytes, options)
  const entries: ZipEntry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length === mostEntries) throw new Error(`it holds more than ${mostEntries} files`)
      entries.push(toEntry(zip, entry, place))
    }
  } catch (error) {
    zip.close()
    throw error
  }
  return { entries, close: () => zip.close() }
}

function toEntry(zip: ZipFile, entry: Entry, { path, from: base }: ZipPlace): ZipEntry {
  const isStored = entry.compressionMethod === 0 && !entry.isEncrypted()
  return {
    name: entry.fileNameRaw.toString('utf8'),
    sizeBytes: entry.uncompressedSize,
    open: async (from = 0) => {
      const stream = await zip.openReadStreamPromise(
        entry,
        isStored && from > 0 ? { start: from } : undefined,
      )
      return isStored || from === 0 ? stream : skip(stream, from)
    },
    locate: async () => {
      if (!isStored) return null
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
      return { path, from: base + fileDataStart, sizeBytes: entry.compressedSize }
    },
  }
}

async function* skip(stream: AsyncIterable<Uint8Array>, sizeBytes: number): AsyncGenerator<Uint8Array> {
  let left = sizeBytes
  for await (const chunk of stream) {
    if (left < chunk.length) yield chunk.subarray(left)
    left = Math.max(0, left - chunk.length)
  }
}

/** A stretch of a file, as yauzl reads it. */
class Section extends RandomAccessReader {
  readonly #place: ZipPlace

  constructor(place: ZipPlace) {
    super()
    this.#place = place
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { path, from } = this.#place
    // The end of a range is not in it here, and is in it there.
    return end <= start
      ? Readable.from([])
      : createReadStream(path, { start: from + start, end: from + end - 1 })
  }
}
