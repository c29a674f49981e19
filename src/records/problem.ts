import { z } from 'zod'

/** What can be wrong with a document or a page. The run goes on; the record keeps the problem. */
export const problemCodes = [
  'empty-document',
  'binary-document',
  'document-too-large',
  'unreadable-file',
  'broken-record',
  'digest-mismatch',
  'fetch-failed',
  'fetch-refused',
  'fetch-postponed',
  'robots-refused',
  'broken-encoding',
  'not-a-feed',
  'no-article',
  'no-date',
  'language-not-supported',
  'future-date',
  'text-of-feed',
  'review-lost',
  'internal-fault',
] as const

/**
 * The data's fault, said in words a reader can act on.
 *
 * `message` names what was found, `advice` what to try; neither repeats the file's name, which the
 * door prints beside it. Never thrown: it lies on the record, and the batch goes on.
 */
export const problemSchema = z
  .object({
    code: z.enum(problemCodes),
    message: z.string(),
    advice: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'Problem', description: 'Something wrong with a document, an article or a reading.' })

export type Problem = z.infer<typeof problemSchema>
