import { readFileSync } from 'node:fs'
import { loadModels } from '../../resources/load-models.ts'
import type { ParsedSentences } from './annotated-article.ts'
import { type Networks, openNetworks } from './open-networks.ts'

/** One of our own articles as the training code’s integer models read it (train/kernel/fixture.jsonl). */
export interface FixtureArticle {
  readonly words: readonly string[]
  /** By token: whether a paragraph begins. */
  readonly breaks: readonly boolean[]
  readonly sentences: readonly (readonly [number, number])[]
  readonly quotes: readonly number[]
  readonly features: readonly (readonly number[])[]
  readonly extras: readonly (readonly number[])[]
  readonly syntax: readonly {
    readonly tags: readonly (readonly number[])[]
    readonly arcs: readonly (readonly number[])[]
    readonly labels: readonly (readonly number[])[]
    readonly upos: readonly string[]
    /** 0 the root, else 1-based. */
    readonly heads: readonly number[]
    readonly rels: readonly string[]
  }[]
  readonly names: readonly {
    readonly scores: readonly (readonly number[])[]
    readonly tags: readonly string[]
  }[]
  readonly attribution: { readonly scores: readonly (readonly number[])[]; readonly tags: readonly string[] }
  readonly links: readonly {
    readonly role: 'Source' | 'Content'
    readonly span: readonly [number, number]
    readonly options: readonly (readonly [number, number])[]
    readonly features: readonly (readonly number[])[]
    readonly scores: readonly number[]
  }[]
  readonly statements: readonly {
    readonly cue: readonly [number, number]
    readonly Source: readonly (readonly [number, number])[]
    readonly Content: readonly (readonly [number, number])[]
  }[]
}

const file = new URL('../../../train/kernel/fixture.jsonl', import.meta.url)

/** Five short articles of our own, twenty sentences. */
export const fixtureArticles = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as FixtureArticle)

/** The articles’ sentences as tokens. */
export const sentencesOf = (article: FixtureArticle): string[][] =>
  article.sentences.map(([from, to]) => article.words.slice(from, to))

/** The articles’ sentences with their parses, as attribution reads them. */
export const parsedSentencesOf = (article: FixtureArticle, reader: Networks): ParsedSentences => {
  const sentences = sentencesOf(article)
  return {
    sentences,
    startsParagraph: article.sentences.map(([from]) => article.breaks[from] === true),
    parses: reader.parse(sentences, { confidence: true }),
  }
}

/** The shipped models, ready to read. */
export const openShippedNetworks = (): Networks => openNetworks(loadModels())
