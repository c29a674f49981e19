import { expect, test } from 'vitest'
import { chooseOptions, type Option } from './choose-options.ts'

const option = (name: string): Option => ({ kind: 'page', name, keys: null, run: () => {} })

test('every word must be there, in any order; what begins so comes first', () => {
  const options = ['New claims', 'Claims', 'Show the claims of this story'].map(option)
  expect(chooseOptions(options, 'cl').map(({ name }) => name)).toEqual([
    'Claims',
    'New claims',
    'Show the claims of this story',
  ])
  expect(chooseOptions(options, 'story show')).toEqual([options[2]])
  expect(chooseOptions(options, '')).toEqual(options)
})
