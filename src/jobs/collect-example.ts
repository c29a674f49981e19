import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Document, Uncollected } from '../records/document.ts'
import { collectPlaces } from './collect-places.ts'

/** The situation that comes with Hearsay: invented outlets, people and events. */
export interface Example {
  /** How many pages it has. */
  readonly size: number
  readonly documents: AsyncGenerator<Document | Uncollected>
}

/** Opens the files of the example, with the times at which they were saved, which they do not say: two are versions of others. */
export async function collectExample(): Promise<Example> {
  const folder = fileURLToPath(new URL('../../examples/safe-harbour/', import.meta.url))
  const rows = (await readFile(join(folder, 'collected.tsv'), 'utf8')).trimEnd().split('\n').slice(1)
  return { size: rows.length, documents: readFiles(folder, rows) }
}

async function* readFiles(folder: string, rows: readonly string[]): AsyncGenerator<Document | Uncollected> {
  for (const row of rows) {
    const [file = '', collectedAt = ''] = row.split('\t')
    for await (const collected of collectPlaces([join(folder, file)]))
      yield 'bytes' in collected ? { ...collected, collectedAt } : collected
  }
}
