import { findOutletMatrix } from '../jobs/find-outlet-matrix.ts'
import { countFollowed, makeSituation } from '../jobs/follow-situation.ts'
import { tellSituation } from '../jobs/tell-situation.ts'
import { findSituations, getSituation } from '../ledger/find-situations.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { noteSituationVisit } from '../ledger/note-situation-visit.ts'
import { removeSituation } from '../ledger/put-situation.ts'
import { localUserName } from '../records/local-user-name.ts'
import type { SituationAccess } from './situation-access.ts'

/** Follows situations in a ledger that this process has open, as whoever sits at this machine. */
export function openLocalSituationAccess(ledger: Ledger): SituationAccess {
  const visited = (id: string) => getSituation(ledger, localUserName, id)
  return {
    findSituations: async (query) => {
      const { situations, nextCursor } = await findSituations(ledger, localUserName, query)
      return { rows: await Promise.all(situations.map((each) => countFollowed(ledger, each))), nextCursor }
    },
    getSituation: async (id) => countFollowed(ledger, await visited(id)),
    tellNews: async (id, since) => {
      const { situation, lastVisitAt } = await visited(id)
      return tellSituation(ledger, situation.query, since ?? lastVisitAt ?? situation.createdAt)
    },
    findOutlets: async (id, claims) => {
      const { situation } = await visited(id)
      return findOutletMatrix(ledger, [situation.query], claims)
    },
    add: (draft) => makeSituation(ledger, draft, localUserName),
    remove: async (id) => removeSituation(ledger, (await visited(id)).situation.id),
    noteVisit: async (id, until) =>
      noteSituationVisit(ledger, (await visited(id)).situation.id, localUserName, until),
  }
}
