import { z } from 'zod'
import { type Document, documentHintsSchema } from './document.ts'
import { problemSchema } from './problem.ts'

/** What a Document knows of its bytes, but for where and when they were had. */
export const documentNotesSchema = z
  .object({
    mediaType: z.string().nullable(),
    charset: z.string().nullable(),
    headers: z.record(z.string().toLowerCase(), z.string()).describe('response headers'),
    hints: documentHintsSchema.exactOptional(),
    problems: z.array(problemSchema).readonly().exactOptional(),
    redirectedFrom: z.array(z.string()).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<Omit<Document, 'where' | 'collectedAt' | 'bytes'>>

export type DocumentNotes = z.infer<typeof documentNotesSchema>

/**
 * Of a body that holds a Document whole: a line of JSON (`DocumentNotes`), a line feed, and the page’s own bytes.
 *
 * A page on its own says less: not which headers it came with, nor what a feed said of it.
 */
export const envelopeMediaType = 'application/vnd.hearsay.document'

/** Longest line of notes, in bytes; 1 MiB. A server’s headers are a few KiB, an archive’s have no bound. */
export const maxNotesBytes = 1024 * 1024

const lineFeed = 0x0a

/** A Document as one body. */
export function toEnvelope(document: Document): Uint8Array<ArrayBuffer> {
  const { where: _where, collectedAt: _collectedAt, bytes, ...notes } = document
  const line = new TextEncoder().encode(`${JSON.stringify(notes)}\n`)
  const envelope = new Uint8Array(line.length + bytes.length)
  envelope.set(line)
  envelope.set(bytes, line.length)
  return envelope
}

/** What `toEnvelope` has put together; null when it was something else. */
export function parseEnvelope(
  envelope: Uint8Array<ArrayBuffer>,
): { readonly notes: DocumentNotes; readonly bytes: Uint8Array<ArrayBuffer> } | null {
  const end = envelope.indexOf(lineFeed)
  if (end === -1 || end > maxNotesBytes) return null
  try {
    const line = new TextDecoder('utf-8', { fatal: true }).decode(envelope.subarray(0, end))
    const { data: notes } = documentNotesSchema.safeParse(JSON.parse(line))
    return notes === undefined ? null : { notes, bytes: envelope.subarray(end + 1) }
  } catch {
    return null
  }
}
