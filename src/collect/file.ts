import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Document, Uncollected } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import type { Collector, CollectSettings } from './collector.ts'
import { documentTooLarge } from './document-too-large.ts'
import { explainUnreadable } from './explain-unreadable.ts'
import { readLimited } from './read-limited.ts'

/** A path to a file or a pipe (`<(command)`), or a `file:` address; takes whatever is left. */
export const fileCollector: Collector = {
  name: 'file',
  takes: () => true,
  async *collect(place, settings) {
    yield await collectFile(place, settings)
  },
}

/** Reads one file. Its size is looked at first, and again while reading: a pipe has none, and a file may grow. */
export async function collectFile(
  where: string,
  { maxSizeBytes, now }: CollectSettings,
): Promise<Document | Uncollected> {
  try {
    const path = where.startsWith('file:') ? fileURLToPath(where) : where
    const stats = await stat(path)
    if (stats.isFile() && stats.size > maxSizeBytes) {
      return { where, problem: documentTooLarge(stats.size, maxSizeBytes) }
    }
    const bytes = await readLimited(createReadStream(path), maxSizeBytes)
    if (bytes === null) return { where, problem: documentTooLarge(null, maxSizeBytes) }
    return { where, bytes, mediaType: null, charset: null, headers: {}, collectedAt: now().toISOString() }
  } catch (error) {
    return { where, problem: explainOddPlace(where, error) ?? explainUnreadable(error) }
  }
}

// What was meant as an address fails as a path; say so instead of "no such file".
function explainOddPlace(place: string, error: unknown): Problem | null {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(place)?.[1]?.toLowerCase()
  if (scheme === 'http' || scheme === 'https') {
    return {
      code: 'fetch-refused',
      message: 'It starts like an address but is none.',
      advice: 'Write it as https://host/path, without spaces.',
    }
  }
  if (scheme !== undefined && place.includes('://') && scheme !== 'file') {
    return {
      code: 'fetch-refused',
      message: `Addresses of the kind “${scheme}:” are not fetched; only http and https are.`,
      advice: 'Save the page and give the file.',
    }
  }
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  if (
    isMissing &&
    /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(place) &&
    !/\.(?:html?|txt|xhtml|md|xml|json|pdf)$/i.test(place)
  ) {
    return {
      code: 'unreadable-file',
      message: 'There is no such file or folder.',
      advice: `If it is an address, write it as https://${place}.`,
    }
  }
  return null
}
