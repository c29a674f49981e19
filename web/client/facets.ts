import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { FacetKind } from '../../src/records/facet.ts'
import { client, reach, toFailure } from './reach.ts'

/** What claims can be chosen by, that of most claims first; those of before stay while one types on. */
export const facetsQuery = ({
  kind,
  prefix,
  limit,
}: {
  readonly kind: FacetKind
  /** How a word of the name begins. */
  readonly prefix: string
  readonly limit: number
}) =>
  queryOptions({
    queryKey: ['facets', kind, prefix, limit],
    queryFn: async ({ signal }) => {
      const query = { kind, limit: String(limit), ...(prefix !== '' && { prefix: prefix.slice(0, 200) }) }
      const answer = await reach(client.api.facets.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    placeholderData: keepPreviousData,
  })
