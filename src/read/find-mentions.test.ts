import { expect, test } from 'vitest'
import { readText } from './read-text.fixture.ts'

function mentionsOf(text: string) {
  const { reading, words } = readText(text)
  return reading.mentions.map((mention) => [words(mention), mention.type, mention.entity])
}

test('a surname stands for the full name that the article gives', () => {
  expect(mentionsOf('President Anton Veresk spoke. Veresk left.')).toEqual([
    ['Anton Veresk', 'PER', 'Anton Veresk'],
    ['Veresk', 'PER', 'Anton Veresk'],
  ])
})

test('a title between two names parts them', () => {
  expect(mentionsOf('The Federal Union President Helen Marsh spoke.')).toEqual([
    ['Federal Union', 'ORG', 'Federal Union'],
    ['Helen Marsh', 'PER', 'Helen Marsh'],
  ])
})

test('countries and their adjectives are known, a capital stays itself', () => {
  expect(mentionsOf('A Belgian envoy flew from Brussels to Belgium.')).toEqual([
    ['Belgian', 'MISC', 'Belgium'],
    ['Brussels', 'GPE', 'Brussels'],
    ['Belgium', 'GPE', 'Belgium'],
  ])
})

test('what belongs to a name tells its kind wherever the name stands', () => {
  const kinds = mentionsOf('Morvenia’s ambassador spoke. A ship reached Morvenia.')
  expect(kinds.map(([, type]) => type)).toEqual(['GPE', 'GPE'])
})

test('a first word is no name because it is capitalised', () => {
  expect(mentionsOf('Officials spoke. The ships left. Nobody came on Thursday in May.')).toEqual([])
})

test('a body’s name holds its “of”', () => {
  expect(mentionsOf('He met the Ministry of Defence in Tarn.').map(([words]) => words)).toEqual([
    'Ministry of Defence',
    'Tarn',
  ])
})
