import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Document, Uncollected } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import { collectFile } from './collect-file.ts'
import { type CollectedFile, openPath, openStream } from './collected-file.ts'
import type { Collector, CollectSettings } from './collector.ts'
import { explainUnreadable } from './explain-unreadable.ts'

/** A path to a file or a pipe (`<(command)`), or a `file:` address; takes whatever is left. */
export const fileCollector: Collector = {
  name: 'file',
  takes: () => true,
  collect: (place, settings) => collectPath(place, settings),
}

/** The documents of the file at a path: one, unless it is an archive or a list. Never throws. */
export async function* collectPath(
  where: string,
  settings: CollectSettings,
): AsyncGenerator<Document | Uncollected> {
  let file: CollectedFile
  try {
    const path = where.startsWith('file:') ? fileURLToPath(where) : where
    const stats = await stat(path)
    file = stats.isFile()
      ? await openPath(where, path, stats.size)
      : await openStream(where, createReadStream(path))
  } catch (error) {
    yield { where, problem: explainOddPlace(where, error) ?? explainUnreadable(error) }
    return
  }
  yield* collectFile(file, settings)
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
