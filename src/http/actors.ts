import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { tellActor } from '../jobs/tell-actor.ts'
import { findActorLines } from '../ledger/find-actor-lines.ts'
import { actorOrders, findActors } from '../ledger/find-actors.ts'
import { actorLineSchema, actorProfileSchema, actorSummarySchema } from '../records/actor-profile.ts'
import { toFacetKey } from '../records/facet.ts'
import type { PartName } from '../records/part.ts'
import { actorSchema, eventTypes, modalitySchema } from '../records/reading.ts'
import type { Stance } from '../records/report.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

const nextCursor = z.string().nullable().describe('where the next page begins; null on the last')

/** One page of the list of actors. */
export const actorPageSchema = z
  .object({ actors: z.array(actorSummarySchema).readonly(), nextCursor })
  .readonly()
  .meta({ id: 'ActorPage' })

/** One page of statements or events in which somebody has a part. */
export const actorLinePageSchema = z
  .object({ lines: z.array(actorLineSchema).readonly(), nextCursor })
  .readonly()
  .meta({ id: 'ActorLinePage' })

/** Whose statements are asked for, as an address writes it, with what that is in the ledger. */
const sides: Readonly<
  Record<string, { readonly parts: readonly PartName[]; readonly stances?: readonly Stance[] }>
> = {
  by: { parts: ['says'], stances: ['asserts', 'attributes', 'denies', 'doubts'] },
  denials: { parts: ['says'], stances: ['denies'] },
  unanswered: { parts: ['says'], stances: ['silent'] },
  about: { parts: ['about'] },
}

const country = z
  .string()
  .regex(/^[A-Za-z]{3}$/, 'must be three letters')
  .optional()

const params = z.object({
  key: z.string().describe('the key of the name, or the name in any spelling: “Nicolás Maduro”'),
})

const listActors = createRoute({
  method: 'get',
  path: '/api/actors',
  operationId: 'listActors',
  summary: 'Who is named, each name once, with how much is told of them and through how many origins',
  tags: ['actors'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      words: z.string().max(200).optional().describe('only names with these words, or parts of words'),
      kind: actorSchema.unwrap().shape.kind.exclude(['unnamed']).optional().describe('only of this kind'),
      country: country.describe('only who acts for this country, ISO 3166-1 alpha-3'),
      order: z
        .enum(actorOrders)
        .default('origins')
        .describe('of most origins, statements or events first; those last told of first; by name'),
    }),
  },
  responses: {
    200: { description: 'One page of names.', content: { 'application/json': { schema: actorPageSchema } } },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

const showActor = createRoute({
  method: 'get',
  path: '/api/actors/{key}',
  operationId: 'getActor',
  summary: 'One name: who that is, in which roles and when, what they did with whom, through which origins',
  tags: ['actors'],
  request: { params },
  responses: {
    200: {
      description: 'What is counted.',
      content: { 'application/json': { schema: actorProfileSchema } },
    },
    404: describeProblem('Nobody in the ledger is named so.'),
  },
})

const lines = (what: string) => ({
  200: { description: what, content: { 'application/json': { schema: actorLinePageSchema } } },
  400: describeProblem('A parameter is wrong; `parameters` names it.'),
})

const listStatements = createRoute({
  method: 'get',
  path: '/api/actors/{key}/statements',
  operationId: 'listActorStatements',
  summary:
    'What somebody said, denied, did not answer, or what others say of them; the latest first, a claim once',
  tags: ['actors'],
  request: {
    params,
    query: z.strictObject({
      ...pageParameters,
      side: z
        .enum(['by', 'denials', 'unanswered', 'about'])
        .default('by')
        .describe(
          'by: what they said; denials: in which they deny something; unanswered: asked, nothing said; about: others name them in what they say',
        ),
      modality: modalitySchema.optional().describe('only those that are told so'),
      country: country.describe('only of articles that take the name for somebody of this country'),
    }),
  },
  responses: lines('One page of statements; none for an unknown name.'),
})

const listEvents = createRoute({
  method: 'get',
  path: '/api/actors/{key}/events',
  operationId: 'listActorEvents',
  summary: 'What somebody did, and what was done to them; the latest first, an event once',
  tags: ['actors'],
  request: {
    params,
    query: z.strictObject({
      ...pageParameters,
      with: z
        .string()
        .optional()
        .describe('only events with this one on the other side, by key or name; empty: with nobody named'),
      direction: z
        .enum(['does', 'receives'])
        .optional()
        .describe('only what they did, or what was done to them'),
      type: z.enum(eventTypes).optional().describe('only of this PLOVER type'),
      modality: modalitySchema.optional().describe('only those that are told so'),
      country: country.describe('only of articles that take the name for somebody of this country'),
    }),
  },
  responses: lines('One page of events; none for an unknown name.'),
})

/** Who is named across the articles. */
export const actorRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listActors, async (c) => {
    const { cursor = null, words, kind, country, ...query } = c.req.valid('query')
    return c.json(
      await findActors(c.var.dependencies.ledger, {
        ...query,
        cursor,
        ...(words !== undefined && { words }),
        ...(kind !== undefined && { kind }),
        ...(country !== undefined && { country }),
      }),
      200,
    )
  })
  .openapi(showActor, async (c) =>
    c.json(await tellActor(c.var.dependencies.ledger, c.req.valid('param').key), 200),
  )
  .openapi(listStatements, async (c) => {
    const { side, cursor = null, limit, modality, country } = c.req.valid('query')
    return c.json(
      await findActorLines(c.var.dependencies.ledger, {
        key: toFacetKey(c.req.valid('param').key),
        limit,
        cursor,
        ...(sides[side] ?? { parts: [] }),
        ...(modality !== undefined && { modality }),
        ...(country !== undefined && { country }),
      }),
      200,
    )
  })
  .openapi(listEvents, async (c) => {
    const { cursor = null, limit, modality, country, direction, type, with: other } = c.req.valid('query')
    return c.json(
      await findActorLines(c.var.dependencies.ledger, {
        key: toFacetKey(c.req.valid('param').key),
        parts: direction === undefined ? ['does', 'receives'] : [direction],
        limit,
        cursor,
        ...(modality !== undefined && { modality }),
        ...(country !== undefined && { country }),
        ...(type !== undefined && { eventType: type }),
        ...(other !== undefined && { otherKey: toFacetKey(other) || null }),
      }),
      200,
    )
  })
