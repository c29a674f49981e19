import type { Problem } from '../records/problem.ts'

/** A document beyond the limit; `sizeBytes` is null when reading stopped before its end was known. */
export function documentTooLarge(sizeBytes: number | null, maxSizeBytes: number): Problem {
  const limit = saySize(maxSizeBytes)
  const found =
    sizeBytes === null
      ? `larger than the limit of ${limit}`
      : `${saySize(sizeBytes)}, over the limit of ${limit}`
  return {
    code: 'document-too-large',
    message: `The document is ${found}; it was not read.`,
    advice: `If it is one article, allow it with --max-size MB${sizeBytes === null ? '' : ` (${Math.ceil(sizeBytes / mebibyte)} or more)`}.`,
  }
}

const mebibyte = 1024 * 1024

function saySize(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} bytes`
  if (sizeBytes < mebibyte) return `${Math.round(sizeBytes / 1024)} kB`
  return `${Number((sizeBytes / mebibyte).toFixed(1))} MB`
}
