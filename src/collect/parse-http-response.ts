/** An HTTP response as an archive keeps it. */
export interface HttpResponse {
  readonly status: number
  /** Names in lower case; of a name that comes twice, the values with a comma between. */
  readonly headers: Readonly<Record<string, string>>
  /** As it was sent, transfer encoding and all. */
  readonly sent: Uint8Array
  /** Without the transfer encoding; the content encoding is still on it. */
  readonly body: Uint8Array
  /** Whether as much of it came as its own header says; null when that says nothing. */
  readonly isWhole: boolean | null
}

/** A header longer than this is none. */
const longestHeaderBytes = 256 * 1024

/** Parses a response: status line, header, body, and undoes `chunked`. Null when it is no HTTP response. */
export function parseHttpResponse(block: Uint8Array): HttpResponse | null {
  const buffer = Buffer.from(block.buffer, block.byteOffset, block.length)
  const end = findHeaderEnd(buffer)
  const [statusLine = '', ...lines] = buffer
    .toString('utf8', 0, Math.min(end.header, longestHeaderBytes))
    .split(/\r?\n/)
  const status = Number(/^(?:HTTP\/\d(?:\.\d)?|ICY)\s+(\d{3})\b/i.exec(statusLine)?.[1] ?? Number.NaN)
  if (Number.isNaN(status)) return null
  const headers = parseHeaders(lines)
  const sent = buffer.subarray(end.body)
  if (/\bchunked\b/i.test(headers['transfer-encoding'] ?? '')) {
    const chunks = undoChunks(sent)
    // Some crawlers keep the header of what they have unpacked.
    if (chunks !== null) return { status, headers, sent, body: chunks.body, isWhole: chunks.isWhole }
  }
  const length = headers['content-length']
  const isWhole = length !== undefined && /^\d+$/.test(length) ? sent.length >= Number(length) : null
  return { status, headers, sent, body: sent, isWhole }
}

function findHeaderEnd(buffer: Buffer): { readonly header: number; readonly body: number } {
  for (let i = buffer.indexOf(10); i !== -1 && i < longestHeaderBytes; i = buffer.indexOf(10, i + 1)) {
    if (buffer[i + 1] === 10) return { header: i, body: i + 2 }
    if (buffer[i + 1] === 13 && buffer[i + 2] === 10) return { header: i, body: i + 3 }
  }
  return { header: buffer.length, body: buffer.length }
}

/** Headers by name; visitors' cookies are of no use to a reader, and nobody else's business. */
function parseHeaders(lines: readonly string[]): Readonly<Record<string, string>> {
  const headers = new Map<string, string>()
  for (const line of lines) {
    const [, name, value = ''] = /^([^\s:]+)\s*:\s*(.*)$/s.exec(line) ?? []
    const key = name?.toLowerCase()
    if (key === undefined || /(?:^|-)set-cookie2?$/.test(key)) continue
    const before = headers.get(key)
    headers.set(key, before === undefined ? value.trim() : `${before}, ${value.trim()}`)
  }
  return Object.fromEntries(headers)
}

// RFC 9112, section 7.1. Null when the first line is no chunk's: the body is not chunked, whatever its header says.
function undoChunks(sent: Buffer): { readonly body: Uint8Array; readonly isWhole: boolean } | null {
  const chunks: Uint8Array[] = []
  for (let i = 0; ; ) {
    const end = sent.indexOf(10, i)
    const line = end === -1 || end - i > 1000 ? '' : sent.toString('latin1', i, end)
    const size = /^\s*([\da-f]{1,8})\s*(?:;.*)?\s*$/i.exec(line)?.[1]
    if (size === undefined) return i === 0 ? null : { body: Buffer.concat(chunks), isWhole: false }
    const sizeBytes = Number.parseInt(size, 16)
    if (sizeBytes === 0) return { body: Buffer.concat(chunks), isWhole: true }
    const start = end + 1
    chunks.push(sent.subarray(start, start + sizeBytes))
    if (start + sizeBytes > sent.length) return { body: Buffer.concat(chunks), isWhole: false }
    i = start + sizeBytes
    if (sent[i] === 13) i++
    if (sent[i] === 10) i++
  }
}
