import { expect, test } from 'vitest'
import { type ReadingMode, readingModes } from '../records/reading.ts'
import { readText } from './read-text.fixture.ts'

function mentionsOf(text: string, mode: ReadingMode) {
  const { reading, words } = readText(text, undefined, mode)
  return reading.mentions.map((mention) => [words(mention), mention.type, mention.entity])
}

test.each(readingModes)('a surname stands for the full name that the article gives (%s)', (mode) => {
  expect(mentionsOf('President Anton Veresk spoke. Veresk left.', mode)).toEqual([
    ['Anton Veresk', 'PER', 'Anton Veresk'],
    ['Veresk', 'PER', 'Anton Veresk'],
  ])
})

test('capitals stand for the name that they abbreviate, by brackets or by its initials', () => {
  const entitiesOf = (text: string) => mentionsOf(text, 'full').map(([words, , entity]) => [words, entity])
  expect(
    entitiesOf('The Harbour Safety Service (HSS) closed the pier. The HSS gave no reason.'),
  ).toContainEqual(['HSS', 'Harbour Safety Service'])
  expect(entitiesOf('The Federal Harbour Authority closed the pier. The FHA gave no reason.')).toContainEqual(
    ['FHA', 'Federal Harbour Authority'],
  )
})

test.each(readingModes)('a title between two names parts them (%s)', (mode) => {
  expect(mentionsOf('The Federal Union President Helen Marsh spoke.', mode)).toEqual([
    ['Federal Union', 'ORG', 'Federal Union'],
    ['Helen Marsh', 'PER', 'Helen Marsh'],
  ])
})

test.each(readingModes)('countries and their adjectives are known, a capital stays itself (%s)', (mode) => {
  expect(mentionsOf('A Belgian envoy flew from Brussels to Belgium.', mode)).toEqual([
    ['Belgian', 'MISC', 'Belgium'],
    ['Brussels', 'GPE', 'Brussels'],
    ['Belgium', 'GPE', 'Belgium'],
  ])
})

test.each(readingModes)('what belongs to a name tells its kind wherever the name stands (%s)', (mode) => {
  const kinds = mentionsOf('Morvenia’s ambassador spoke. A ship reached Morvenia.', mode)
  expect(kinds.map(([, type]) => type)).toEqual(['GPE', 'GPE'])
})

test.each(readingModes)('a first word is no name because it is capitalised (%s)', (mode) => {
  expect(mentionsOf('Officials spoke. The ships left. Nobody came on Thursday in May.', mode)).toEqual([])
})

test.each(readingModes)('a body’s name holds its “of” (%s)', (mode) => {
  expect(mentionsOf('He met the Ministry of Defence in Tarn.', mode).map(([words]) => words)).toEqual([
    'Ministry of Defence',
    'Tarn',
  ])
})

const rolesOf = (text: string, mode: ReadingMode) => {
  const { reading, words } = readText(text, undefined, mode)
  return reading.mentions
    .filter(({ type }) => type === 'PER')
    .map((mention) => [words(mention), words(mention.role)])
}

test.each([
  [
    'The envoy met US Deputy Secretary of Energy Jeffrey Kupfer on Monday.',
    'Jeffrey Kupfer',
    'US Deputy Secretary of Energy',
  ],
  [
    'Ana Petrov, a spokeswoman for the port, said the pier was shut.',
    'Ana Petrov',
    'spokeswoman for the port',
  ],
  ['The foreign minister, Tomás Arce, left early.', 'Tomás Arce', 'foreign minister'],
  [
    'Aldany’s deputy harbour minister, Ilse Brandt, spoke on Friday.',
    'Ilse Brandt',
    'Aldany’s deputy harbour minister',
  ],
  ['President Anton Veresk spoke.', 'Anton Veresk', 'President'],
  ['Police met Ove Lind, the harbour master, at noon.', 'Ove Lind', 'harbour master'],
])('what a person is stands beside the name: %s', (text, name, role) => {
  expect(rolesOf(text, 'full')).toEqual([[name, role]])
})

test.each([
  'Ove Lind, who had left the ministry, spoke.',
  'Ove Lind, an hour later, met the president.',
  'Talks opened in Selgrad, Ove Lind said.',
])('nothing else beside a name is a role: %s', (text) => {
  expect(rolesOf(text, 'full').filter(([name]) => name === 'Ove Lind')).toEqual([['Ove Lind', null]])
})

test('a name that is plain in one place is found in the others, and says how sure the reader was', () => {
  const { reading, words } = readText(
    'Helen Marsh, the mayor of Tarn, will visit Aldany on Sunday. Marsh declined to say why.',
  )
  const found = reading.mentions.map((mention) => [words(mention), mention.entity, mention.type])
  expect(found).toContainEqual(['Helen Marsh', 'Helen Marsh', 'PER'])
  expect(found).toContainEqual(['Marsh', 'Helen Marsh', 'PER'])
  expect(reading.mentions[0]?.confidence).toBeGreaterThan(0.5)
})

test('what acts is a GPE, what does not is a LOC', () => {
  const { reading, words } = readText('Ships crossed the Tarn River to Minsk, and France protested.')
  expect(reading.mentions.map((mention) => [words(mention), mention.type])).toEqual([
    ['Tarn River', 'LOC'],
    ['Minsk', 'GPE'],
    ['France', 'GPE'],
  ])
})

test('a country that runs into the name of its president is none of it', () => {
  const { reading, words } = readText(
    'President of Morvenia Anton Veresk received the envoy on Thursday. “He is welcome,” Anton Veresk said.',
  )
  expect(reading.mentions.slice(0, 2).map((mention) => [words(mention), mention.type])).toEqual([
    ['Morvenia', 'GPE'],
    ['Anton Veresk', 'PER'],
  ])
})
