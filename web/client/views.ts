import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client, reach, toFailure } from './reach.ts'

/** What chooses the events of a view; what is absent or empty chooses nothing. */
export interface ViewChoice {
  /** In the search language. */
  readonly q?: string | undefined
  /** Id of a situation. */
  readonly situation?: string | undefined
  /** PLOVER types. */
  readonly types: readonly string[]
}

const toParameters = ({ q, situation, types }: ViewChoice) => ({
  ...(q && { q }),
  ...(situation && { situation }),
  ...(types.length > 0 && { types: types.join() }),
})

/** Events at when they happened; of the days between, both `2026-03-04`, or of all. */
export const timelineQuery = (
  choice: ViewChoice,
  days: { readonly from: string; readonly to: string } | null,
) =>
  queryOptions({
    queryKey: ['timeline', choice, days],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { ...toParameters(choice), ...days }
      const answer = await reach(client.api.timeline.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** Who did what to whom. */
export const networkQuery = (choice: ViewChoice) =>
  queryOptions({
    queryKey: ['network', choice],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answer = await reach(
        client.api.network.$get({ query: toParameters(choice) }, { init: { signal } }),
      )
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** Where events happened. */
export const mapQuery = (choice: ViewChoice) =>
  queryOptions({
    queryKey: ['map', choice],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.map.$get({ query: toParameters(choice) }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** Rows of these claims, those of most origins first. */
export const chosenClaimsQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['chosen-claims', ids],
    queryFn: async ({ signal }) => {
      const query = { ids: ids.join(), limit: '200' }
      const answer = await reach(client.api.claims.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return (await answer.json()).claims
    },
  })
