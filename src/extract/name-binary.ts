const signatures: readonly (readonly [name: string, bytes: readonly number[], offset?: number])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a WebP image', [0x57, 0x45, 0x42, 0x50], 8],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68, 0x39]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['an MP3 recording', [0x49, 0x44, 0x33]],
  ['an MP4 video', [0x66, 0x74, 0x79, 0x70], 4],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a PostScript file', [0x25, 0x21, 0x50, 0x53]],
]

/**
 * What a document is when it is no text: “a PDF”, “a PNG image”, “binary data”; null when it may be text.
 *
 * Looks at signatures first, then for NUL bytes in the first 8 kB. Text in UTF-16 or UTF-32 is full of NULs:
 * settle those encodings before asking.
 */
export function nameBinary(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return nameZip(bytes)
  if (startsWith(bytes, [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74])) return namePropertyList(bytes)
  for (const [name, signature, offset = 0] of signatures) {
    if (startsWith(bytes, signature, offset)) return name
  }
  return bytes.subarray(0, 8192).includes(0) ? 'binary data' : null
}

/** What to try with a document that is no text, given what it is. */
export function adviseOnBinary(name: string): string {
  if (/PDF|Office|Word|OpenDocument|RTF|PostScript|EPUB/.test(name)) {
    return 'Save its text as .txt (for a PDF: pdftotext FILE) or read the web page it was made from.'
  }
  if (/Safari/.test(name))
    return 'Open it in Safari and save it as “Page Source”, or save the page from another browser.'
  if (/archive|ZIP/.test(name)) return 'Unpack it and give the page or the folder inside.'
  if (/image/.test(name))
    return 'Hearsay reads no pictures: give the page that shows it, or its words as .txt.'
  return 'Give a saved web page (HTML) or plain text.'
}

function nameZip(bytes: Uint8Array): string {
  // The first entry of these formats names them; its name starts at byte 30 of the local header.
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (head.includes('word/')) return 'a Word document'
  if (head.includes('application/vnd.oasis')) return 'an OpenDocument file'
  if (head.includes('application/epub')) return 'an EPUB book'
  if (/\b(?:xl|ppt)\//.test(head) || head.includes('[Content_Types].xml')) return 'an Office document'
  return 'a ZIP archive'
}

// Safari’s “Web Archive”: a property list whose first key names the page.
const namePropertyList = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 4096)).includes('WebMainResource')
    ? 'a Safari web archive'
    : 'a property list of macOS'

function startsWith(bytes: Uint8Array, signature: readonly number[], offset = 0): boolean {
  return signature.every((byte, i) => bytes[offset + i] === byte)
}
