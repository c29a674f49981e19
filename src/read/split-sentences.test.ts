import { expect, test } from 'vitest'
import { splitSentences } from './split-sentences.ts'
import { splitTokens } from './split-tokens.ts'

const split = (text: string) =>
  splitSentences(text, splitTokens(text)).map(({ start, end }) => text.slice(start, end))

test.each([
  [['Gen. Orlo left.', 'He did not say why.']],
  [['She left the U.S. in May.', 'It rained.']],
  [['He lives in the U.S. ', 'The office is shut.'].map((s) => s.trim())],
  [['“We will not go,” he said.', '“We never will.”']],
  [['“Will you go?” President Orlo asked.', 'Nobody answered.']],
  [['“They left. Nobody saw them,” she said.'.slice(0, 11), 'Nobody saw them,” she said.']],
  [['Prices rose 3.5 percent.', 'Wages did not.']],
  [['The plan (he calls it “mine!”) is dead.', 'He denies it.']],
  [['He arrived at 5 p.m. on Monday.', 'She did not.']],
])('%s', (sentences) => {
  expect(split(sentences.join(' '))).toEqual(sentences)
})

test('a blank line ends a sentence, with or without a full stop', () => {
  expect(split('A heading\n\nThe text begins.')).toEqual(['A heading', 'The text begins.'])
})
