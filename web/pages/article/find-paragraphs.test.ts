import { expect, test } from 'vitest'
import { findParagraphs } from './find-paragraphs.ts'

const wordsOf = (text: string) => findParagraphs(text).map(({ start, end }) => text.slice(start, end))

test('paragraphs are what blank lines part', () => {
  expect(wordsOf('The ferry sank.\n\nNobody was hurt.\n\n\nThe owner left.')).toEqual([
    'The ferry sank.',
    'Nobody was hurt.',
    'The owner left.',
  ])
})

test('a single line break stays inside its paragraph', () => {
  expect(wordsOf('Oh bridge,\nwhere is thy span?\n\nEnds.')).toEqual([
    'Oh bridge,\nwhere is thy span?',
    'Ends.',
  ])
})

test('a blank text has no paragraphs', () => {
  expect(wordsOf('')).toEqual([])
  expect(wordsOf(' \n\n ')).toEqual([])
})
