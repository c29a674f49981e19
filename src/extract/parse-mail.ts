/** One part of a mail or MHTML file that is no container of parts. */
export interface MailPart {
  /** Names in lower case, folded lines joined. */
  readonly headers: ReadonlyMap<string, string>
  /** Without parameters, lower-case; `text/plain` where nothing says, as RFC 2045 has it. */
  readonly mediaType: string
  readonly charset: string | null
  /** Whether the file ended before the part did. */
  readonly isCut: boolean
  /** Its content, with the transfer encoding undone. */
  readonly read: () => Uint8Array
}

/** A mail (RFC 5322) or a page saved as one (MHTML, RFC 2557). */
export interface Mail {
  readonly headers: ReadonlyMap<string, string>
  /** `start` of a `multipart/related`: the Content-ID of the part that is the page. */
  readonly start: string | null
  /** In their order, those of parts within parts among them. */
  readonly parts: readonly MailPart[]
}

/** No mail has more; a file that says so is made to break readers. */
const mostParts = 10_000
const mostDepth = 8

/** Takes a mail apart; linear in its size, and what is not asked for is not decoded. Never throws. */
export function parseMail(bytes: Uint8Array): Mail {
  // One character a byte: the parts are in encodings of their own.
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  // “From jane@site.example Mon Mar  4” divides the mails of a mailbox.
  const from = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:From [^\n]{1,200}\n)?/.exec(source)?.[0].length ?? 0
  const { headers, bodyAt } = readHeaders(source, from, source.length)
  const parts: MailPart[] = []
  addParts({ source, start: from, end: source.length, isCut: false, depth: 0 }, parts)
  const start = parameter(headers.get('content-type') ?? '', 'start')
  return { headers, start: bodyAt === source.length ? null : start, parts }
}

/** The value of a header as words: `=?utf-8?Q?F=C3=A4hre?=` is “Fähre” (RFC 2047). */
export function decodeHeader(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?([\w-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?\s]*)\?=/gi, (whole, charset, encoding, words) => {
      const bytes = /b/i.test(String(encoding))
        ? Buffer.from(String(words), 'base64')
        : undoQuotedPrintable(String(words).replaceAll('_', ' '))
      try {
        return new TextDecoder(String(charset)).decode(bytes)
      } catch {
        return String(whole)
      }
    })
}

interface Entity {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly isCut: boolean
  readonly depth: number
}

function addParts({ source, start, end, isCut, depth }: Entity, parts: MailPart[]): void {
  const { headers, bodyAt } = readHeaders(source, start, end)
  const contentType = headers.get('content-type') ?? 'text/plain'
  const mediaType = (/^[^;\s]+/.exec(contentType)?.[0] ?? 'text/plain').toLowerCase()
  const boundary = mediaType.startsWith('multipart/') ? parameter(contentType, 'boundary') : null
  if (boundary === null || boundary === '' || depth >= mostDepth) {
    if (mediaType.startsWith('multipart/') || parts.length >= mostParts) return
    const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase()
    parts.push({
      headers,
      mediaType,
      charset: parameter(contentType, 'charset'),
      isCut,
      read: () => undoTransfer(source.slice(bodyAt, end), encoding),
    })
    return
  }
  const mark = `--${boundary}`
  let from = -1
  for (
    let at = findMark(source, mark, bodyAt, end);
    at !== -1;
    at = findMark(source, mark, at + mark.length, end)
  ) {
    // The line end before a boundary belongs to it.
    if (from !== -1)
      addParts({ source, start: from, end: lineEndBefore(source, at), isCut: false, depth: depth + 1 }, parts)
    if (source.startsWith('--', at + mark.length)) return
    const line = source.indexOf('\n', at)
    from = line === -1 || line >= end ? end : line + 1
  }
  if (from !== -1 && from < end) addParts({ source, start: from, end, isCut: true, depth: depth + 1 }, parts)
}

/** Where a boundary stands at the start of a line; -1 for nowhere before `end`. */
function findMark(source: string, mark: string, from: number, end: number): number {
  for (
    let at = source.indexOf(mark, from);
    at !== -1 && at < end;
    at = source.indexOf(mark, at + mark.length)
  ) {
    const isLine = at === 0 || source[at - 1] === '\n'
    if (isLine && /^(?:--)?[ \t]*(?:\r?\n|$)/.test(source.slice(at + mark.length, at + mark.length + 80)))
      return at
  }
  return -1
}

const lineEndBefore = (source: string, at: number): number =>
  source[at - 1] !== '\n' ? at : source[at - 2] === '\r' ? at - 2 : at - 1

const longestHeader = 262_144

function readHeaders(source: string, start: number, end: number) {
  const headers = new Map<string, string>()
  const limit = Math.min(end, start + longestHeader)
  let at = start
  let last: string | null = null
  while (at < limit) {
    const lineEnd = source.indexOf('\n', at)
    const next = lineEnd === -1 || lineEnd >= end ? end : lineEnd + 1
    const line = source.slice(at, next).trimEnd()
    at = next
    if (line === '') break
    const named = /^([!-9;-~]+)\s*:\s*(.*)$/.exec(line)
    if (named !== null && !/^\s/.test(line)) {
      last = (named[1] ?? '').toLowerCase()
      headers.set(last, named[2] ?? '')
    } else if (last !== null) headers.set(last, `${headers.get(last)} ${line.trim()}`)
  }
  return { headers, bodyAt: at }
}

function parameter(value: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value)
  return found?.[1] ?? found?.[2] ?? null
}

function undoTransfer(text: string, encoding: string): Uint8Array {
  if (encoding === 'quoted-printable') return undoQuotedPrintable(text)
  if (encoding === 'base64') return Buffer.from(text, 'base64')
  return Buffer.from(text, 'latin1')
}

// RFC 2045, section 6.7. What is no code stands for itself.
function undoQuotedPrintable(text: string): Buffer {
  const bytes = Buffer.from(text.replace(/=[ \t]{0,20}\r?\n/g, ''), 'latin1')
  let to = 0
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes[i] === 0x3d ? /^[\da-f]{2}$/i.exec(bytes.toString('latin1', i + 1, i + 3)) : null
    bytes[to++] = code === null ? (bytes[i] ?? 0) : Number.parseInt(code[0], 16)
    if (code !== null) i += 2
  }
  return bytes.subarray(0, to)
}
