import { decodePlainUtf8, decodeWith, isMostlyUtf8, toCharset } from '../records/charsets.ts'
import { toStorable } from './clean-text.ts'

/** The words of a document, and the encoding that gave them (a label of the WHATWG Encoding Standard). */
export interface Decoded {
  readonly text: string
  readonly charset: string
}

/**
 * Bytes to characters, in the order browsers ask: byte order mark, the response's charset, the page's own
 * `<meta charset>`, else UTF-8 when the bytes are valid UTF-8, else windows-1252.
 *
 * A declaration that the bytes contradict loses: a page that says ISO-8859-1 and is valid, non-ASCII UTF-8 is
 * UTF-8, since such an accident does not happen in real text. Line ends become `\n`. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, charset: string | null): Decoded {
  const declared = byteOrderMark(bytes) ?? guessUtf16(bytes) ?? known(charset) ?? known(declaredInPage(bytes))
  const decoded = decodeAs(bytes, declared)
  return { ...decoded, text: toStorable(decoded.text.replace(/\r\n?/g, '\n')) }
}

/** UTF-16 by its byte order mark, or by NULs on one side only of 2 kB of byte pairs; null for anything else. */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const mark = byteOrderMark(bytes)
  if (mark === 'utf-16le' || mark === 'utf-16be') return mark
  const head = bytes.subarray(0, 2048)
  const nuls = [0, 0]
  for (const [i, byte] of head.entries()) if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const most = head.length / 2
  // A third of the pairs: spaces, digits and markup alone reach that in any script's page.
  if (most < 4) return null
  if (odd > most / 3 && even < most / 100) return 'utf-16le'
  if (even > most / 3 && odd < most / 100) return 'utf-16be'
  return null
}

function decodeAs(bytes: Uint8Array, declared: string | null): Decoded {
  if (declared !== null && declared !== 'utf-8') {
    const utf8 = decodePlainUtf8(bytes, declared)
    if (utf8 !== null) return { text: utf8, charset: 'utf-8' }
    return { text: decodeWith(declared, bytes), charset: declared }
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!text.includes('\ufffd')) return { text, charset: 'utf-8' }
  // Wrong more often than right, whatever was declared: it is the other common encoding.
  if (!isMostlyUtf8(text) && !startsWithMark(bytes)) {
    return { text: decodeWith('windows-1252', bytes), charset: 'windows-1252' }
  }
  return { text, charset: 'utf-8' }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (startsWithMark(bytes)) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

const startsWithMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

function declaredInPage(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const found =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head)
  // A page that could be read far enough to find this is not in UTF-16, whatever it says.
  return found?.[1] === undefined ? null : found[1].replace(/^utf-?16.*/i, 'utf-8')
}

const known = (charset: string | null): string | null => (charset === null ? null : toCharset(charset))
