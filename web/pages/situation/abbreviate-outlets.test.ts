import { expect, test } from 'vitest'
import { abbreviateOutlets } from './abbreviate-outlets.ts'

test('outlets have short names, no two alike', () => {
  expect(
    abbreviateOutlets(['TASS', 'The Coastal Courier', 'City Chronicle', 'Kommersant', 'Süddeutsche', 'The']),
  ).toEqual(['TASS', 'CC', 'CC2', 'Kommer', 'Süddeu', 'The'])
})
