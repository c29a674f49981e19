import type { ClaimQuery } from '../../../src/records/claim-query.ts'

const lists = { actors: [], sources: [], outlets: [], types: [], modalities: [], places: [] }

/** What an empty form says: nothing. */
export const emptyQuery: ClaimQuery = {
  words: '',
  ...lists,
  not: lists,
  minOrigins: null,
  after: null,
  before: null,
  kind: null,
  isDisputed: null,
}

/** Whether a query says anything at all. */
export const isEmptyQuery = (query: ClaimQuery): boolean =>
  JSON.stringify(query) === JSON.stringify(emptyQuery)
