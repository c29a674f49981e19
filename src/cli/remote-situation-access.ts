import { z } from 'zod'
import type { ServerPlace } from '../ledger/find-running-server.ts'
import { outletMatrixSchema } from '../records/outlet-matrix.ts'
import { followedSituationSchema } from '../records/situation.ts'
import { situationNewsSchema } from '../records/situation-news.ts'
import { askServer, tellServer } from './ask-server.ts'
import type { SituationAccess } from './situation-access.ts'

const pageSchema = z.object({
  situations: z.array(followedSituationSchema),
  nextCursor: z.string().nullable(),
})

/** Has a running server follow situations. */
export function openRemoteSituationAccess(server: ServerPlace): SituationAccess {
  const pathOf = (id: string) => `/api/situations/${encodeURIComponent(id)}`
  return {
    findSituations: async ({ limit, cursor }) => {
      const page = pageSchema.parse(await askServer(server, '/api/situations', { limit, cursor }, [200]))
      return { rows: page.situations, nextCursor: page.nextCursor }
    },
    getSituation: async (id) => followedSituationSchema.parse(await askServer(server, pathOf(id), {}, [200])),
    tellNews: async (id, since) =>
      situationNewsSchema.parse(await askServer(server, `${pathOf(id)}/changes`, { since }, [200])),
    findOutlets: async (id, limit) =>
      outletMatrixSchema.parse(await askServer(server, `${pathOf(id)}/matrix`, { limit }, [200])),
    add: async (draft) =>
      followedSituationSchema.parse(await tellServer(server, 'POST', '/api/situations', draft, [201])),
    remove: async (id) => {
      await askServer(server, pathOf(id), {}, [204], { method: 'DELETE' })
    },
    noteVisit: async (id, until) => {
      await tellServer(server, 'POST', `${pathOf(id)}/visit`, { until }, [200])
    },
  }
}
