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
  [['we waited for two days.', 'they never came.', 'nobody called!', 'so we left.']],
  [['The Yahoo! page and the Mass. governor are quoted.', 'He wrote “stop!” twice.']],
  [['The talks began in 1984. [2]', 'They failed. [3] [4]', 'Nobody knows why.']],
  [['1. Ships return to port.', '2. Talks open on Friday.']],
  [['The map is online.', 'https://port.example/map shows it.']],
  [['Lind (b. 1949) spoke on p. 12 of the report.', 'The plan was c. It failed.'.slice(0, 15), 'It failed.']],
  [['The ship left on Wed. Sept. 20 and came back on Fri. Oct. 6.', 'It was late.']],
  [['SELGRAD, Nov. 20 (Meridian Press) — The envoy left.', 'He “[will] return ... soon,” an aide said.']],
])('%s', (sentences) => {
  expect(split(sentences.join(' '))).toEqual(sentences)
})

test('a blank line ends a sentence, with or without a full stop', () => {
  expect(split('A heading\n\nThe text begins.')).toEqual(['A heading', 'The text begins.'])
})
