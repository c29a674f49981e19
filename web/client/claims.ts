import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ClaimGrouping } from '../../src/records/claim-group.ts'
import { client, reach, toFailure } from './reach.ts'

/** What chooses claims; of what is absent nothing is asked. */
export interface ClaimChoice {
  /** In the language of the search. */
  readonly q?: string | undefined
  readonly article?: string | undefined
  readonly story?: string | undefined
  readonly situation?: string | undefined
  /** Only those that stand in the group of the key `inGroup`, which is empty for those that have nothing of the kind. */
  readonly groupBy?: ClaimGrouping | undefined
  readonly inGroup?: string | undefined
}

/** `newest` is by the last report of a claim, `earliest` by its first. */
export const claimOrders = ['origins', 'reports', 'earliest', 'newest'] as const
export type ClaimOrder = (typeof claimOrders)[number]

/** What groups claims, in the order in which it is offered. */
export const claimGroupings = [
  'story',
  'actor',
  'source',
  'outlet',
  'type',
  'day',
] as const satisfies readonly ClaimGrouping[]

/** The claims that are chosen, in their order, page by page. */
export const claimsQuery = (choice: ClaimChoice, order: ClaimOrder, limit: number) =>
  infiniteQueryOptions({
    queryKey: ['claims', choice, order, limit],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        ...toParameters(choice),
        order,
        limit: String(limit),
        ...(pageParam !== null && { cursor: pageParam }),
      }
      const answer = await reach(client.api.claims.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** How many claims are chosen, and what of the search was not understood. */
export const claimCountQuery = (choice: ClaimChoice) =>
  queryOptions({
    queryKey: ['claim count', choice],
    queryFn: async ({ signal }) => {
      const query = toParameters(choice)
      const answer = await reach(client.api.claims.count.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** The groups of the claims that are chosen. */
export const claimGroupsQuery = (choice: ClaimChoice, by: ClaimGrouping, limit: number) =>
  queryOptions({
    queryKey: ['claim groups', choice, by, limit],
    queryFn: async ({ signal }) => {
      const query = { ...toParameters(choice), by, limit: String(limit) }
      const answer = await reach(client.api.claims.groups.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** One claim with all that stands behind it. */
export const claimQuery = (id: string) =>
  queryOptions({
    queryKey: ['claim', id],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.claims[':id'].$get({ param: { id } }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** Without what is absent: a parameter that is there must say something. */
const toParameters = (
  choice: ClaimChoice,
): { [Name in keyof ClaimChoice]?: NonNullable<ClaimChoice[Name]> } =>
  Object.fromEntries(
    Object.entries(choice).filter(
      ([name, value]) => value !== undefined && (value !== '' || name === 'inGroup'),
    ),
  )
