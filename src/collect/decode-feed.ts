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
 * line ends become `\n`. Never throws. (Another room decodes pages, which declare their charset otherwise.)
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
  if (wide !== null) return { text: decodeWith(wide, bytes), charset: wide, remarks: [] }
  const declared = [unquote(httpCharset), findDeclared(bytes)].filter((label) => label !== null)
  const charsets = declared.map(toKnown).filter((charset) => charset !== null)
  const remarks = declared
    .filter((label) => toKnown(label) === null)
    .map((label) => `No encoding is called “${label.slice(0, 40)}”.`)
  const utf8 = toUtf8(bytes)
  const [first = 'utf-8'] = charsets
  if (first === 'utf-8') {
    if (utf8 !== null) return { text: utf8, charset: 'utf-8', remarks }
    const other = charsets.find((charset) => charset !== 'utf-8')
    const lenient = new TextDecoder('utf-8').decode(bytes)
    // A feed with one bad paste, or cut off within a character, is still UTF-8.
    if (other === undefined && isMostlyWhole(lenient)) {
      return { text: lenient, charset: 'utf-8', remarks: [...remarks, 'Some bytes are not UTF-8.'] }
    }
    const charset = other ?? 'windows-1252'
    return {
      text: decodeWith(charset, bytes),
      charset,
      remarks: [...remarks, `${describe(declared)} and is not in UTF-8; it was read as ${charset}.`],
    }
  }
  // Two Chinese characters in GBK can happen to be valid UTF-8, fifteen cannot; one accented letter never is.
  const fewest = isSingleByte(first) ? 1 : 30
  if (utf8 !== null && countHighBytes(bytes, fewest) >= fewest) {
    return { text: utf8, charset: 'utf-8', remarks: [...remarks, `It says ${first} and is in UTF-8.`] }
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

function toKnown(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

function toUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function isMostlyWhole(text: string): boolean {
  let broken = 0
  let whole = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0xfffd) broken++
    else if (unit > 0x7f) whole++
  }
  return whole > broken
}

const isSingleByte = (charset: string): boolean =>
  /^(?:windows-\d+|iso-8859-\d+(?:-i)?|macintosh|koi8-[ru]|ibm866|x-mac-cyrillic)$/.test(charset)

function countHighBytes(bytes: Uint8Array, enough: number): number {
  let count = 0
  for (const byte of bytes) if (byte > 0x7f && ++count >= enough) break
  return count
}

function decodeWith(charset: string, bytes: Uint8Array): string {
  if (charset === 'windows-1252') return decodeWindows1252(bytes)
  if (charset === 'utf-32le' || charset === 'utf-32be') return decodeUtf32(bytes, charset === 'utf-32le')
  return new TextDecoder(charset).decode(bytes)
}

// Some Node releases decode windows-1252 as Latin-1, which turns every curly quotation mark into a control.
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(highControls, (character) => windows1252High[character.charCodeAt(0) - 0x80] ?? character)
}

const highControls = /[\u0080-\u009f]/g

/** Bytes 0x80 to 0x9f; the five holes are C1 controls, as the Encoding Standard has it. */
const windows1252High = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

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
