import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { toOpml } from '../export/opml.ts'
import { findAllFeeds, findFeeds, getFeed } from '../ledger/find-feeds.ts'
import { removeFeed } from '../ledger/remove-feed.ts'
import { setFeedState } from '../ledger/set-feed-state.ts'
import { followedFeedSchema, followedListSchema, followingSchema, testedFeedSchema } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitBody, limitQuestion } from './limit-body.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters, respondWithProblem } from './respond-with-problem.ts'

/** One page of what is followed. */
export const feedPageSchema = z
  .object({
    feeds: z.array(followedFeedSchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'FeedPage' })

const tags = ['feeds']
const params = z.object({ id: z.string().describe('the feed’s id, or its first digits where they name one') })
const address = z
  .string('is missing')
  .min(1, 'must not be empty')
  .max(4096, 'must not be longer than 4096 characters')
const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })
const refused = {
  400: describeProblem('A parameter is wrong; `parameters` names it.'),
  403: describeProblem('A page of another origin sent it.'),
}
const questioned = {
  413: describeProblem('The question is larger than 128 KiB.'),
  415: describeProblem('The question is not in JSON.'),
}
const unknown = {
  404: describeProblem('No feed has this id.'),
  409: describeProblem('Several feeds have ids that begin so; `detail` names them.'),
}

const listFeeds = createRoute({
  method: 'get',
  path: '/api/feeds',
  operationId: 'listFeeds',
  summary: 'What is followed, and how each fares, in the order in which it was added',
  tags,
  request: { query: z.strictObject(pageParameters) },
  responses: {
    200: { description: 'One page of feeds.', content: json(feedPageSchema) },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

const exportFeeds = createRoute({
  method: 'get',
  path: '/api/feeds.opml',
  operationId: 'exportFeeds',
  summary: 'What is followed as OPML, which other feed readers import',
  tags,
  responses: {
    200: { description: 'The list.', content: { 'text/x-opml': { schema: z.string() } } },
    503: describeProblem('The ledger does not answer.'),
  },
})

const showFeed = createRoute({
  method: 'get',
  path: '/api/feeds/{id}',
  operationId: 'getFeed',
  summary: 'One feed, and how it fares',
  tags,
  request: { params },
  responses: { 200: { description: 'The feed.', content: json(followedFeedSchema) }, ...unknown },
})

const follow = createRoute({
  method: 'post',
  path: '/api/feeds',
  operationId: 'followAddress',
  summary: 'Follows a feed, a sitemap, a site whose feed is found, or one page',
  tags,
  middleware: limitQuestion,
  request: {
    body: {
      required: true,
      content: json(
        z.strictObject({
          address,
          watch: z
            .boolean()
            .default(false)
            .describe('watches the page itself for edits, whatever feeds it names'),
        }),
      ),
    },
  },
  responses: {
    200: { description: 'It was followed before.', content: json(followingSchema) },
    201: { description: 'It is followed.', content: json(followingSchema) },
    ...refused,
    ...questioned,
    422: describeProblem('Nothing there can be followed; `problem` says why.'),
  },
})

const followList = createRoute({
  method: 'post',
  path: '/api/feeds/opml',
  operationId: 'followList',
  summary: 'Follows every feed of a list of subscriptions (OPML)',
  tags,
  middleware: limitBody(4 * 1024 * 1024, 'The list is larger than 4 MiB.'),
  request: {
    body: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: {
    200: { description: 'They are followed.', content: json(followedListSchema) },
    403: refused[403],
    413: describeProblem('The list is larger than 4 MiB.'),
    422: describeProblem('It is no list of feeds; `problem` says why.'),
  },
})

const test = createRoute({
  method: 'post',
  path: '/api/feeds/test',
  operationId: 'testAddress',
  summary: 'What an address would give if it were followed; nothing is kept',
  tags,
  middleware: limitQuestion,
  request: { body: { required: true, content: json(z.strictObject({ address })) } },
  responses: {
    200: { description: 'What it would give.', content: json(testedFeedSchema) },
    ...refused,
    ...questioned,
    422: describeProblem('Nothing there can be followed; `problem` says why.'),
  },
})

const change = createRoute({
  method: 'patch',
  path: '/api/feeds/{id}',
  operationId: 'setFeedState',
  summary: 'Pauses a feed, or has it asked again',
  tags,
  middleware: limitQuestion,
  request: {
    params,
    body: {
      required: true,
      content: json(z.strictObject({ state: z.enum(['active', 'paused'], 'must be active or paused') })),
    },
  },
  responses: {
    200: { description: 'The feed as it is now.', content: json(followedFeedSchema) },
    ...refused,
    ...questioned,
    ...unknown,
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/feeds/{id}',
  operationId: 'removeFeed',
  summary: 'Follows a feed no longer; its articles stay',
  tags,
  request: { params },
  responses: { 204: { description: 'It is followed no longer.' }, 403: refused[403], ...unknown },
})

/** What is followed. */
export const feedRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listFeeds, async (c) => {
    const { limit, cursor = null } = c.req.valid('query')
    return c.json(await findFeeds(c.var.dependencies.ledger, { limit, cursor }), 200)
  })
  .openapi(exportFeeds, async (c) => {
    const feeds = await findAllFeeds(c.var.dependencies.ledger)
    const opml = toOpml(feeds.map((feed) => ({ ...feed, url: feed.address, folder: null })))
    return c.body(opml, 200, {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'attachment; filename="feeds.opml"',
    })
  })
  .openapi(follow, async (c) => {
    const { address: given, watch } = c.req.valid('json')
    const following = await c.var.dependencies.collecting.follow(given, { asPage: watch })
    if ('problem' in following) throw refusal(c, following.problem)
    return c.json(following, following.isNew ? 201 : 200)
  })
  .openapi(followList, async (c) => {
    const list = await c.var.dependencies.collecting.followList({
      where: 'feeds.opml',
      bytes: new Uint8Array(await c.req.arrayBuffer()),
      mediaType: 'text/x-opml',
      charset: null,
      headers: {},
      collectedAt: new Date().toISOString(),
    })
    if ('problem' in list) throw refusal(c, list.problem)
    return c.json(list, 200)
  })
  .openapi(test, async (c) => {
    const tested = await c.var.dependencies.collecting.test(c.req.valid('json').address)
    if ('problem' in tested) throw refusal(c, tested.problem)
    return c.json(tested, 200)
  })
  .openapi(showFeed, async (c) =>
    c.json(await getFeed(c.var.dependencies.ledger, c.req.valid('param').id), 200),
  )
  .openapi(change, async (c) => {
    const { ledger } = c.var.dependencies
    const feed = await getFeed(ledger, c.req.valid('param').id)
    await setFeedState(ledger, feed.id, c.req.valid('json').state, new Date().toISOString())
    return c.json(await getFeed(ledger, feed.id), 200)
  })
  .openapi(remove, async (c) => {
    const { ledger } = c.var.dependencies
    await removeFeed(ledger, (await getFeed(ledger, c.req.valid('param').id)).id)
    return c.body(null, 204)
  })

/** What answers that nothing can be followed, with the reason. */
const refusal = (c: Context, problem: Problem) =>
  new HTTPException(422, {
    res: respondWithProblem(c, 422, {
      code: problem.code,
      detail: problem.advice === null ? problem.message : `${problem.message} ${problem.advice}`,
      problem,
    }),
  })
