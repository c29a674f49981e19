import { z } from 'zod'
import type { StoryCounts } from '../ledger/count-stories.ts'
import { articleSummarySchema } from '../records/article-summary.ts'
import { pageChangeSchema } from '../records/change.ts'
import { claimSchema } from '../records/claim.ts'
import type { Document, Uncollected } from '../records/document.ts'
import { HearsayError, type HearsayErrorCode } from '../records/error.ts'
import { type IngestOutcome, ingestOutcomeSchema, toFailedOutcome } from '../records/ingest-outcome.ts'
import { pageSchema } from '../records/page.ts'
import { storedArticleSchema } from '../records/stored-article.ts'
import { type StoredStory, storedStorySchema } from '../records/stored-story.ts'
import { storySchema } from '../records/story.ts'
import type { Access } from './access.ts'

const articlePageSchema = z.object({
  articles: z.array(articleSummarySchema),
  nextCursor: z.string().nullable(),
})
const claimPageSchema = z.object({ claims: z.array(claimSchema), nextCursor: z.string().nullable() })
const storyPageSchema = z.object({ stories: z.array(storySchema), nextCursor: z.string().nullable() })
const changePageSchema = z.object({ changes: z.array(pageChangeSchema), nextCursor: z.string().nullable() })
const versionsSchema = z.object({ page: pageSchema.nullable() })
const refusalSchema = z.object({ code: z.string().optional(), detail: z.string().optional() })

/** Asks a running Hearsay over HTTP for what this process would else ask of the ledger it holds. */
export async function openRemoteAccess(server: string): Promise<Access> {
  return {
    place: server,
    isRemote: true,
    findArticles: async ({ limit, cursor, words }) => {
      const page = articlePageSchema.parse(await get(server, '/api/articles', { limit, cursor, words }))
      return { rows: page.articles, nextCursor: page.nextCursor }
    },
    findClaims: async ({ articleId, storyId, minOrigins, isDisputed, ...query }) => {
      const asked = { ...query, article: articleId, story: storyId, minOrigins, disputed: isDisputed }
      const page = claimPageSchema.parse(await get(server, '/api/claims', asked))
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
    add: (documents, { date }) => addAll(server, documents, date),
    close: async () => {},
  }
}

const getStory = async (server: string, id: string): Promise<StoredStory> =>
  storedStorySchema.parse(await get(server, `/api/stories/${encodeURIComponent(id)}`, {}))

/** No route counts claims; a story of more than 200 shows 200. */
const countParts = ({ articles, claims }: StoredStory): StoryCounts => ({
  copies: articles.reduce((sum, { copies }) => sum + copies.length, 0),
  claims: claims.length,
})

async function* addAll(
  server: string,
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

type Query = Readonly<Record<string, string | number | boolean | null>>

async function get(server: string, path: string, query: Query): Promise<unknown> {
  return await answerOf(await reach(toAddress(server, path, query)), [200])
}

async function post(server: string, document: Document, date: string | null): Promise<unknown> {
  const address = toAddress(server, '/api/documents', {
    where: document.where,
    date,
    collected: document.collectedAt,
  })
  const type = document.mediaType ?? 'application/octet-stream'
  const response = await reach(address, {
    method: 'POST',
    body: new Uint8Array(document.bytes),
    headers: { 'content-type': document.charset ? `${type}; charset=${document.charset}` : type },
  })
  return await answerOf(response, [200, 201, 422])
}

function toAddress(server: string, path: string, query: Query): URL {
  const address = new URL(path, server)
  for (const [name, value] of Object.entries(query))
    if (value !== null) address.searchParams.set(name, String(value))
  return address
}

async function reach(address: URL, request: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (cause) {
    throw new HearsayError(
      'ledger-unusable',
      `The Hearsay that holds this ledger at ${address.origin} does not answer. Stop it and try again.`,
      { cause },
    )
  }
}

async function answerOf(response: Response, accepted: readonly number[]): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null)
  if (accepted.includes(response.status)) return body
  const refusal = refusalSchema.safeParse(body)
  const message = refusal.data?.detail ?? `The server answered with status ${response.status}.`
  throw new HearsayError(toCode(response.status), message)
}

const toCode = (status: number): HearsayErrorCode =>
  status === 404 ? 'not-found' : status === 409 ? 'ambiguous-id' : 'invalid-request'
