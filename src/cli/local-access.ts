import { exportReviews } from '../jobs/export-reviews.ts'
import { findChanges, getArticlePage, getVersionChange } from '../jobs/find-changes.ts'
import { ingest } from '../jobs/ingest.ts'
import { openReaders } from '../jobs/open-readers.ts'
import { tellActor } from '../jobs/tell-actor.ts'
import { tellClaim } from '../jobs/tell-claim.ts'
import { tellOutlet, tellOutlets } from '../jobs/tell-outlets.ts'
import { tellClaimReview } from '../jobs/tell-reviews.ts'
import { tellStory } from '../jobs/tell-story.ts'
import { countStories } from '../ledger/count-stories.ts'
import { findActors } from '../ledger/find-actors.ts'
import { findArticles } from '../ledger/find-articles.ts'
import { findClaims } from '../ledger/find-claims.ts'
import { findReviews } from '../ledger/find-reviews.ts'
import { findStories } from '../ledger/find-stories.ts'
import { getArticle } from '../ledger/get-article.ts'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import type { Ledger, LedgerPlace } from '../ledger/ledger.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { allClaims } from '../records/claim-query.ts'
import { parseSearch } from '../records/parse-search.ts'
import type { Access } from './access.ts'
import { findEmptyLedger } from './find-empty-ledger.ts'
import { openLocalAccountAccess } from './local-account-access.ts'
import { openLocalFeedAccess } from './local-feed-access.ts'
import { openLocalSituationAccess } from './local-situation-access.ts'

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
    findClaims: async ({ limit, cursor, articleId, storyId, minOrigins, isDisputed, words, q }) => {
      const { claims, nextCursor } = await findClaims(ledger, {
        limit,
        cursor,
        ...(articleId === null ? {} : { articleId: await getFullId(ledger, articleId, idPlaces.article) }),
        ...(storyId === null ? {} : { storyId: await getFullId(ledger, storyId, idPlaces.story) }),
        queries: [{ ...allClaims, minOrigins, isDisputed, words: words ?? '' }, parseSearch(q ?? '').query],
      })
      return { rows: claims, nextCursor }
    },
    getClaim: (id) => tellClaim(ledger, id),
    findStories: async ({ limit, cursor, words }) => {
      const { stories, nextCursor } = await findStories(ledger, {
        limit,
        cursor,
        order: 'newest',
        ...(words === null ? {} : { words }),
      })
      return { rows: stories, nextCursor }
    },
    getStory: (id) => tellStory(ledger, id),
    countStories: (ids) => countStories(ledger, ids),
    findActors: async ({ words, ...query }) => {
      const { actors, nextCursor } = await findActors(ledger, { ...query, ...(words !== null && { words }) })
      return { rows: actors, nextCursor }
    },
    getActor: (name) => tellActor(ledger, name),
    findOutlets: async ({ words, ...query }) => {
      const { outlets, nextCursor } = await tellOutlets(ledger, {
        ...query,
        ...(words !== null && { words }),
      })
      return { rows: outlets, nextCursor }
    },
    getOutlet: (name) => tellOutlet(ledger, name),
    getArticle: (id) => getArticle(ledger, id),
    findChanges: async (query) => {
      const { changes, nextCursor } = await findChanges(ledger, query)
      return { rows: changes, nextCursor }
    },
    getPage: (articleId) => getArticlePage(ledger, articleId),
    getVersionChange: (articleId, n) => getVersionChange(ledger, articleId, n),
    findReviews: async ({ limit, cursor, articleId, claimId, by, kind }) => {
      const { acts, nextCursor } = await findReviews(ledger, {
        limit,
        cursor,
        ...(articleId === null ? {} : { articleId: await getFullId(ledger, articleId, idPlaces.article) }),
        ...(claimId === null
          ? {}
          : { ids: (await tellClaimReview(ledger, claimId)).acts.map(({ act }) => act.id) }),
        ...(by === null ? {} : { by }),
        ...(kind === null ? {} : { kind }),
      })
      return { rows: acts, nextCursor }
    },
    exportReviews: () => exportReviews(ledger),
    situations: openLocalSituationAccess(ledger),
    accounts: openLocalAccountAccess(ledger),
    openFeeds: (options) => openLocalFeedAccess(ledger, options),
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
