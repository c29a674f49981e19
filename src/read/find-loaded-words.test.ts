import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readText } from './read-text.fixture.ts'

const loadedIn = (text: string) => {
  const { reading, words } = readText(text)
  return reading.loadedWords.map(({ start, end, plainer }) => [words({ start, end }), plainer])
}

test('a loaded word is marked with a plainer one, where there is one', () => {
  expect(loadedIn('The embattled strongman of Morvenia spoke.')).toEqual([
    ['embattled', null],
    ['strongman', 'leader'],
  ])
})

test('quoted words are marked too: whose they are is the statement’s to say', () => {
  expect(loadedIn('“The regime will fall,” Marsh said.')).toEqual([['regime', 'government']])
})

test('what is loaded elsewhere is not in a term of its own', () => {
  expect(loadedIn('The sanctions regime was renewed in May.')).toEqual([])
  expect(loadedIn('An explosive device was found near the port.')).toEqual([])
})

test('a word inside a name is a name', () => {
  expect(loadedIn('The Noble Foundation of Tarn met in May.')).toEqual([])
})

test('plain news is left alone', () => {
  expect(loadedIn('The two ministers met in Selgrad on Monday and signed a treaty on trade.')).toEqual([])
})

const [, ...rows] = readFileSync(new URL('../../data/cues/loaded.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))

test.each(rows.map(([words = '', , plainer = '', , , example = '']) => [example, words, plainer]))(
  '%s',
  (example, _, plainer) => {
    const found = loadedIn(example).map(([, plain]) => plain)
    expect(found).toContain(plainer === '-' ? null : plainer)
  },
)
