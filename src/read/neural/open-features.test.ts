import { expect, test } from 'vitest'
import { loadModels } from '../../resources/load-models.ts'
import { fixtureArticles } from './fixture-articles.fixture.ts'
import { hashText } from './hash-key.ts'
import { openFeatures, type VectorsHeader, wordColumns } from './open-features.ts'
import { openWeights } from './open-weights.ts'
import { toShape } from './to-shape.ts'

const lookUp = openFeatures(openWeights<VectorsHeader>(loadModels().vectors))

function featuresOf(word: string): number[] {
  const row = new Int32Array(wordColumns + 2)
  lookUp(word, row, 1)
  return [...row.subarray(1, 1 + wordColumns)]
}

test('a word’s features are those of the training code, the second time too', () => {
  for (const article of fixtureArticles)
    for (const [at, word] of [...article.words.entries(), ...article.words.entries()])
      expect(featuresOf(word)).toEqual(article.features[at])
})

test('curly marks are read as plain ones', () => {
  expect(featuresOf('’s')).toEqual(featuresOf("'s"))
  expect(featuresOf('“')).toEqual(featuresOf('"'))
  expect(featuresOf('—')).toEqual(featuresOf('-'))
})

test('a word that no vector knows is unknown, not padding', () => {
  expect(featuresOf('zzqxv')[0]).toBe(1)
  expect(featuresOf('y'.repeat(1_000_000))[0]).toBe(1)
  expect(featuresOf('')[0]).toBe(1)
  expect(featuresOf('\ud800')[0]).toBe(1)
})

test('the hash is FNV-1a, by the published values', () => {
  expect(hashText('')).toBe(0x811c9dc5)
  expect(hashText('a')).toBe(0xe40c292c)
  expect(hashText('foobar')).toBe(0xbf9cf968)
})

test('beyond ASCII the hash runs over UTF-8 bytes, a lone surrogate as a question mark', () => {
  const bytes = (text: string): number =>
    new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 16777619) >>> 0, 2166136261)
  for (const text of ['é', '€', '😀', 'Kraków—Łódź', '\u07ff\u0800\uffff'])
    expect(hashText(text)).toBe(bytes(text))
  expect(hashText('a\ud800b')).toBe(hashText('a?b'))
})

test('a shape keeps two of alike marks, and cuts no character in two', () => {
  expect(toShape('Strelsau')).toBe('Xxx')
  expect(toShape('17-day')).toBe('dd-xx')
  expect(toShape('U.S.')).toBe('X.X.')
  expect(toShape('2,000,000')).toBe('d,dd,dd')
  expect(toShape('Łódź')).toBe('Xxx')
  expect(toShape('😀😀😀!')).toBe('😀😀!')
  expect(toShape('٣٤٥')).toBe('dd')
})
