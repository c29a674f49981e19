import { ingest } from '../jobs/ingest.ts'
import { openReaders } from '../jobs/open-readers.ts'
import { findArticles } from '../ledger/find-articles.ts'
import { findClaims } from '../ledger/find-claims.ts'
import { getArticle } from '../ledger/get-article.ts'
import type { Ledger, LedgerPlace } from '../ledger/ledger.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import type { Access } from './access.ts'
import { findEmptyLedger } from './find-empty-ledger.ts'

/** Opens the ledger in this process. */
export async function openLocalAccess(place: LedgerPlace, owner: string): Promise<Access> {
  return toAccess(await openLedger(place, { owner, emptyLedger: findEmptyLedger() }))
}

function toAccess(ledger: Ledger): Access {
  return {
    place: ledger.place,
    isRemote: false,
    findArticles: async ({ limit, cursor, words }) => {
      const { articles, nextCursor } = await findArticles(ledger, {
        limit,
        cursor,
        ...(words === null ? {} : { words }),
      })
      return { rows: articles, nextCursor }
    },
    findClaims: async ({ limit, cursor }) => {
      const { claims, nextCursor } = await findClaims(ledger, { limit, cursor })
      return { rows: claims, nextCursor }
    },
    getArticle: (id) => getArticle(ledger, id),
    add: async function* (documents, { mode, workers, ...options }) {
      const readers = await openReaders({ mode, workers })
      try {
        yield* ingest(documents, ledger, readers, options)
      } finally {
        await readers.close()
      }
    },
    close: () => ledger.close(),
  }
}
