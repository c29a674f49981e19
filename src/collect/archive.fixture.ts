import { createHash } from 'node:crypto'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

/** A page of our own, long enough to be an article. */
export const bridgeHtml = `<!doctype html><html lang="en"><head><title>Bridge to open again</title></head><body><article><h1>Bridge to open again</h1>
<p>The old bridge over the Alder will open again before the winter, the regional government of Selgrad said on Tuesday after a meeting that lasted until midnight.</p>
<p>“We have checked every bolt,” said Ewa Nowak, the minister of transport, who had closed it in March after the flood.</p></article></body></html>`

export interface RecordParts {
  readonly type?: string
  readonly url?: string
  readonly date?: string
  /** Of the HTTP answer, one a line. */
  readonly header?: readonly string[]
  readonly status?: string
  readonly body?: string | Uint8Array
  /** WARC header lines beside the usual. */
  readonly more?: readonly string[]
  /** What Content-Length says, when that is not so. */
  readonly length?: number
  readonly id?: string
}

/** A WARC record of an HTTP answer with status 200, HTML unless told otherwise, with its digests. */
export function warcRecord({
  type = 'response',
  url = 'https://meridianpost.example/bridge',
  date = '2024-03-05T10:00:00Z',
  header = ['Content-Type: text/html; charset=utf-8'],
  status = '200 OK',
  body = bridgeHtml,
  more = [],
  length,
  id = `<urn:uuid:${type}-${url}-${date}>`,
}: RecordParts = {}): Buffer {
  const payload = Buffer.from(body)
  const isHttp = type === 'response' || type === 'revisit'
  const block = isHttp
    ? Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${header.join('\r\n')}\r\n\r\n`), payload])
    : payload
  const contentType = isHttp
    ? 'application/http; msgtype=response'
    : (header[0]?.replace(/^Content-Type: /, '') ?? 'application/warc-fields')
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: ${id}`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date}`,
    `WARC-Block-Digest: ${digest(block)}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${length ?? block.length}`,
    ...more,
  ].join('\r\n')
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])
}

export const digest = (bytes: Uint8Array | string): string =>
  `sha1:${createHash('sha1').update(bytes).digest('hex')}`

export const sha256 = (bytes: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** Each record in a gzip member of its own. */
export const packEach = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)))

/** A ZIP of files as they are, or deflated. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  { isDeflated = false }: { readonly isDeflated?: boolean } = {},
): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const packed = isDeflated ? deflateRawSync(bytes) : bytes
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x800, 2)
    shared.writeUInt16LE(isDeflated ? 8 : 0, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, tail, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}
