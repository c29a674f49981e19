/** The WHATWG label of an encoding, by any of its names; null for what is none. */
export function toCharset(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

/** Bytes to characters by a label of the WHATWG Encoding Standard; what is broken becomes U+FFFD. */
export function decodeWith(charset: string, bytes: Uint8Array): string {
  return charset === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(charset).decode(bytes)
}

/** The characters where all the bytes are valid UTF-8, else null. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The characters where the bytes are plainly UTF-8, whatever they are said to be (`charset`), else null.
 *
 * One accented letter is never valid by accident in an encoding of single bytes; two Chinese characters in GBK can
 * be, fifteen cannot.
 */
export function decodePlainUtf8(bytes: Uint8Array, charset: string): string | null {
  const fewest = isSingleByte(charset) ? 1 : 30
  return countHighBytes(bytes, fewest) < fewest ? null : decodeUtf8(bytes)
}

/** Whether text decoded as UTF-8 is right more often than wrong: cut off in a character, or with one bad paste. */
export function isMostlyUtf8(text: string): boolean {
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

/** Bytes 0x80 to 0x9f of windows-1252; the five holes are C1 controls, as the Encoding Standard has it. */
const windows1252High = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// Some Node releases decode windows-1252 as Latin-1, which turns every curly quotation mark into a control.
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(highControls, (character) => windows1252High[character.charCodeAt(0) - 0x80] ?? character)
}

const highControls = /[\u0080-\u009f]/g
