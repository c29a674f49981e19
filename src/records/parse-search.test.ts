import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allClaims, type ClaimQuery } from './claim-query.ts'
import { eventTypes } from './event-types.ts'
import { modalities } from './modalities.ts'
import { parseSearch } from './parse-search.ts'
import { toSearchText } from './to-search-text.ts'

const read = (text: string) => {
  const { query, problems } = parseSearch(text)
  expect(problems).toEqual([])
  return query
}

test('words, phrases, keys and bounds are told apart', () => {
  expect(
    read(
      'amnesty "safe passage" -rumour actor:veresk says:"Anton Veresk" -outlet:telegraph type:consult modality:no-comment place:Selgrad origins>=2 after:2025-12-01 before:2026-01-01 kind:event is:disputed',
    ),
  ).toEqual({
    ...allClaims,
    words: 'amnesty "safe passage" -rumour',
    actors: ['veresk'],
    sources: ['Anton Veresk'],
    types: ['CONSULT'],
    modalities: ['no-comment'],
    places: ['Selgrad'],
    not: { ...allClaims.not, outlets: ['telegraph'] },
    minOrigins: 2,
    after: '2025-12-01',
    before: '2026-01-01',
    kind: 'event',
    isDisputed: true,
  })
})

test('a key that is given twice means any of the two', () => {
  expect(read('outlet:courier outlet:pier outlet:courier').outlets).toEqual(['courier', 'pier'])
})

test.each([
  ['origins>2', { minOrigins: 3 }],
  ['origins:2', { minOrigins: 2 }],
  ['-is:disputed', { isDisputed: false }],
  ['-kind:event', { kind: 'statement' }],
  ['10:30', { words: '10:30' }],
  ['note:well', { words: '"note well"' }],
  ['origins', { words: 'origins' }],
  ['"never closed', { words: '"never closed"' }],
  ['actor:"Anton Veresk', { actors: ['Anton Veresk'] }],
] as const)('%s', (text, expected) => {
  expect(read(text)).toEqual({ ...allClaims, ...expected })
})

describe('what is not understood is told, and leaves the rest as it is', () => {
  test.each([
    ['type:party', /party is no type of event: AGREE/],
    ['modality:sure', /sure is no modality: fact/],
    ['before:2026-02-30', /2026-02-30 is no day/],
    ['after:yesterday', /yesterday is no day/],
    ['kind:rumour', /kind: is event or statement/],
    ['is:true', /is: knows disputed/],
    ['actor: ', /actor: stands without/],
    ['origins>=', /gives no number of origins/],
  ])('%s', (text, message) => {
    const { query, problems } = parseSearch(`harbour ${text} outlet:pier`)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(message)
    expect(query).toEqual({ ...allClaims, words: 'harbour', outlets: ['pier'] })
  })
})

test('a query that is written down is read as what it was', () => {
  const name = fc.stringMatching(/^[a-zé]{1,8}( [a-z.-]{1,8})?$/).filter((text) => text.trim() === text)
  const names = fc.uniqueArray(name, { maxLength: 3 })
  const lists = {
    actors: names,
    sources: names,
    outlets: names,
    places: names,
    types: fc.uniqueArray(fc.constantFrom(...eventTypes), { maxLength: 2 }),
    modalities: fc.uniqueArray(fc.constantFrom(...modalities), { maxLength: 2 }),
  }
  const day = fc.constantFrom('2025-12-01', '2026-02-28', null)
  fc.assert(
    fc.property(
      fc.record({
        ...lists,
        not: fc.record(lists),
        words: fc.constantFrom('', 'amnesty', '"safe passage" -rumour', 'war or peace'),
        minOrigins: fc.constantFrom(null, 0, 2),
        after: day,
        before: day,
        kind: fc.constantFrom(null, 'event', 'statement'),
        isDisputed: fc.constantFrom(null, true, false),
      }),
      (query) => {
        expect(read(toSearchText(query as ClaimQuery))).toEqual(query)
      },
    ),
  )
})

test('any text is read, soon and without a fault', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void parseSearch(text)))
  const hostile = ['"'.repeat(1e6), 'a:'.repeat(5e5), '-'.repeat(1e6), 'actor:"'.repeat(2e5)]
  for (const text of hostile) parseSearch(text)
})
