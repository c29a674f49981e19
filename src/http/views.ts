import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { mapEvents } from '../jobs/map-events.ts'
import { findActorNetwork } from '../ledger/find-actor-network.ts'
import { findSituationQueries } from '../ledger/find-situations.ts'
import { findTimeline } from '../ledger/find-timeline.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { actorNetworkSchema } from '../records/actor-network.ts'
import { eventMapSchema } from '../records/event-map.ts'
import { eventTypes } from '../records/event-types.ts'
import { parseSearch } from '../records/parse-search.ts'
import { timelineSchema } from '../records/timeline.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'
import { searchParameters, searchProblems, situationParameter } from './search-parameters.ts'

const isType = (type: string) => eventTypes.some((known) => known === type)

const viewParameters = {
  ...searchParameters,
  ...situationParameter,
  types: z
    .string()
    .max(500)
    .transform((types) => types.split(',').filter((type) => type !== ''))
    .refine((types) => types.every(isType), `must be PLOVER types, commas between them: ${eventTypes.join()}`)
    .optional()
    .describe('only events of these PLOVER types, commas between them: `CONSULT,AID`'),
}

const day = z.iso.date('must be a day: 2026-03-10').optional()

const refusals = {
  400: describeProblem('A parameter is wrong; `parameters` names it.'),
  404: describeProblem('No situation has the id that was asked for.'),
  409: describeProblem('Several situations have ids that begin so; `detail` names them.'),
}

/** An answer’s schema with what of the search was not understood. */
const searched = <Shape extends z.ZodRawShape>(
  schema: z.ZodReadonly<z.ZodObject<Shape>>,
  id: string,
  description: string,
) => ({
  description,
  content: {
    'application/json': {
      schema: schema.unwrap().extend({ problems: searchProblems }).readonly().meta({ id }),
    },
  },
})

const showTimeline = createRoute({
  method: 'get',
  path: '/api/timeline',
  operationId: 'getTimeline',
  summary:
    'Events at when they happened, statements at the days on which they were said, and the articles that tell of them at when they appeared',
  tags: ['views'],
  request: {
    query: z.strictObject({
      ...viewParameters,
      from: day.describe(
        'only events that may have happened, and statements that may speak of a day, on this day or later',
      ),
      to: day.describe('the same, on this day or earlier'),
    }),
  },
  responses: { 200: searched(timelineSchema, 'SearchedTimeline', 'The timeline.'), ...refusals },
})

const showNetwork = createRoute({
  method: 'get',
  path: '/api/network',
  operationId: 'getActorNetwork',
  summary:
    'Who did what to whom: actors, and between them the events of each type with the origins behind these',
  tags: ['views'],
  request: { query: z.strictObject(viewParameters) },
  responses: { 200: searched(actorNetworkSchema, 'SearchedActorNetwork', 'The network.'), ...refusals },
})

const showMap = createRoute({
  method: 'get',
  path: '/api/map',
  operationId: 'getEventMap',
  summary:
    'Where events happened: towns, countries in which nothing nearer is told, and names that are on no map',
  tags: ['views'],
  request: { query: z.strictObject(viewParameters) },
  responses: { 200: searched(eventMapSchema, 'SearchedEventMap', 'The map.'), ...refusals },
})

/** Three ways to look at the events of a search or a situation. */
export const viewRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(showTimeline, async (c) => {
    const { ledger } = c.var.dependencies
    const { from = null, to = null, ...asked } = c.req.valid('query')
    const { query, problems } = await toQuery(ledger, asked)
    return c.json({ ...(await findTimeline(ledger, { ...query, from, to })), problems }, 200)
  })
  .openapi(showNetwork, async (c) => {
    const { ledger } = c.var.dependencies
    const { query, problems } = await toQuery(ledger, c.req.valid('query'))
    return c.json({ ...(await findActorNetwork(ledger, query)), problems }, 200)
  })
  .openapi(showMap, async (c) => {
    const { ledger } = c.var.dependencies
    const { query, problems } = await toQuery(ledger, c.req.valid('query'))
    return c.json({ ...(await mapEvents(ledger, query)), problems }, 200)
  })

async function toQuery(
  ledger: Ledger,
  { q, situation, types = [] }: z.infer<z.ZodObject<typeof viewParameters>>,
) {
  const { query, problems } = parseSearch(q ?? '')
  return { query: { queries: [query, ...(await findSituationQueries(ledger, situation))], types }, problems }
}
