import { OpenAPIHono } from '@hono/zod-openapi'
import { accountRoutes } from './accounts.ts'
import { actorRoutes } from './actors.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { articleRoutes } from './articles.ts'
import { auditRoutes } from './audit.ts'
import { changeRoutes } from './changes.ts'
import { claimRoutes } from './claims.ts'
import { collectingRoutes } from './collecting.ts'
import { documentRoutes } from './documents.ts'
import { exampleRoutes } from './example.ts'
import { facetRoutes } from './facets.ts'
import { feedRoutes } from './feeds.ts'
import { healthRoutes } from './health.ts'
import { nameRoutes } from './names.ts'
import { outletRoutes } from './outlets.ts'
import { reviewRoutes } from './reviews.ts'
import { searchRoutes } from './search.ts'
import { savedSearchRoutes } from './searches.ts'
import { sessionRoutes } from './sessions.ts'
import { situationRoutes } from './situations.ts'
import { storyRoutes } from './stories.ts'
import { streamRoutes } from './stream.ts'
import { tokenRoutes } from './tokens.ts'
import { viewRoutes } from './views.ts'

/** Every resource of the API. The description at `/api/openapi.json` is made from this list. */
export const routes = new OpenAPIHono<DoorEnv>()
  .route('/', actorRoutes)
  .route('/', accountRoutes)
  .route('/', articleRoutes)
  .route('/', auditRoutes)
  .route('/', changeRoutes)
  .route('/', claimRoutes)
  .route('/', collectingRoutes)
  .route('/', documentRoutes)
  .route('/', facetRoutes)
  .route('/', exampleRoutes)
  .route('/', feedRoutes)
  .route('/', healthRoutes)
  .route('/', nameRoutes)
  .route('/', outletRoutes)
  .route('/', sessionRoutes)
  .route('/', situationRoutes)
  .route('/', savedSearchRoutes)
  .route('/', searchRoutes)
  .route('/', reviewRoutes)
  .route('/', storyRoutes)
  .route('/', viewRoutes)
  .route('/', tokenRoutes)
  .route('/', streamRoutes)
