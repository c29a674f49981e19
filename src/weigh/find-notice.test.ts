import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadNotices } from '../resources/load-notices.ts'
import { parseTable } from '../resources/parse-table.ts'
import { openNotices } from './find-notice.ts'

const findNotice = openNotices(loadNotices())
const rows = parseTable(
  'notices.tsv',
  readFileSync(new URL('../../data/cues/notices.tsv', import.meta.url), 'utf8'),
)

test.each(rows.map(({ words, kind, example }) => [words ?? '', kind, example ?? ''] as const))(
  '“%s” is found in its example',
  (words, kind, example) => {
    expect(findNotice(example)).toMatchObject({ kind })
    expect(example.toLowerCase()).toContain(words)
  },
)

test('the words of a notice in a sentence of another sense are none', () => {
  for (const sentence of [
    'Correction of the markets goes on, the bank said.',
    'Updated figures will be given on Friday.',
    'The correction: nobody asked for it.',
    'The board has updated its plans.',
    'He spoke of an earlier version of the plan.',
    'Corrected for inflation, wages fell.',
  ])
    expect(findNotice(sentence), sentence).toBeNull()
})

test('it points at its words, and the correction goes before the update', () => {
  const text = '(Updated on 4 March) An earlier version of this article said otherwise.'
  const found = findNotice(text)
  expect(found).toMatchObject({ kind: 'update' })
  expect(text.slice(found?.start, found?.end)).toBe('Updated on')
  expect(findNotice('Update: this article has been corrected.')).toMatchObject({ kind: 'correction' })
})

test('hostile text takes no time', () => {
  for (const piece of ['correction ', 'an earlier ', ' ', '(', '—']) findNotice(piece.repeat(1_000_000))
})
