import { z } from 'zod'
import { spanSchema } from './span.ts'

/**
 * What a chain of reports ends at.
 *
 * speaker: a person who speaks for himself; institution: a body through any of its mouths; document: a paper, a video,
 * a public act; agency: a wire; outlet: its own reporting; anonymous: an outlet’s own unnamed sources; unknown: it can’t
 * be told.
 */
export const originKinds = [
  'speaker',
  'institution',
  'document',
  'agency',
  'outlet',
  'anonymous',
  'unknown',
] as const
export type OriginKind = (typeof originKinds)[number]

/** Where the reports of a claim end: one interest, however many outlets and mouths it speaks through. */
export const originSchema = z
  .object({
    id: z.string().describe('stable for the same origin of the same claim: institution:usagov/pentagon'),
    kind: z.enum(originKinds),
    name: z.string().nullable().describe('for people: “Pentagon”, “two officials, through The Times”'),
    country: z.string().nullable().describe('ISO 3166-1 alpha-3'),
    interest: z
      .string()
      .nullable()
      .describe('the government that is one interest with it: that of a state-run outlet'),
    side: z
      .enum(['support', 'deny', 'doubt'])
      .describe('doubt: who doubts the claim, and neither says nor denies it; never counted'),
    isCounted: z.boolean(),
    identities: z
      .array(z.string())
      .readonly()
      .default([])
      .describe('by what it is known to be the same origin elsewhere: “state USA”, “person veresk”'),
    why: z.string().describe('the rule by which it is one origin, and counted or not, in a sentence'),
    reports: z.array(z.string()).readonly().describe('ids of the reports that end here'),
  })
  .readonly()
  .meta({ id: 'Origin' })
export type Origin = z.infer<typeof originSchema>

/** One step between two nodes of the tree of a claim, with what proves it. */
export const originEdgeSchema = z
  .object({
    from: z.string().describe('id of the node that rests'),
    to: z.string().describe('id of the node that it rests on'),
    why: z
      .enum(['prints', 'credits', 'cites', 'says', 'copies', 'same-words', 'same-institution', 'state-run'])
      .describe('copies: the words stand in the other article; same-words: two unnamed sources quoted alike'),
    articleId: z.string().nullable(),
    span: spanSchema.nullable().describe('where in that article'),
    words: z.string().nullable().describe('the words that prove it'),
  })
  .readonly()
  .meta({ id: 'OriginEdge' })
export type OriginEdge = z.infer<typeof originEdgeSchema>

export const originNodeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['report', 'outlet', 'agency', 'person', 'body', 'unnamed', 'document', 'origin']),
    name: z.string(),
    reportId: z.string().nullable().describe('of a report’s node'),
    originId: z.string().nullable().describe('of an origin’s node'),
  })
  .readonly()
  .meta({ id: 'OriginNode' })
export type OriginNode = z.infer<typeof originNodeSchema>

/** What a claim rests on: origins, and the tree that shows why. */
export const provenanceSchema = z
  .object({
    origins: z.array(originSchema).readonly().describe('counted ones first, then by reports'),
    independent: z.int().nonnegative().describe('counted origins on the side of support'),
    independentLow: z
      .int()
      .nonnegative()
      .describe('the same if all unnamed sources of a claim are the same people'),
    independentStrict: z
      .int()
      .nonnegative()
      .describe('the same if each uncredited telling in an outlet’s own voice is its own reporting'),
    nodes: z.array(originNodeSchema).readonly(),
    edges: z.array(originEdgeSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Provenance' })
export type Provenance = z.infer<typeof provenanceSchema>
