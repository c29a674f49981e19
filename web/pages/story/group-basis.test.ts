import { expect, test } from 'vitest'
import { groupBasis } from './group-basis.ts'

test('names stand together, and what else two articles share after them', () => {
  expect(
    groupBasis([
      'name “San Telmo”',
      'word “welcome”',
      'name “Selgrad”',
      'event AGREE: Veresk → Quintero',
      'Odd',
    ]),
  ).toEqual([
    { kind: 'name', what: ['San Telmo', 'Selgrad'] },
    { kind: 'word', what: ['welcome'] },
    { kind: 'event', what: ['AGREE: Veresk → Quintero'] },
    { kind: '', what: ['Odd'] },
  ])
})
