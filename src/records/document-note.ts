import { z } from 'zod'
import { type Document, documentHintsSchema } from './document.ts'
import { problemSchema } from './problem.ts'

/** What goes with the bytes of a document from one process to another. */
const documentNoteSchema = z.object({
  headers: z.record(z.string(), z.string()).readonly().default({}),
  hints: documentHintsSchema.optional(),
  problems: z.array(problemSchema).readonly().optional(),
  redirectedFrom: z.array(z.string()).readonly().optional(),
})

type DocumentNote = Pick<Document, 'headers' | 'hints' | 'problems' | 'redirectedFrom'>

/** The header of a request that carries the note. */
export const noteHeader = 'hearsay-document-note'

/** A server takes 16 kB of headers in all. */
const mostUnits = 8_000

/** The note as a header can carry it: JSON, as base64url. Where it is too long, the response's own headers are left. */
export function toDocumentNote({ headers, hints, problems, redirectedFrom }: Document): string {
  const whole = encode({ headers, hints, problems, redirectedFrom })
  if (whole.length <= mostUnits) return whole
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => keptHeaders.has(name)))
  const shorter = encode({ headers: kept, hints, problems, redirectedFrom })
  return shorter.length <= mostUnits ? shorter : encode({ headers: {}, problems: problems?.slice(0, 5) })
}

/** Those that say when and which version it was. */
const keptHeaders = new Set(['date', 'etag', 'last-modified', 'content-language', 'content-type'])

const encode = (note: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify(note), 'utf8').toString('base64url')

/** The note that a header carries; null when it is none. */
export function parseDocumentNote(header: string): DocumentNote | null {
  let note: unknown
  try {
    note = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
  } catch {
    return null
  }
  const parsed = documentNoteSchema.safeParse(note)
  if (!parsed.success) return null
  const { headers, ...others } = parsed.data
  // What was not told is absent, not undefined.
  return {
    headers,
    ...(Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)) as Omit<
      DocumentNote,
      'headers'
    >),
  }
}
