import { OpenAPIHono } from '@hono/zod-openapi'
import { actorRoutes } from './actors.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { articleRoutes } from './articles.ts'
import { changeRoutes } from './changes.ts'
import { claimRoutes } from './claims.ts'
import { collectingRoutes } from './collecting.ts'
import { documentRoutes } from './documents.ts'
import { facetRoutes } from './facets.ts'
import { feedRoutes } from './feeds.ts'
import { healthRoutes } from './health.ts'
import { outletRoutes } from './outlets.ts'
import { storyRoutes } from './stories.ts'

/** Every resource of the API. The description at `/api/openapi.json` is made from this list. */
export const routes = new OpenAPIHono<DoorEnv>()
  .route('/', actorRoutes)
  .route('/', articleRoutes)
  .route('/', changeRoutes)
  .route('/', claimRoutes)
  .route('/', collectingRoutes)
  .route('/', documentRoutes)
  .route('/', facetRoutes)
  .route('/', feedRoutes)
  .route('/', healthRoutes)
  .route('/', outletRoutes)
  .route('/', storyRoutes)
