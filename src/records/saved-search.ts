import { z } from 'zod'

/** A search that is kept under a name; everybody who uses the ledger sees it. */
export const savedSearchSchema = z
  .object({
    id: z.string().describe('content address of `q`: the same search is kept once'),
    name: z.string(),
    q: z.string().describe('in the language of `parseSearch`'),
    createdAt: z.string().describe('ISO 8601 in UTC'),
    createdBy: z.string().describe('the name of the user who saved it first'),
  })
  .readonly()
  .meta({ id: 'SavedSearch' })
export type SavedSearch = z.infer<typeof savedSearchSchema>
