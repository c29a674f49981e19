import { z } from 'zod'
import { type Claim, claimSchema } from './claim.ts'
import { disagreementKinds } from './disagreement.ts'
import { findOriginals } from './find-originals.ts'
import { modalitySchema } from './reading.ts'

/** A claim as a row of a list shows it. */
export const claimSummarySchema = z
  .object({
    id: z.string(),
    kind: z.enum(['statement', 'event']),
    proposition: z.string(),
    source: z.string().nullable().describe('who says so, in the words of its earliest report'),
    sourceEntity: z.string().nullable().describe('who that is, by the fullest name that its reports give'),
    modalities: z.array(modalitySchema).readonly(),
    firstPublishedAt: z.string().nullable(),
    lastPublishedAt: z.string().nullable().describe('when the last of its reports was published'),
    reports: z.int().nonnegative().describe('articles that tell it, each once however often it does'),
    outlets: z.int().nonnegative(),
    copies: z.int().nonnegative().describe('those of the reports whose words are taken from another of them'),
    origins: z.int().nonnegative().describe('counted ones on the side of support'),
    originsLow: z.int().nonnegative().describe('the same if all its unnamed sources are the same people'),
    against: z
      .array(z.enum(disagreementKinds))
      .readonly()
      .describe('what does not fit together; a count that has only grown is none'),
    isDenied: z.boolean().describe('somebody denies it'),
    credibility: z.int().min(1).max(6).describe('the Admiralty number that its rule proposes'),
    stories: z.array(z.string()).readonly(),
    eventType: z.string().nullable().describe('PLOVER type, of an event'),
    actor: z.string().nullable(),
    recipient: z.string().nullable(),
    place: z.string().nullable().describe('where it happened, by the first report that says so'),
    day: z
      .object({ from: z.string().nullable(), to: z.string().nullable() })
      .readonly()
      .nullable()
      .describe('when it happened or was said, by the first report that says so; a null bound is open'),
  })
  .readonly()
  .meta({ id: 'ClaimSummary' })
export type ClaimSummary = z.infer<typeof claimSummarySchema>

/** A claim with all that stands behind it, and that in numbers. */
export const countedClaimSchema = z
  .object({ ...claimSchema.unwrap().shape, summary: claimSummarySchema })
  .readonly()
  .meta({ id: 'CountedClaim' })
export type CountedClaim = z.infer<typeof countedClaimSchema>

/** The same claim with its numbers beside it. */
export const toCountedClaim = (claim: Claim): CountedClaim => ({ ...claim, summary: summariseClaim(claim) })

/** Counts what stands behind a claim, from the most that looks like support to what supports it. */
export function summariseClaim(claim: Claim): ClaimSummary {
  const { reports, provenance, disagreements } = claim
  const [first] = reports
  const find = <Value>(of: (report: Claim['reports'][number]) => Value | null): Value | null =>
    reports.map(of).find((value) => value !== null) ?? null
  return {
    id: claim.id,
    kind: claim.kind,
    proposition: claim.proposition,
    source: claim.source,
    sourceEntity:
      claim.source === null
        ? null
        : (reports.find(({ source }) => source === claim.source)?.sourceEntity ?? null),
    modalities: claim.modalities,
    firstPublishedAt: claim.firstPublishedAt,
    lastPublishedAt: reports.findLast(({ publishedAt }) => publishedAt !== null)?.publishedAt ?? null,
    reports: new Set(reports.map(({ articleId }) => articleId)).size,
    outlets: claim.outlets.length,
    copies: findOriginals(claim).size,
    origins: provenance.independent,
    originsLow: provenance.independentLow,
    against: [
      ...new Set([
        ...disagreements.filter(({ isUpdate }) => !isUpdate).map(({ kind }) => kind),
        // Also of a claim that nobody tells as so.
        ...(provenance.origins.some(({ side }) => side === 'doubt') ? (['doubt'] as const) : []),
      ]),
    ],
    isDenied: provenance.origins.some(({ side }) => side === 'deny'),
    credibility: claim.credibility.grade,
    stories: claim.stories,
    eventType: first?.eventType ?? null,
    actor: find(({ actor }) => actor),
    recipient: find(({ recipient }) => recipient),
    place: find(({ place }) => place),
    day: find(({ day }) => day),
  }
}
