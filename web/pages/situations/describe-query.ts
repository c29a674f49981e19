import type { ClaimQuery } from '../../../src/records/claim-query.ts'
import { strings } from '../../strings.ts'

const { queryPart } = strings

/** What a query asks for, in words: “amnesty; actor Marsh or Arce; CONSULT; from 1 Dec 2025”. */
export function describeQuery(query: ClaimQuery): string {
  const lists = (of: Pick<ClaimQuery, keyof typeof queryPart.lists>, without: boolean) =>
    (Object.keys(queryPart.lists) as (keyof typeof queryPart.lists)[]).flatMap((part) => {
      const names: readonly string[] =
        part === 'modalities' ? of[part].map((modality) => strings.modality[modality]) : of[part]
      if (names.length === 0) return []
      const told = `${queryPart.lists[part]} ${names.join(queryPart.or)}`
      return without ? queryPart.without(told) : told
    })
  return [
    ...(query.words === '' ? [] : [query.words]),
    ...lists(query, false),
    ...lists(query.not, true),
    ...(query.minOrigins === null ? [] : [queryPart.minOrigins(query.minOrigins)]),
    ...(query.after === null ? [] : [queryPart.after(query.after)]),
    ...(query.before === null ? [] : [queryPart.before(query.before)]),
    ...(query.kind === null ? [] : [queryPart.kind[query.kind]]),
    ...(query.isDisputed === null ? [] : [query.isDisputed ? queryPart.disputed : queryPart.undisputed]),
  ].join('; ')
}
