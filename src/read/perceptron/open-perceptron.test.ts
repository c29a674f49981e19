import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Parse } from '../neural/open-syntax.ts'
import { openPerceptron } from './open-perceptron.ts'

const root = join(import.meta.dirname, '../../..')
const perceptron = openPerceptron(new Uint8Array(readFileSync(join(root, 'data/model/perceptron.bin'))))

const sentences = [
  'The Veldran minister said on Tuesday that Ostmark had shelled two villages near the border .',
  'Rebels denied the claim .',
  '“ We will not negotiate , ” Karsa told reporters , “ while their guns are on our hills . ”',
  'According to the Harbour Post , police in Lindmoor arrested 14 protesters who had blocked the bridge .',
  'Was the general dismissed , and by whom ?',
  'UN urges Ostmark , Veldra to resume talks',
  '🙂 … naïve \ud83d !!!',
].map((text) => text.split(' '))

/** Words with nothing to hold on to: any move may come out. */
const noise = Array.from({ length: 60 }, (_, i) =>
  Array.from(
    { length: (i * 7) % 45 },
    (_, k) => ['of', 'that', ',', '(', 'Zq', '7', 'said', 'and'][(i * k + k) % 8] ?? '',
  ),
)

const parseOne = (words: readonly string[]): Parse => {
  const [parse] = perceptron.parse([words])
  if (parse === undefined) throw new Error('no parse')
  return parse
}

/** The relation and head of a word, as `nsubj said`. */
function placeOf(word: string, words: readonly string[]): string {
  const { heads, deprels } = parseOne(words)
  const at = words.indexOf(word)
  return `${deprels[at]} ${words[heads[at] ?? -1] ?? 'ROOT'}`
}

/** Steps from a word to the root; -1 when they lead round in a circle or out of the sentence. */
function depthOf(at: number, heads: ArrayLike<number>): number {
  let depth = 0
  for (let word = at; word !== -1; depth++) {
    const head = heads[word]
    if (head === undefined || depth > heads.length) return -1
    word = head
  }
  return depth
}

describe('the fast parser', () => {
  it('makes a tree with one root of any sentence', () => {
    for (const words of [...sentences, ...noise]) {
      const { upos, heads, deprels } = parseOne(words)
      expect([upos.length, heads.length, deprels.length]).toEqual(Array(3).fill(words.length))
      const roots = words.flatMap((_, i) => (heads[i] === -1 ? [i] : []))
      expect(roots).toHaveLength(words.length === 0 ? 0 : 1)
      for (const i of words.keys()) {
        expect(depthOf(i, heads)).toBeGreaterThan(0)
        expect(deprels[i] === 'root').toBe(heads[i] === -1)
      }
    }
  })

  it('finds who did what to whom', () => {
    const [reported, denied] = sentences as [string[], string[]]
    expect(placeOf('said', reported)).toBe('root ROOT')
    expect(placeOf('minister', reported)).toBe('nsubj said')
    expect(placeOf('shelled', reported)).toBe('ccomp said')
    expect(placeOf('Ostmark', reported)).toBe('nsubj shelled')
    expect(placeOf('villages', reported)).toBe('obj shelled')
    expect(placeOf('Rebels', denied)).toBe('nsubj denied')
    expect(placeOf('claim', denied)).toBe('obj denied')
    expect(parseOne(denied).upos).toEqual(['NOUN', 'VERB', 'DET', 'NOUN', 'PUNCT'])
  })

  it('parses a sentence alike alone, among others and again', () => {
    const together = perceptron.parse([...noise, ...sentences])
    expect(together.slice(noise.length)).toEqual(sentences.map(parseOne))
    expect(perceptron.parse([...noise, ...sentences])).toEqual(together)
    expect(perceptron.parse([])).toEqual([])
  })

  it('gives no confidence, since its scores are no probabilities', () => {
    expect(sentences.map((words) => parseOne(words).confidence)).toEqual(sentences.map(() => null))
  })

  it('reads as on every other machine', async () => {
    const parses = perceptron
      .parse([...sentences, ...noise])
      .map(({ upos, heads, deprels }) => [upos, Array.from(heads), deprels])
    const hash = createHash('sha256').update(JSON.stringify(parses)).digest('hex')
    await expect(`${hash}\n`).toMatchFileSnapshot(join(root, 'train/perceptron/reading.sha256'))
  })

  it('takes time in line with the length of a sentence', () => {
    const clause = ['and', 'the', 'minister', 'of', 'Veldra', 'said', 'that', 'Ostmark', 'lied', ',']
    const sentenceOf = (clauses: number) => Array.from({ length: clauses }, () => clause).flat()
    const timeOf = (given: readonly (readonly string[])[]) => {
      const started = performance.now()
      perceptron.parse(given)
      return performance.now() - started
    }
    const long = [sentenceOf(1000)]
    const short = Array.from({ length: 50 }, () => sentenceOf(20))
    timeOf(short)
    // As many words in one sentence as in fifty: were time quadratic, fifty times as long.
    const fastest = (given: readonly (readonly string[])[]) => Math.min(...[1, 2, 3].map(() => timeOf(given)))
    expect(fastest(long)).toBeLessThan(10 * fastest(short))
  })
})
