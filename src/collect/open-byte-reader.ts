import type { Stretch } from './unpack-gzip.ts'

/** Reads stretches of bytes as one stream that stops where something was lost. */
export interface ByteReader {
  /** Offset in the file of the next byte, or of the gzip member that it was packed in. */
  readonly at: number
  /** Why there are no more bytes for now; null at the end of the file, and as long as none are missing. */
  readonly lost: string | null
  /** Where in the file the loss is; that of the next byte when there is none. */
  readonly lostAt: number
  /** What is at hand. */
  readonly bytes: Buffer
  /** Whether so many bytes are at hand; false where the file ends or something was lost before. */
  readonly fill: (sizeBytes: number) => Promise<boolean>
  readonly skip: (sizeBytes: number) => void
  /** Puts bytes back that were read. */
  readonly giveBack: (bytes: Uint8Array) => void
  /** Goes on behind what was lost. */
  readonly passLoss: () => void
  /** A line without its end; null when there is none, or none of at most `limitBytes`. */
  readonly readLine: (limitBytes: number) => Promise<string | null>
  readonly close: () => Promise<void>
}

/** Opens a reader; it holds one stretch at a time, or as much as a caller fills. Must be closed. */
export function openByteReader(stretches: AsyncGenerator<Stretch>, isPacked: boolean): ByteReader {
  let bytes: Buffer = Buffer.alloc(0)
  /** Where the bytes at hand come from, in their order. */
  let marks: { readonly at: number; readonly sizeBytes: number }[] = []
  let pending: Stretch | null = null
  let at = 0

  function append(stretch: Stretch): void {
    if (stretch.bytes.length === 0) return
    const given = Buffer.from(stretch.bytes.buffer, stretch.bytes.byteOffset, stretch.bytes.length)
    const last = marks.at(-1)
    if (last !== undefined && (last.at === stretch.at || !isPacked)) {
      marks[marks.length - 1] = { at: last.at, sizeBytes: last.sizeBytes + given.length }
    } else marks.push({ at: stretch.at, sizeBytes: given.length })
    bytes = bytes.length === 0 ? given : Buffer.concat([bytes, given])
  }

  const reader: ByteReader = {
    get at() {
      return marks[0]?.at ?? at
    },
    get lost() {
      return pending?.lost ?? null
    },
    get lostAt() {
      return pending?.at ?? reader.at
    },
    get bytes() {
      return bytes
    },
    fill: async (sizeBytes) => {
      while (bytes.length < sizeBytes) {
        if (pending !== null) return false
        const next = await stretches.next()
        if (next.done === true) return false
        if (next.value.lost !== null) pending = next.value
        else append(next.value)
      }
      return true
    },
    skip: (sizeBytes) => {
      bytes = bytes.subarray(sizeBytes)
      let left = sizeBytes
      for (let first = marks[0]; first && left > 0; first = marks[0]) {
        if (first.sizeBytes > left) {
          marks[0] = { at: isPacked ? first.at : first.at + left, sizeBytes: first.sizeBytes - left }
          return
        }
        left -= first.sizeBytes
        at = first.at + (isPacked ? 0 : first.sizeBytes)
        marks = marks.slice(1)
      }
    },
    giveBack: (given) => {
      if (given.length === 0) return
      const { at: next } = reader
      marks = [{ at: isPacked ? next : next - given.length, sizeBytes: given.length }, ...marks]
      bytes = Buffer.concat([given, bytes])
    },
    passLoss: () => {
      if (pending === null) return
      const stretch = pending
      pending = null
      append(stretch)
    },
    readLine: async (limitBytes) => {
      for (let from = 0; ; ) {
        const end = bytes.indexOf(10, from)
        if (end > limitBytes || (end === -1 && bytes.length > limitBytes)) return null
        if (end !== -1) {
          const line = bytes.toString('utf8', 0, end > 0 && bytes[end - 1] === 13 ? end - 1 : end)
          reader.skip(end + 1)
          return line
        }
        from = bytes.length
        if (!(await reader.fill(from + 1))) return null
      }
    },
    close: async () => {
      await stretches.return(undefined)
    },
  }
  return reader
}
