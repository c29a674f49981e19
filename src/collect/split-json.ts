/** One value of a list, as bytes, with its number; or why it could not be had. */
export type ListItem =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly tooLarge: true }
  | { readonly number: number; readonly isCut: true }

/**
 * Cuts lines apart, numbered from 1; empty ones are left out. A line beyond the limit is said and passed over.
 * Holds one line at a time.
 *
 * @throws what the stream throws.
 */
export async function* splitLines(
  stream: AsyncIterable<Uint8Array>,
  maxSizeBytes: number,
): AsyncGenerator<ListItem> {
  let parts: Uint8Array[] = []
  let sizeBytes = 0
  let number = 1
  const take = (bytes: Uint8Array): void => {
    sizeBytes += bytes.length
    if (sizeBytes <= maxSizeBytes) parts.push(bytes)
    else parts = []
  }
  const end = (): ListItem | null => {
    const line = Buffer.concat(parts)
    const item: ListItem = sizeBytes > maxSizeBytes ? { number, tooLarge: true } : { number, bytes: line }
    parts = []
    sizeBytes = 0
    number++
    return 'bytes' in item && isBlank(line) ? null : item
  }
  for await (const chunk of stream) {
    let start = 0
    for (let i = chunk.indexOf(10); i !== -1; i = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, i))
      start = i + 1
      const item = end()
      if (item !== null) yield item
    }
    take(chunk.subarray(start))
  }
  const item = end()
  if (item !== null) yield item
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 0x20)

/**
 * Cuts the objects of a JSON array, or objects that follow each other over several lines, apart; numbered from 1.
 * What stands between them is not looked at. Holds one object at a time.
 *
 * @throws what the stream throws.
 */
export async function* splitObjects(
  stream: AsyncIterable<Uint8Array>,
  maxSizeBytes: number,
): AsyncGenerator<ListItem> {
  let parts: Uint8Array[] = []
  let sizeBytes = 0
  let number = 0
  let depth = 0
  let isInString = false
  let isEscaped = false
  const take = (bytes: Uint8Array): void => {
    sizeBytes += bytes.length
    if (sizeBytes <= maxSizeBytes) parts.push(bytes)
    else parts = []
  }
  for await (const chunk of stream) {
    let start = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]
      if (isInString) {
        if (isEscaped) isEscaped = false
        else if (byte === backslash) isEscaped = true
        else if (byte === quote) isInString = false
      } else if (byte === quote) isInString = depth > 0
      else if (byte === brace) {
        if (depth++ === 0) start = i
      } else if (byte === endBrace && depth > 0 && --depth === 0) {
        take(chunk.subarray(start, i + 1))
        number++
        yield sizeBytes > maxSizeBytes ? { number, tooLarge: true } : { number, bytes: Buffer.concat(parts) }
        parts = []
        sizeBytes = 0
      }
    }
    if (depth > 0) take(chunk.subarray(start))
  }
  if (depth > 0) yield { number: number + 1, isCut: true }
}

const quote = 0x22
const backslash = 0x5c
const brace = 0x7b
const endBrace = 0x7d
