import { expect, test } from 'vitest'
import { readingModes } from '../records/reading.ts'
import { readText } from './read-text.fixture.ts'

test.each(readingModes)('a sentence is parsed by Universal Dependencies (%s)', (mode) => {
  const text = 'The ministers did not meet the envoys.'
  const { reading } = readText(text, undefined, mode)
  const tokens = reading.sentences[0]?.tokens ?? []
  expect(
    tokens.map(({ start, end, lemma, upos, head, deprel }) =>
      [text.slice(start, end), lemma, upos, head, deprel].join(' '),
    ),
  ).toEqual([
    'The the DET 1 det',
    'ministers minister NOUN 4 nsubj',
    'did do AUX 4 aux',
    'not not PART 4 advmod',
    'meet meet VERB -1 root',
    'the the DET 6 det',
    'envoys envoy NOUN 4 obj',
    '. . PUNCT 4 punct',
  ])
  expect(tokens[1]?.features).toBe('Number=Plur')
  expect(tokens[4]?.features).toBe('VerbForm=Inf')
})

test.each(readingModes)('every sentence is one tree, and says which mode read it (%s)', (mode) => {
  const { reading } = readText(
    'Veresk, who had denied it, was asked. “No,” he said. —\n\n…\n\nShips, trains: none.',
    undefined,
    mode,
  )
  expect(reading.mode).toBe(mode)
  for (const { tokens } of reading.sentences) {
    expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1)
    for (const [i] of tokens.entries()) {
      let at = i
      let steps = 0
      while (at !== -1 && steps <= tokens.length) {
        at = tokens[at]?.head ?? -1
        steps++
      }
      expect(at, 'following the heads ends at the root').toBe(-1)
    }
  }
})
