import { createHash } from 'node:crypto'

/** The first 32 hex digits of the SHA-256 of the bytes (of the UTF-8, for text). */
export function contentAddress(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}
