import { expect, test } from 'vitest'
import { findQuotations } from './find-quotations.ts'
import { splitTokens } from './split-tokens.ts'

function quoted(text: string) {
  const tokens = splitTokens(text)
  return findQuotations(text, tokens).map(({ open, close }) =>
    text.slice(tokens[open]?.start, tokens[close]?.end),
  )
}

test('curly, straight and single marks each quote', () => {
  expect(quoted('“Yes,” he said. "No," she said. ‘Perhaps,’ they said.')).toEqual([
    '“Yes,”',
    '"No,"',
    '‘Perhaps,’',
  ])
})

test('an apostrophe quotes nothing', () => {
  expect(quoted("The ministers' plan and the mayor’s don't.")).toEqual([])
})

test('a quotation inside a quotation belongs to the outer one', () => {
  expect(quoted('“He said ‘never’ to us,” she recalled.')).toEqual(['“He said ‘never’ to us,”'])
})

test('a speech of two paragraphs is quoted in both, though the first is not closed', () => {
  expect(quoted('“We waited.\n\n“Nobody came,” he said.')).toEqual(['“We waited.', '“Nobody came,”'])
})

test('a stray mark quotes nothing', () => {
  expect(quoted('The 6" pipe burst.\n\nIt was old.')).toEqual([])
})
