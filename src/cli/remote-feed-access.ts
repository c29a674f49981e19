import { z } from 'zod'
import type { ServerPlace } from '../ledger/find-running-server.ts'
import { collectingStatusSchema } from '../records/collecting-status.ts'
import { followedFeedSchema, followedListSchema, followingSchema, testedFeedSchema } from '../records/feed.ts'
import { type Problem, problemSchema } from '../records/problem.ts'
import { askServer, tellServer } from './ask-server.ts'
import type { FeedAccess } from './feed-access.ts'

const pageSchema = z.object({ feeds: z.array(followedFeedSchema), nextCursor: z.string().nullable() })

const pollMs = 1000

/** Has a running server follow and collect. */
export function openRemoteFeedAccess(server: ServerPlace): FeedAccess {
  const pathOf = (id: string) => `/api/feeds/${encodeURIComponent(id)}`
  return {
    findFeeds: async ({ limit, cursor }) => {
      const page = pageSchema.parse(await askServer(server, '/api/feeds', { limit, cursor }, [200]))
      return { rows: page.feeds, nextCursor: page.nextCursor }
    },
    getFeed: async (id) => followedFeedSchema.parse(await askServer(server, pathOf(id), {}, [200])),
    follow: async (address, { asPage }) => {
      const answer = await tellServer(
        server,
        'POST',
        '/api/feeds',
        { address, watch: asPage },
        [200, 201, 422],
      )
      return toProblem(answer) ?? followingSchema.parse(answer)
    },
    followList: async ({ bytes }) => {
      const answer = await askServer(server, '/api/feeds/opml', {}, [200, 422], {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'content-type': 'text/x-opml' },
      })
      return toProblem(answer) ?? followedListSchema.parse(answer)
    },
    test: async (address) => {
      const answer = await tellServer(server, 'POST', '/api/feeds/test', { address }, [200, 422])
      return toProblem(answer) ?? testedFeedSchema.parse(answer)
    },
    setState: async (id, state) => {
      await tellServer(server, 'PATCH', pathOf(id), { state }, [200])
    },
    remove: async (id) => {
      await askServer(server, pathOf(id), {}, [204], { method: 'DELETE' })
    },
    collect: async function* (feeds, signal) {
      yield collectingStatusSchema.parse(
        await tellServer(server, 'POST', '/api/collecting', feeds === null ? {} : { feeds }, [202]),
      )
      for (let isRunning = true; isRunning && !signal.aborted; ) {
        await new Promise((resolve) => setTimeout(resolve, pollMs))
        const status = collectingStatusSchema.parse(await askServer(server, '/api/collecting', {}, [200]))
        yield status
        isRunning = status.isRunning
      }
    },
    close: async () => {},
  }
}

/** The problem that a refusal tells, as RFC 9457 puts it; null where the answer is none. */
function toProblem(answer: unknown): { readonly problem: Problem } | null {
  const refusal = z
    .object({
      detail: z.string(),
      code: z.string().optional(),
      problem: problemSchema.optional(),
      status: z.number(),
    })
    .safeParse(answer)
  if (!refusal.success) return null
  const { problem, detail } = refusal.data
  return { problem: problem ?? { code: 'not-a-feed', message: detail, advice: null } }
}
