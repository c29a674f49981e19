import { z } from 'zod'
import type { StoryCounts } from '../ledger/count-stories.ts'
import type { ServerPlace } from '../ledger/find-running-server.ts'
import { actorProfileSchema, actorSummarySchema } from '../records/actor-profile.ts'
import { articleSummarySchema } from '../records/article-summary.ts'
import { pageChangeSchema } from '../records/change.ts'
import { claimSchema } from '../records/claim.ts'
import type { Document, Uncollected } from '../records/document.ts'
import { envelopeMediaType, toEnvelope } from '../records/document-envelope.ts'
import { type IngestOutcome, ingestOutcomeSchema, toFailedOutcome } from '../records/ingest-outcome.ts'
import { outletProfileSchema, outletSummarySchema } from '../records/outlet-profile.ts'
import { pageSchema } from '../records/page.ts'
import { loggedActSchema } from '../records/review.ts'
import { storedArticleSchema } from '../records/stored-article.ts'
import { type StoredStory, storedStorySchema } from '../records/stored-story.ts'
import { storySchema } from '../records/story.ts'
import { type TrainingText, trainingTextSchema } from '../records/training-text.ts'
import type { Access } from './access.ts'
import { askServer, askServerForText, type ServerQuery } from './ask-server.ts'
import { openRemoteAccountAccess } from './remote-account-access.ts'
import { openRemoteFeedAccess } from './remote-feed-access.ts'
import { openRemoteSituationAccess } from './remote-situation-access.ts'

const articlePageSchema = z.object({
  articles: z.array(articleSummarySchema),
  nextCursor: z.string().nullable(),
})
const claimPageSchema = z.object({ claims: z.array(claimSchema), nextCursor: z.string().nullable() })
const storyPageSchema = z.object({ stories: z.array(storySchema), nextCursor: z.string().nullable() })
const reviewPageSchema = z.object({ acts: z.array(loggedActSchema), nextCursor: z.string().nullable() })
const changePageSchema = z.object({ changes: z.array(pageChangeSchema), nextCursor: z.string().nullable() })
const actorPageSchema = z.object({ actors: z.array(actorSummarySchema), nextCursor: z.string().nullable() })
const outletPageSchema = z.object({
  outlets: z.array(outletSummarySchema),
  nextCursor: z.string().nullable(),
})
const versionsSchema = z.object({ page: pageSchema.nullable() })

/** Asks a running Hearsay over HTTP for what this process would else ask of the ledger it holds. */
export async function openRemoteAccess(server: ServerPlace): Promise<Access> {
  return {
    place: server.url,
    isRemote: true,
    findArticles: async ({ limit, cursor, words }) => {
      const page = articlePageSchema.parse(await get(server, '/api/articles', { limit, cursor, words }))
      return { rows: page.articles, nextCursor: page.nextCursor }
    },
    findClaims: async ({ articleId, storyId, minOrigins, isDisputed, ...query }) => {
      const asked = { ...query, article: articleId, story: storyId, minOrigins, disputed: isDisputed }
      const page = claimPageSchema.parse(await get(server, '/api/claims/whole', asked))
      return { rows: page.claims, nextCursor: page.nextCursor }
    },
    getClaim: async (id) => claimSchema.parse(await get(server, `/api/claims/${encodeURIComponent(id)}`, {})),
    findStories: async (query) => {
      const page = storyPageSchema.parse(await get(server, '/api/stories', { ...query, order: 'newest' }))
      return { rows: page.stories, nextCursor: page.nextCursor }
    },
    getStory: (id) => getStory(server, id),
    countStories: async (ids) => {
      const counts = new Map<string, StoryCounts>()
      for (const id of ids) counts.set(id, countParts(await getStory(server, id)))
      return counts
    },
    findActors: async (query) => {
      const page = actorPageSchema.parse(await get(server, '/api/actors', { ...query }))
      return { rows: page.actors, nextCursor: page.nextCursor }
    },
    getActor: async (name) =>
      actorProfileSchema.parse(await get(server, `/api/actors/${encodeURIComponent(name)}`, {})),
    findOutlets: async (query) => {
      const page = outletPageSchema.parse(await get(server, '/api/outlets', { ...query }))
      return { rows: page.outlets, nextCursor: page.nextCursor }
    },
    getOutlet: async (name) =>
      outletProfileSchema.parse(await get(server, `/api/outlets/${encodeURIComponent(name)}`, {})),
    getArticle: async (id) =>
      storedArticleSchema.parse(await get(server, `/api/articles/${encodeURIComponent(id)}`, {})),
    findChanges: async ({ articleId, isSilent, withTrivial, ...query }) => {
      const asked = { ...query, article: articleId, silent: isSilent || null, trivial: withTrivial || null }
      const page = changePageSchema.parse(await get(server, '/api/changes', asked))
      return { rows: page.changes, nextCursor: page.nextCursor }
    },
    getPage: async (articleId) => {
      const path = `/api/articles/${encodeURIComponent(articleId)}/versions`
      return versionsSchema.parse(await get(server, path, {})).page
    },
    getVersionChange: async (articleId, n) => {
      const path = `/api/articles/${encodeURIComponent(articleId)}/versions/${n}/change`
      return pageChangeSchema.parse(await get(server, path, {}))
    },
    findReviews: async ({ articleId, claimId, ...query }) => {
      const asked = { ...query, article: articleId, claim: claimId }
      const page = reviewPageSchema.parse(await get(server, '/api/reviews', asked))
      return { rows: page.acts, nextCursor: page.nextCursor }
    },
    exportReviews: () => exportAll(server),
    situations: openRemoteSituationAccess(server),
    accounts: openRemoteAccountAccess(server),
    openFeeds: async () => openRemoteFeedAccess(server),
    add: (documents, { date }) => addAll(server, documents, date),
    close: async () => {},
  }
}

const getStory = async (server: ServerPlace, id: string): Promise<StoredStory> =>
  storedStorySchema.parse(await get(server, `/api/stories/${encodeURIComponent(id)}`, {}))

/** No route counts claims; a story of more than 200 shows 200. */
const countParts = ({ articles, claims }: StoredStory): StoryCounts => ({
  copies: articles.reduce((sum, { copies }) => sum + copies.length, 0),
  claims: claims.length,
})

async function* exportAll(server: ServerPlace): AsyncGenerator<TrainingText> {
  for (const line of (await askServerForText(server, '/api/reviews/export')).split('\n'))
    if (line !== '') yield trainingTextSchema.parse(JSON.parse(line))
}

async function* addAll(
  server: ServerPlace,
  documents: AsyncIterable<Document | Uncollected>,
  date: string | null,
): AsyncGenerator<IngestOutcome> {
  for await (const document of documents) {
    if ('problem' in document) {
      yield toFailedOutcome(document.where, document.problem)
      continue
    }
    yield ingestOutcomeSchema.parse(await post(server, document, date))
  }
}

const get = (server: ServerPlace, path: string, query: ServerQuery): Promise<unknown> =>
  askServer(server, path, query, [200])

async function post(server: ServerPlace, document: Document, date: string | null): Promise<unknown> {
  const query = { where: document.where, date, collected: document.collectedAt }
  return await askServer(server, '/api/documents', query, [200, 201, 422], {
    method: 'POST',
    body: toEnvelope(document),
    headers: { 'content-type': envelopeMediaType },
  })
}
