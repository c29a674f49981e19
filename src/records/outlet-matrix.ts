import { z } from 'zod'
import { claimSummarySchema } from './claim-summary.ts'
import { modalitySchema } from './reading.ts'

/** How an outlet has a claim: in words of its own, taken over, denied, doubted, or asked and not answered. */
export const matrixTellings = ['tells', 'copies', 'denies', 'doubts', 'silent'] as const

/** How one outlet has one claim. */
export const matrixCellSchema = z
  .object({
    outlet: z.int().nonnegative().describe('index in `outlets`'),
    telling: z
      .enum(matrixTellings)
      .describe(
        'tells: at least once in words that were not taken from another article; copies: in such alone; denies: it or somebody in it denies the claim, and nobody in it says it; doubts: somebody in it doubts the claim, and that is all; silent: only that no answer came',
      ),
    hasDenial: z.boolean().describe('it or somebody in it denies the claim, whatever else it tells'),
    isFirst: z.boolean().describe('no other outlet’s report is known to have been published earlier'),
    modalities: z.array(modalitySchema).readonly().describe('how it tells it, each once'),
    publishedAt: z.string().nullable().describe('of its earliest report'),
    articleId: z.string(),
    kind: z.enum(['statement', 'event']),
    ordinal: z.int().nonnegative().describe('of the words in the reading of that article'),
  })
  .readonly()
  .meta({ id: 'MatrixCell' })
export type MatrixCell = z.infer<typeof matrixCellSchema>

/** Who reported which claim, and how; an outlet without a cell in a row has not told it. */
export const outletMatrixSchema = z
  .object({
    outlets: z
      .array(
        z
          .object({
            name: z.string(),
            claims: z.int().nonnegative().describe('rows in which it has a cell'),
            firsts: z.int().nonnegative().describe('rows in which it alone was first'),
            copies: z.int().nonnegative(),
          })
          .readonly(),
      )
      .readonly()
      .describe('columns: that of most claims first'),
    rows: z
      .array(z.object({ claim: claimSummarySchema, cells: z.array(matrixCellSchema).readonly() }).readonly())
      .readonly()
      .describe('that of most reports first'),
    moreClaims: z.int().nonnegative().describe('claims beyond these rows'),
  })
  .readonly()
  .meta({ id: 'OutletMatrix' })
export type OutletMatrix = z.infer<typeof outletMatrixSchema>
