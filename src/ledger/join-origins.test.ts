import { expect, test } from 'vitest'
import { joinByIdentity } from '../records/join-by-identity.ts'
import { findLastingIdentities } from './join-origins.ts'

test('the president here and the foreign ministry there are one state’s; presidents of two states are two', () => {
  const of = (...identities: string[]) => ({
    identities: findLastingIdentities({ id: `support ${identities[0]}`, identities }),
  })
  const rows = [
    of('body president', 'person veresk', 'state MRV'),
    of('body foreign ministry', 'state MRV'),
    of('body president', 'person marsh', 'state FDU'),
    of('person veresk'),
    of('article 12'),
    of('article 13'),
  ]
  expect(joinByIdentity(rows).map((group) => group.map((row) => rows.indexOf(row)))).toEqual([
    [0, 1, 3],
    [2],
    [4],
    [5],
  ])
})
