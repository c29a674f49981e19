import { expect, test } from 'vitest'
import { makeArticle, makeFerryReading, makeStatement } from '../ledger/test-records.fixture.ts'
import { placeLoadedWords } from './place-loaded-words.ts'

const text =
  'The regime is short of cash. Tomás Arce said the thugs had left. “It was a putsch,” Brandt told the Courier. They call it a “so-called republic” here. A horde came.'

function at(words: string) {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

test('a loaded word stands in the voice of the outlet, of who is said to say so, or within quotation marks', () => {
  const sentences = [
    'The regime is short of cash.',
    'Tomás Arce said the thugs had left.',
    '“It was a putsch,” Brandt told the Courier.',
    'They call it a “so-called republic” here.',
    'A horde came.',
  ].map((sentence) => ({ ...at(sentence), tokens: [] }))
  const loaded = ['regime', 'thugs', 'putsch', 'so-called', 'horde'].map((words) => ({
    ...at(words),
    plainer: null,
  }))
  const placed = placeLoadedWords({
    article: makeArticle({ text }),
    reading: {
      ...makeFerryReading(),
      sentences,
      loadedWords: loaded,
      statements: [
        makeStatement({
          source: at('Tomás Arce'),
          cue: at('said'),
          content: at('the thugs had left'),
          kind: 'indirect',
          sourceEntity: null,
        }),
        makeStatement({
          source: at('Brandt'),
          cue: at('told'),
          content: at('“It was a putsch,”'),
          kind: 'direct',
          sourceEntity: 'Ilse Brandt',
        }),
      ],
    },
  })
  expect(placed.map(({ words, voice, source }) => [words, voice, source])).toEqual([
    ['regime', 'unattributed', null],
    ['thugs', 'attributed', 'Tomás Arce'],
    ['putsch', 'quoted', 'Ilse Brandt'],
    ['so-called', 'quoted', null],
    ['horde', 'unattributed', null],
  ])
  expect(placed[1]?.sentenceText).toBe('Tomás Arce said the thugs had left.')
  for (const { span, words } of placed) expect(text.slice(span.start, span.end)).toBe(words)
})

test('an article that was not read has none', () => {
  expect(placeLoadedWords({ article: makeArticle({ text }), reading: null })).toEqual([])
})
