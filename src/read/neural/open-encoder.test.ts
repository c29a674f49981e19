import { expect, test } from 'vitest'
import { loadModels } from '../../resources/load-models.ts'
import { type FixtureArticle, fixtureArticles } from './fixture-articles.fixture.ts'
import { openEncoder } from './open-encoder.ts'
import { openKernel } from './open-kernel.ts'
import { openLayer, runLayer } from './open-layer.ts'
import type { AttributionHeader } from './open-linker.ts'
import { openLinker } from './open-linker.ts'
import { openTable } from './open-table.ts'
import { openWeights } from './open-weights.ts'

const models = loadModels()

/** Loads one model’s encoder and one layer; gives the layer’s scores of some feature rows. */
function openScorer(file: Uint8Array, layerName: string) {
  const kernel = openKernel(models.kernel)
  const vectors = openTable(kernel, openWeights<unknown>(models.vectors), 'vectors')
  const weights = openWeights<AttributionHeader>(file)
  const encoder = openEncoder(kernel, weights, vectors)
  const layer = openLayer(kernel, weights, layerName)
  const encode = (rows: readonly (readonly number[])[], heads?: Int32Array) => {
    const columns = kernel.allocate(rows.length * encoder.columns * 4)
    kernel.integers.set(rows.flat(), columns / 4)
    return encoder.run(columns, [0, rows.length], heads)
  }
  const score = (rows: readonly (readonly number[])[], heads?: Int32Array): number[][] => {
    const scores = runLayer(kernel, layer, encode(rows, heads), rows.length) / 4
    return rows.map((_, k) => {
      const from = scores + k * layer.stride
      return [...kernel.floats.subarray(from, from + layer.outputs)]
    })
  }
  return { kernel, weights, encode, score }
}

/** The largest difference of two tables of scores. */
function worst(ours: readonly (readonly number[])[], theirs: readonly (readonly number[])[]): number {
  expect(ours.map(({ length }) => length)).toEqual(theirs.map(({ length }) => length))
  return Math.max(
    ...ours.flatMap((row, k) => row.map((score, j) => Math.abs(score - (theirs[k]?.[j] ?? 99)))),
  )
}

const headsOf = (article: FixtureArticle): Int32Array =>
  Int32Array.from(
    article.sentences.flatMap(([from], k) =>
      (article.syntax[k]?.heads ?? []).map((head, at) => (head === 0 ? from + at : from + head - 1)),
    ),
  )

const rowsOf = (article: FixtureArticle): number[][] =>
  article.features.map((row, k) => [...row, ...(article.extras[k] ?? [])])

test('tag scores are those of the training code to 0.01', () => {
  const { score } = openScorer(models.syntax, 'tags')
  for (const article of fixtureArticles)
    for (const [k, [from, to]] of article.sentences.entries())
      expect(worst(score(article.features.slice(from, to)), article.syntax[k]?.tags ?? [])).toBeLessThan(0.01)
})

test('name scores are those of the training code to 0.01', () => {
  const { score } = openScorer(models.names, 'scores')
  for (const article of fixtureArticles)
    for (const [k, [from, to]] of article.sentences.entries())
      expect(worst(score(article.features.slice(from, to)), article.names[k]?.scores ?? [])).toBeLessThan(
        0.01,
      )
})

test('attribution scores, which read trees, are those of the training code to 0.01', () => {
  const { score } = openScorer(models.attribution, 'scores')
  for (const article of fixtureArticles)
    expect(worst(score(rowsOf(article), headsOf(article)), article.attribution.scores)).toBeLessThan(0.01)
})

test('link scores and their candidates are those of the training code to 0.01', () => {
  const { kernel, weights, encode } = openScorer(models.attribution, 'scores')
  const linkers = {
    Source: openLinker(kernel, weights, 'Source'),
    Content: openLinker(kernel, weights, 'Content'),
  }
  const tagsOf = (article: FixtureArticle, kind: string): { from: number; to: number }[] => {
    const { tags } = article.attribution
    const starts = tags.flatMap((tag, at) => (tag === `B-${kind}` ? [at] : []))
    return starts.map((from) => {
      let to = from + 1
      while (tags[to] === `I-${kind}`) to++
      return { from, to }
    })
  }
  let count = 0
  for (const article of fixtureArticles) {
    const states = encode(rowsOf(article), headsOf(article))
    const numbers = (values: readonly number[]): Int32Array => Int32Array.from(values)
    let paragraph = 0
    const annotated = {
      words: article.words,
      sentence: numbers(article.sentences.flatMap(([from, to], k) => new Array(to - from).fill(k))),
      paragraph: numbers(article.breaks.map((begins) => (begins ? ++paragraph : paragraph))),
      start: new Uint8Array(article.words.length),
      quotation: Uint8Array.from(article.quotes),
      upos: numbers([]),
      relation: numbers(article.extras.map((row) => (row[3] ?? 0) - 1)),
      head: headsOf(article),
    }
    for (const role of ['Source', 'Content'] as const) {
      const [chooserKind, optionKind] = role === 'Source' ? ['Cue', 'Source'] : ['Content', 'Cue']
      const options = tagsOf(article, optionKind)
      const links = linkers[role](annotated, states, tagsOf(article, chooserKind), options)
      const expected = article.links.filter((link) => link.role === role)
      expect(links).toHaveLength(expected.length)
      for (const [k, link] of links.entries()) {
        const theirs = expected[k]
        expect(link.candidates.map((place) => [options[place]?.from, options[place]?.to])).toEqual(
          theirs?.options,
        )
        // Where there is no candidate the training code pads with one masked score.
        expect(worst([[...link.scores]], [(theirs?.scores ?? []).slice(0, link.scores.length)])).toBeLessThan(
          0.01,
        )
        count++
      }
    }
  }
  expect(count).toBeGreaterThan(20)
})

test('an encoder that reads trees refuses to do without', () => {
  const { encode } = openScorer(models.attribution, 'scores')
  const article = fixtureArticles[0]
  expect(() => encode(article === undefined ? [] : rowsOf(article))).toThrow('it needs heads')
})
