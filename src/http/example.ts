import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { collectExample } from '../jobs/collect-example.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitQuestion } from './limit-body.ts'

/** What reading the example came to. */
const exampleTallySchema = z
  .object({
    added: z.int().nonnegative(),
    unchanged: z.int().nonnegative(),
    failed: z.int().nonnegative(),
  })
  .readonly()
  .meta({ id: 'ExampleTally' })

const readExample = createRoute({
  method: 'post',
  path: '/api/example',
  operationId: 'readExample',
  summary: 'Reads the example situation into the ledger, and answers when it is read',
  description:
    'Eleven pages by eight invented outlets, two of them in two versions. The stream of bulletins tells how far it is. Reading it again changes nothing.',
  tags: ['documents'],
  middleware: limitQuestion,
  responses: {
    200: {
      description: 'It is read.',
      content: { 'application/json': { schema: exampleTallySchema } },
    },
    403: describeProblem('A page of another origin sent it.'),
  },
})

/** The example that comes with Hearsay. */
export const exampleRoutes = new OpenAPIHono<DoorEnv>().openapi(readExample, async (c) => {
  const { ingest, bulletins } = c.var.dependencies
  const { size, documents } = await collectExample()
  const tally = { added: 0, unchanged: 0, failed: 0 }
  const tell = (done: number) => bulletins.post({ kind: 'example', done, all: size })
  let done = 0
  tell(done)
  for await (const { outcome } of ingest(documents, { date: null })) {
    tally[outcome]++
    tell(++done)
  }
  return c.json(tally, 200)
})
