import { expect, test } from 'vitest'
import { findDifference } from './find-difference.ts'

test('what an editor changed stands between what he left', () => {
  expect(
    findDifference('The quay was shut on Tuesday by the council.', 'The quay was closed by the council.'),
  ).toEqual({ before: 'The quay was ', of: 'shut on Tuesday ', by: 'closed ', after: 'by the council.' })
})

test('a sentence that was cut at its end has nothing of its own', () => {
  expect(findDifference('Barges unload, it said.', 'Barges unload,')).toEqual({
    before: 'Barges ',
    of: 'unload, it said.',
    by: 'unload,',
    after: '',
  })
  expect(findDifference('Same.', 'Same.')).toEqual({ before: 'Same.', of: '', by: '', after: '' })
})
