import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document, Uncollected } from '../records/document.ts'
import { type CollectOptions, collect, isDocument } from './collect.ts'

/** What collecting a file gave. */
export interface Gathered {
  readonly documents: readonly Document[]
  readonly failures: readonly Uncollected[]
  readonly remarks: readonly string[]
}

/** Collects what is at the places. */
export async function gather(places: readonly string[], options: CollectOptions = {}): Promise<Gathered> {
  const documents: Document[] = []
  const failures: Uncollected[] = []
  const remarks: string[] = []
  for await (const collected of collect(places, {
    ...options,
    onRemark: (where, remark) => remarks.push(`${where}: ${remark}`),
  })) {
    if (isDocument(collected)) documents.push(collected)
    else failures.push(collected)
  }
  return { documents, failures, remarks }
}

/** Writes bytes to a file of that name and collects it; the name stands for the path in what comes back. */
export async function gatherFile(
  name: string,
  bytes: Uint8Array | string,
  options: CollectOptions = {},
): Promise<Gathered> {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-collect-'))
  try {
    const path = join(folder, name)
    await writeFile(path, bytes)
    const { documents, failures, remarks } = await gather([path], options)
    const bare = (text: string): string => text.replaceAll(path, name)
    return {
      documents: documents.map((document) => ({ ...document, where: bare(document.where) })),
      failures: failures.map((failure) => ({ ...failure, where: bare(failure.where) })),
      remarks: remarks.map(bare),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const textOf = ({ bytes }: Document): string => Buffer.from(bytes).toString()
