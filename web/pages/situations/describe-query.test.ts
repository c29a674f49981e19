import { expect, test } from 'vitest'
import { allClaims } from '../../../src/records/claim-query.ts'
import { describeQuery } from './describe-query.ts'

test('a query is told in words, what it leaves out as well', () => {
  expect(
    describeQuery({
      ...allClaims,
      words: 'amnesty',
      actors: ['Marsh', 'Arce'],
      modalities: ['denied'],
      not: { ...allClaims.not, outlets: ['Night Gazette'] },
      minOrigins: 2,
      after: '2026-03-01',
    }),
  ).toBe(
    'amnesty; actor Marsh or Arce; told as denied; not outlet Night Gazette; 2 origins or more; from 2026-03-01',
  )
  expect(describeQuery(allClaims)).toBe('')
})
