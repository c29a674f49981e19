/** The first bytes of a stream, up to the limit; the rest is not waited for, and the stream is closed. */
export async function readPrefix(stream: AsyncIterable<Uint8Array>, sizeBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let hadBytes = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    hadBytes += chunk.length
    if (hadBytes >= sizeBytes) break
  }
  return Buffer.concat(chunks).subarray(0, sizeBytes)
}
