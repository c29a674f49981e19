import { expect, test } from 'vitest'
import { findQuoted } from './find-quoted.ts'

const quoted = (text: string) => findQuoted(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['“We will go,” she said, “and soon.”', ['“We will go,”', '“and soon.”']],
  ['He called it "a mistake" and left.', ['"a mistake"']],
  ['The 6" gun and the 4" gun fired.', []],
  ['‘We will go,’ said the ministers’ aide.', ['‘We will go,’']],
  ["'We will go,' said the ministers' aide, who wasn't in.", ["'We will go,'"]],
  ["In the '90s they sang 'nobody asked.' Twice.", ["'nobody asked.'"]],
  ['In the ‘90s “nobody asked” for it.', ['“nobody asked”']],
  ['„Wir gehen“, sagte er. «Nous aussi», dit-elle.', ['„Wir gehen“', '«Nous aussi»']],
])('%s', (text, expected) => {
  expect(quoted(text)).toEqual(expected)
})

test('speech goes on over paragraphs where the next one opens again; else the mark was a stray', () => {
  expect(quoted('“One day.\n\n“Two days,” he said.')).toEqual(['“One day.', '“Two days,”'])
  expect(quoted('“One day.\n\nTwo days, he said.')).toEqual([])
})

test('a colon introduces a document that goes on while it speaks in the first person', () => {
  const text = 'The letter reads:\n\nTo all families.\n\nWe knew of it.\n\nThe board met at noon.'
  expect(quoted(text)).toEqual(['To all families.', 'We knew of it.'])
})
