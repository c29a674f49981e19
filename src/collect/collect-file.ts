import type { Document, Uncollected } from '../records/document.ts'
import type { CollectedFile } from './collected-file.ts'
import type { CollectSettings } from './collector.ts'
import { containers } from './containers.ts'
import { documentTooLarge } from './document-too-large.ts'
import { explainTable } from './explain-table.ts'
import { explainUnreadable } from './explain-unreadable.ts'
import { readLimited } from './read-limited.ts'

/** The documents of a file: one, unless it is a container. Never throws. */
export async function* collectFile(
  file: CollectedFile,
  settings: CollectSettings,
): AsyncGenerator<Document | Uncollected> {
  const { where } = file
  try {
    const container = containers.find((container) => container.recognises(file))
    if (container !== undefined) yield* container.collect(file, settings)
    else yield await collectOne(file, settings)
  } catch (error) {
    yield { where, problem: explainUnreadable(error) }
  }
}

async function collectOne(
  file: CollectedFile,
  { maxSizeBytes, now }: CollectSettings,
): Promise<Document | Uncollected> {
  const { where, sizeBytes } = file
  const table = explainTable(file)
  if (table !== null) return { where, problem: table }
  // A file may grow while it is read, and a pipe has no size.
  if (sizeBytes !== null && sizeBytes > maxSizeBytes)
    return { where, problem: documentTooLarge(sizeBytes, maxSizeBytes) }
  const bytes = await readLimited(file.read(), maxSizeBytes)
  if (bytes === null) return { where, problem: documentTooLarge(null, maxSizeBytes) }
  return { where, bytes, mediaType: null, charset: null, headers: {}, collectedAt: now().toISOString() }
}
