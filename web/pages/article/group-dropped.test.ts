import { expect, test } from 'vitest'
import { groupDropped } from './group-dropped.ts'

test('what was left out is gathered by reason, the commonest first, in the order of the page', () => {
  expect(
    groupDropped([
      { text: '3 min read', reason: 'reading-time' },
      { text: 'Home', reason: 'navigation' },
      { text: 'Sport', reason: 'navigation' },
    ]),
  ).toEqual([
    { reason: 'navigation', texts: ['Home', 'Sport'] },
    { reason: 'reading-time', texts: ['3 min read'] },
  ])
})

test('nothing left out makes no group', () => {
  expect(groupDropped([])).toEqual([])
})
