import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { tellStory } from '../jobs/tell-story.ts'
import { findStories } from '../ledger/find-stories.ts'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import { countedClaimSchema, toCountedClaim } from '../records/claim-summary.ts'
import { parseSearch } from '../records/parse-search.ts'
import { storedStorySchema } from '../records/stored-story.ts'
import { storySchema } from '../records/story.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'
import { searchParameters, searchProblems } from './search-parameters.ts'

/** One page of the list of stories. */
export const storyPageSchema = z
  .object({
    stories: z.array(storySchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
    problems: searchProblems,
  })
  .readonly()
  .meta({ id: 'StoryPage' })

const listStories = createRoute({
  method: 'get',
  path: '/api/stories',
  operationId: 'listStories',
  summary: 'Stories, each with its articles, its outlets and why they are one story',
  tags: ['stories'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      ...searchParameters,
      order: z
        .enum(['newest', 'told-most'], 'must be newest or told-most')
        .default('newest')
        .describe(
          '`newest`: those that were last told of latest first; `told-most`: those of most outlets first',
        ),
      article: z
        .string()
        .min(1, 'must not be empty')
        .optional()
        .describe('only the story of the article with this id; its first digits are enough'),
      words: z
        .string()
        .optional()
        .describe(
          'only stories with these words in a headline, in any form; "in quotation marks" together, `or`, `-not`',
        ),
    }),
  },
  responses: {
    200: {
      description: 'One page of stories.',
      content: { 'application/json': { schema: storyPageSchema } },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    404: describeProblem('No article has the id that was asked for.'),
    409: describeProblem('Several articles have ids that begin so; `detail` names them.'),
  },
})

const toldStorySchema = z
  .object({ ...storedStorySchema.unwrap().shape, claims: z.array(countedClaimSchema).readonly() })
  .readonly()
  .meta({ id: 'ToldStory' })

const showStory = createRoute({
  method: 'get',
  path: '/api/stories/{id}',
  operationId: 'getStory',
  summary:
    'One story with its articles, copies folded under what they copy, its claims, and its outlets side by side',
  tags: ['stories'],
  request: {
    params: z.object({
      id: z.string().describe('the story’s id, or its first digits where they name one story'),
    }),
  },
  responses: {
    200: { description: 'The story.', content: { 'application/json': { schema: toldStorySchema } } },
    404: describeProblem('No story has this id: a story has another once an earlier article of it is found.'),
    409: describeProblem('Several stories have ids that begin so; `detail` names them.'),
  },
})

/** The stories: a page of them, and one with its articles and claims. */
export const storyRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listStories, async (c) => {
    const { ledger } = c.var.dependencies
    const { limit, cursor = null, order, article, words = '', q = '' } = c.req.valid('query')
    const { query, problems } = parseSearch(q)
    const ofArticle =
      article === undefined ? {} : { articleId: await getFullId(ledger, article, idPlaces.article) }
    const page = await findStories(ledger, { limit, cursor, order, words, query, ...ofArticle })
    return c.json({ ...page, problems }, 200)
  })
  .openapi(showStory, async (c) => {
    const { claims, ...story } = await tellStory(c.var.dependencies.ledger, c.req.valid('param').id)
    return c.json({ ...story, claims: claims.map(toCountedClaim) }, 200)
  })
