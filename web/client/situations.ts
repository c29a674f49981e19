import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ClaimQuery } from '../../src/records/claim-query.ts'
import type { SituationDraft } from '../../src/records/situation.ts'
import { client, reach, toFailure } from './reach.ts'

/** What is followed, page by page; a page is small, since the server counts each anew. */
export const situationsQuery = infiniteQueryOptions({
  queryKey: ['situations'],
  initialPageParam: null as string | null,
  queryFn: async ({ pageParam, signal }) => {
    const query = { limit: '20', ...(pageParam && { cursor: pageParam }) }
    const answer = await reach(client.api.situations.$get({ query }, { init: { signal } }))
    if (!answer.ok) throw await toFailure(answer)
    return answer.json()
  },
  getNextPageParam: ({ nextCursor }) => nextCursor,
})

/** Whether anything is followed; false where the server does not say. */
export async function hasSituations(): Promise<boolean> {
  const answer = await reach(client.api.situations.$get({ query: { limit: '1' } })).catch(() => null)
  return answer?.ok === true && (await answer.json()).situations.length > 0
}

/** One situation with its counts. */
export const situationQuery = (id: string) =>
  queryOptions({
    queryKey: ['situation', id],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.situations[':id'].$get({ param: { id } }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** What came about a situation since an instant, ISO 8601 in UTC, or since the last visit. */
export const situationNewsQuery = (id: string, since: string | null) =>
  queryOptions({
    queryKey: ['situation-news', id, since],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = since === null ? {} : { since }
      const answer = await reach(
        client.api.situations[':id'].changes.$get({ param: { id }, query }, { init: { signal } }),
      )
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** Who told which of its claims; the claims of most reports. */
export const outletMatrixQuery = (id: string, limit: number) =>
  queryOptions({
    queryKey: ['outlet-matrix', id, limit],
    queryFn: async ({ signal }) => {
      const answer = await reach(
        client.api.situations[':id'].matrix.$get(
          { param: { id }, query: { limit: String(limit) } },
          { init: { signal } },
        ),
      )
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    placeholderData: keepPreviousData,
  })

/** What a query, or a text in the search language, would have caught; that of before stays while one changes it. */
export const previewQuery = (asked: { readonly query: ClaimQuery } | { readonly q: string }) =>
  queryOptions({
    queryKey: ['situation-preview', asked],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.situations.preview.$post({ json: asked }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    placeholderData: keepPreviousData,
  })

/** Follows a situation from now on, or, given an id, changes the one that is followed. */
export async function putSituation(id: string | null, draft: SituationDraft) {
  const answer =
    id === null
      ? await reach(client.api.situations.$post({ json: draft }))
      : await reach(client.api.situations[':id'].$put({ param: { id }, json: draft }))
  if (!answer.ok) throw await toFailure(answer)
  return answer.json()
}

/** Follows a situation no longer. */
export async function removeSituation(id: string): Promise<void> {
  const answer = await reach(client.api.situations[':id'].$delete({ param: { id } }))
  if (!answer.ok) throw await toFailure(answer)
}

/** Notes that what came up to an instant was seen. */
export async function visitSituation(id: string, until: string) {
  const answer = await reach(client.api.situations[':id'].visit.$post({ param: { id }, json: { until } }))
  if (!answer.ok) throw await toFailure(answer)
  return answer.json()
}
