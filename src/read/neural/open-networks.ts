import type { Models } from '../../records/models.ts'
import type { ParsedSentences } from './annotated-article.ts'
import { type Attribution, openAttribution } from './open-attribution.ts'
import { openFeatures, type VectorsHeader } from './open-features.ts'
import { openKernel } from './open-kernel.ts'
import { type Name, openNames } from './open-names.ts'
import { openSyntax, type Parse } from './open-syntax.ts'
import { openTable } from './open-table.ts'
import { openWeights } from './open-weights.ts'

/** The trained models, ready to read. Holds some scratch memory; one reader serves one thread. */
export interface Networks {
  /**
   * Parses sentences, each given as its tokens: one parse each.
   *
   * Sentences of more than 128 tokens are parsed in pieces whose roots hang on the first as `parataxis`.
   *
   * @param options.confidence also gives the probability of each token’s head and relation.
   */
  parse(sentences: readonly (readonly string[])[], options?: { readonly confidence?: boolean }): Parse[]
  /** Finds the names of each sentence, in order; ranges are token numbers in the sentence. */
  findNames(sentences: readonly (readonly string[])[]): Name[][]
  /** Finds who is said to have said what; ranges are token numbers in the article, its sentences laid end to end. */
  findAttributions(article: ParsedSentences): Attribution[]
}

/**
 * Loads the models into one WebAssembly memory (about 20 MB) and starts its kernel; some tens of milliseconds.
 *
 * The reading of a text is the same to the bit on every machine.
 *
 * @throws {WebAssembly.CompileError} when the machine has no WebAssembly with 128-bit SIMD.
 * @throws {Error} when a model file is damaged.
 */
export function openNetworks(models: Models): Networks {
  const kernel = openKernel(models.kernel)
  const weights = openWeights<VectorsHeader>(models.vectors)
  const vectors = openTable(kernel, weights, 'vectors')
  const lookUp = openFeatures(weights)
  const syntax = openSyntax(kernel, models.syntax, vectors, lookUp)
  const findNames = openNames(kernel, models.names, vectors, lookUp)
  const findAttributions = openAttribution(kernel, models.attribution, vectors, lookUp, syntax)
  return {
    parse: (sentences, options) => syntax.parse(sentences, options?.confidence === true),
    findNames,
    findAttributions,
  }
}
