/**
 * The bytes of a stream; null as soon as there are more than the limit, and the stream is closed.
 *
 * @throws what the stream throws.
 */
export async function readLimited(
  stream: AsyncIterable<Uint8Array>,
  maxSizeBytes: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of stream) {
    sizeBytes += chunk.length
    if (sizeBytes > maxSizeBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
