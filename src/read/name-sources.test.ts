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

test.each([
  'Helen Marsh, Anton Veresk and Ilya Dorn said the pier was safe.',
  'Helen Marsh and Anton Veresk said the pier was safe.',
])('several who speak together are not the first of them: %s', (text) => {
  expect(sourcesOf(text).map(([, entity]) => entity)).toEqual([null])
})

test('what is said of a speaker after a comma leaves them the speaker', () => {
  expect(sourcesOf('Anton Veresk, the harbour minister, said the pier was safe.')).toEqual([
    ['Anton Veresk, the harbour minister,', 'Anton Veresk'],
  ])
})

test.each([
  ['She said the pier was safe.', 'She'],
  ['The president said the pier was safe.', 'The president'],
])('words that stand for somebody are that somebody: %s', (text, source) => {
  expect(sourcesOf(text)).toEqual([[source, 'Helen Marsh']])
})

test.each(['Her office said the pier was safe.', 'The president’s office said the pier was safe.'])(
  'an office is not whose it is: %s',
  (text) => {
    expect(sourcesOf(text).map(([, entity]) => entity)).toEqual([null])
  },
)

test('what a body is, before its name, leaves it the speaker', () => {
  expect(sourcesOf('The state news agency Belta said the pier was safe.')).toEqual([
    ['The state news agency Belta', 'Belta'],
  ])
})
