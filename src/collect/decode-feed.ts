import { decodePlainUtf8, decodeUtf8, decodeWith, isMostlyUtf8, toCharset } from '../records/charsets.ts'
import type { Document } from '../records/document.ts'
import { replaceControls } from './replace-controls.ts'

/** The characters of a feed, the encoding that gave them (WHATWG label, or UTF-32), and what was wrong with it. */
export interface DecodedFeed {
  readonly text: string
  readonly charset: string
  readonly remarks: readonly string[]
}

/**
 * Bytes of XML or JSON to characters, as RFC 7303 orders it: byte order mark, the response's charset, the XML
 * declaration, else UTF-8; the old rule that `text/xml` without a charset is ASCII is gone.
 *
 * What the bytes contradict loses, and a remark says so: bytes that are valid, non-ASCII UTF-8 are UTF-8, and
 * invalid UTF-8 is what the XML declaration says, else windows-1252. Characters that XML forbids are left out;
 * line ends become `\n`. Never throws.
 */
export function decodeFeed(document: Pick<Document, 'bytes' | 'charset'>): DecodedFeed {
  const { text, charset, remarks } = decode(document.bytes, document.charset)
  const unmarked = text.startsWith('\ufeff') ? text.slice(1) : text
  const storable = replaceControls(unmarked, '')
  const lost = unmarked.length - storable.length
  return {
    text: storable.includes('\r') ? storable.replace(/\r\n?/g, '\n') : storable,
    charset,
    remarks: lost === 0 ? remarks : [...remarks, `${lost} characters that XML forbids were left out.`],
  }
}

function decode(bytes: Uint8Array, httpCharset: string | null): DecodedFeed {
  const wide = findWideCharset(bytes)
  if (wide !== null) {
    const text = wide.startsWith('utf-32') ? decodeUtf32(bytes, wide === 'utf-32le') : decodeWith(wide, bytes)
    return { text, charset: wide, remarks: [] }
  }
  const declared = [unquote(httpCharset), findDeclared(bytes)].filter((label) => label !== null)
  const charsets = declared.map(toCharset).filter((charset) => charset !== null)
  const remarks = declared
    .filter((label) => toCharset(label) === null)
    .map((label) => `No encoding is called “${label.slice(0, 40)}”.`)
  const utf8 = decodeUtf8(bytes)
  const [first = 'utf-8'] = charsets
  if (first === 'utf-8') {
    if (utf8 !== null) return { text: utf8, charset: 'utf-8', remarks }
    const other = charsets.find((charset) => charset !== 'utf-8')
    const lenient = new TextDecoder('utf-8').decode(bytes)
    // A feed with one bad paste, or cut off within a character, is still UTF-8.
    if (other === undefined && isMostlyUtf8(lenient)) {
      return { text: lenient, charset: 'utf-8', remarks: [...remarks, 'Some bytes are not UTF-8.'] }
    }
    const charset = other ?? 'windows-1252'
    return {
      text: decodeWith(charset, bytes),
      charset,
      remarks: [...remarks, `${describe(declared)} and is not in UTF-8; it was read as ${charset}.`],
    }
  }
  const plain = decodePlainUtf8(bytes, first)
  if (plain !== null) {
    return { text: plain, charset: 'utf-8', remarks: [...remarks, `It says ${first} and is in UTF-8.`] }
  }
  return { text: decodeWith(first, bytes), charset: first, remarks }
}

const describe = (declared: readonly string[]): string =>
  declared.length === 0
    ? 'It names no encoding'
    : `It says ${declared.map((label) => label.slice(0, 40)).join(', then ')}`

/** By byte order mark, or by the zero bytes beside the first `<` (XML 1.0, appendix F); null when one byte or UTF-8. */
function findWideCharset(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c))) return 'utf-32be'
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le'
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le'
  if ((a === 0xff && b === 0xfe) || (isOpening(a) && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && isOpening(b))) return 'utf-16be'
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : null
}

const isOpening = (byte: number | undefined): boolean => byte === 0x3c || byte === 0x7b // < and {

function findDeclared(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const label = /<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1] ?? null
  // A declaration that could be read byte by byte is in no wide encoding, whatever it says.
  return label === null || /^(?:utf|ucs)[-_]?(?:16|32|2|4)/i.test(label) ? null : label
}

// Content-type: text/xml; charset='koi8-r'
const unquote = (label: string | null): string | null => label?.replace(/^['"\s]+|['"\s;]+$/g, '') || null

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian)
    const isCharacter = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    parts.push(isCharacter ? String.fromCodePoint(point) : '\ufffd')
  }
  return parts.join('')
}
