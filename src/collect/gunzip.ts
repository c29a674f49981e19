import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** Unpacks a stream of gzip; ends with an error (code `Z_…`) where it is broken or cut off. */
export function gunzip(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(stream)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  unpacked.on('close', () => source.destroy())
  return source.pipe(unpacked)
}
