import { expect, test } from 'vitest'
import { splitParagraphs } from './split-paragraphs.ts'

test('blank lines end a paragraph, and so do line ends in text that was not wrapped', () => {
  const long =
    'The ministers met in the capital on Tuesday and agreed, after long talks, to open the bridge again before the winter.'
  expect(splitParagraphs(`Title\n\n3 mins read\n[Photo: Jane Doe]\n \t\n${long}\n${long}`)).toEqual([
    'Title',
    '3 mins read',
    '[Photo: Jane Doe]',
    long,
    long,
  ])
})

test('lines wrapped to a width are one paragraph, labels among them stay lines', () => {
  const wrapped = `Bridge reopens
By Jane Doe

The ministers met in the capital on Tuesday and agreed, after long
talks, to open the bridge again before the winter. Nobody had expected
as much.

A second meeting follows in a month. The mayor, who was not invited to
the first, will be there.`
  expect(splitParagraphs(wrapped)).toEqual([
    'Bridge reopens',
    'By Jane Doe',
    'The ministers met in the capital on Tuesday and agreed, after long talks, to open the bridge again before the winter. Nobody had expected as much.',
    'A second meeting follows in a month. The mayor, who was not invited to the first, will be there.',
  ])
})

test('white space alone is no paragraph', () => {
  expect(splitParagraphs(' \n\u00a0\n\u200b\n')).toEqual([])
})
