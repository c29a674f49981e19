import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { DoorEnv } from './app-dependencies.ts'
import { respondWithProblem } from './respond-with-problem.ts'

/** Refuses a body that is larger with 413, before all of it has come. */
export const limitBody = (maxSizeBytes: number, detail: string): MiddlewareHandler<DoorEnv> =>
  bodyLimit({
    maxSize: maxSizeBytes,
    onError: (c) => respondWithProblem(c, 413, { code: 'invalid-request', detail }),
  })

/** For what is asked in JSON. A thousand ids are 40 KB. */
export const limitQuestion = limitBody(128 * 1024, 'The question is larger than 128 KiB.')
