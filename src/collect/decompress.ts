import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'

/** The encodings that are asked for. */
export const acceptedEncodings = 'gzip, br, deflate'

/** What decompressing came to: the bytes, or why there are none. */
export type Decompressed =
  | { readonly bytes: Uint8Array }
  | { readonly failure: 'too-large' | 'broken' | 'unknown' }

/**
 * Undoes a response's `Content-Encoding`, last encoding first. Stops at the limit: a few kilobytes that unfold to
 * gigabytes cost no more than `maxSizeBytes`.
 */
export async function decompress(
  bytes: Uint8Array,
  contentEncoding: string,
  maxSizeBytes: number,
): Promise<Decompressed> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  // Nobody compresses twice in good faith.
  if (encodings.length > 2) return { failure: 'unknown' }
  let current = bytes
  for (const encoding of encodings.reverse()) {
    const decoder = decoders[encoding]
    if (decoder === undefined) return { failure: 'unknown' }
    // Some servers announce an encoding for an empty answer.
    if (current.length === 0) break
    try {
      current = await decoder(current, { maxOutputLength: maxSizeBytes })
    } catch (error) {
      const isTooLarge =
        error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      return { failure: isTooLarge ? 'too-large' : 'broken' }
    }
  }
  return { bytes: current }
}

type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>

const gunzipAll: Decoder = promisify(gunzip)
const inflateWrapped: Decoder = promisify(inflate)
const inflateBare: Decoder = promisify(inflateRaw)

const decoders: Readonly<Record<string, Decoder | undefined>> = {
  gzip: gunzipAll,
  'x-gzip': gunzipAll,
  br: promisify(brotliDecompress),
  // RFC 9110 means the zlib format; some servers send the bare stream.
  deflate: (bytes, options) =>
    (((bytes[0] ?? 0) & 0x0f) === 8 ? inflateWrapped : inflateBare)(bytes, options),
}
