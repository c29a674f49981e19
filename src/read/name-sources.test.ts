import { expect, test } from 'vitest'
import { readText } from './read-text.fixture.ts'

const sourcesOf = (text: string) => {
  const { reading, words } = readText(`President Helen Marsh opened the port of Tarn on Monday. ${text}`)
  return reading.statements.map(({ source, sourceEntity }) => [words(source), sourceEntity])
}

test.each([
  ['Marsh said the pier was safe.', 'Marsh'],
  ['President Marsh said the pier was safe.', 'President Marsh'],
])('a short name is who the article says it is: %s', (text, source) => {
  expect(sourcesOf(text)).toEqual([[source, 'Helen Marsh']])
})

test.each(['A spokesman for Marsh said the pier was safe.', 'Marsh’s office said the pier was safe.'])(
  'who speaks for somebody is not that somebody: %s',
  (text) => {
    expect(sourcesOf(text).map(([, entity]) => entity)).toEqual([null])
  },
)
