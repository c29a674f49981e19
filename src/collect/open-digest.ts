import { createHash } from 'node:crypto'

/** A digest that an archive states, to be checked as the bytes go by. */
export interface StatedDigest {
  readonly update: (bytes: Uint8Array) => void
  /** Whether the bytes that went by are those that were digested. Asked once. */
  readonly isRight: () => boolean
}

/**
 * Opens the check of a digest as WARC and data packages write it: `sha1:` or `sha256:` and the value in base 32,
 * base 16 or base 64. Null when nothing is stated, or by a function that is not known.
 */
export function openDigest(stated: string | undefined): StatedDigest | null {
  const [, label = '', value = ''] = /^([\w-]+):\s*(\S+)$/.exec(stated ?? '') ?? []
  const name = label.toLowerCase().replace(/^(md|sha)-/, '$1')
  const sizeBytes = sizes[name]
  if (sizeBytes === undefined) return null
  const expected = decode(value, sizeBytes)
  const hash = createHash(name)
  return {
    update: (bytes) => void hash.update(bytes),
    // A value that is in none of these bases is no digest of anything.
    isRight: () => expected !== null && hash.digest().equals(expected),
  }
}

const sizes: Readonly<Record<string, number>> = { md5: 16, sha1: 20, sha256: 32, sha512: 64 }

// 20 bytes are 40 digits of base 16, 32 of base 32 and 28 of base 64: the length tells which.
function decode(value: string, sizeBytes: number): Buffer | null {
  const bare = value.replace(/=+$/, '')
  if (bare.length === sizeBytes * 2) return /^[\da-f]+$/i.test(bare) ? Buffer.from(bare, 'hex') : null
  if (bare.length === Math.ceil((sizeBytes * 8) / 5)) return decodeBase32(bare, sizeBytes)
  // Buffer takes the alphabet for addresses (- and _) as well.
  return bare.length === Math.ceil((sizeBytes * 8) / 6) ? Buffer.from(bare, 'base64') : null
}

function decodeBase32(value: string, sizeBytes: number): Buffer | null {
  const bytes = Buffer.alloc(sizeBytes)
  let bits = 0
  let bitCount = 0
  let i = 0
  for (const character of value.toUpperCase()) {
    const digit = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character)
    if (digit === -1) return null
    bits = ((bits << 5) | digit) & 0xfff
    bitCount += 5
    if (bitCount < 8) continue
    bitCount -= 8
    bytes[i++] = (bits >> bitCount) & 0xff
  }
  return bytes
}
