import type { ArchiveFile } from './archive-file.ts'
import { type ArchiveRecord, readArchiveRecords } from './read-archive-records.ts'

/** Where the pages of an archive lie, for the records that only say “as before” (`revisit`). */
export interface Originals {
  readonly add: (record: ArchiveRecord, file: ArchiveFile) => void
  /** The record that a `revisit` repeats, read once more; null when it is not in the archive. */
  readonly find: (revisit: ArchiveRecord) => Promise<ArchiveRecord | null>
}

interface Original {
  readonly file: ArchiveFile
  readonly at: number
  readonly id: string | undefined
}

/**
 * Bytes that may be read over again to find records in files that are packed as a whole, where nothing says how
 * to reach one.
 */
const mostReread = 1024 ** 3

/** Opens the index; it holds some 200 bytes a page. */
export function openOriginals(maxBlockBytes: number): Originals {
  const byKey = new Map<string, Original>()
  let left = mostReread
  return {
    add: (record, file) => {
      if (file.reread === null) return
      const { headers, at } = record
      const original: Original = { file, at, id: headers.get('warc-record-id') }
      for (const key of [
        headers.get('warc-payload-digest'),
        original.id,
        `${headers.get('warc-target-uri')} ${headers.get('warc-date')}`,
      ])
        if (key !== undefined && !byKey.has(key)) byKey.set(key, original)
    },
    find: async ({ headers }) => {
      const original = [
        headers.get('warc-refers-to'),
        headers.get('warc-payload-digest'),
        `${headers.get('warc-refers-to-target-uri')} ${headers.get('warc-refers-to-date')}`,
      ]
        .map((key) => byKey.get(key ?? ''))
        .find((found) => found !== undefined)
      if (original === undefined) return null
      const { file, at, id } = original
      const stream = await file.reread?.(at)
      if (stream === undefined) return null
      for await (const record of readArchiveRecords(stream, {
        isPacked: file.isPacked,
        maxBlockBytes,
        from: at,
      })) {
        if (record.kind === 'record' && record.at === at && record.headers.get('warc-record-id') === id)
          return record
        left -= record.kind === 'record' ? record.blockSizeBytes : 0
        if (record.at !== at || left < 0) return null
      }
      return null
    },
  }
}
