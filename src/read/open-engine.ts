import type { ReadingMode } from '../records/reading.ts'
import type { Resources } from '../records/resources.ts'
import { type Networks, openNetworks } from './neural/open-networks.ts'
import type { Parse } from './neural/open-syntax.ts'
import { openPerceptron } from './perceptron/open-perceptron.ts'

/** What the stages read with, beside the tables: opened once, used for many articles, one thread at a time. */
export interface Engine {
  readonly mode: ReadingMode
  /** Parts of speech and dependencies of sentences given as their tokens, one parse each. */
  readonly parse: (sentences: readonly (readonly string[])[]) => Parse[]
  /** The trained networks; null in fast mode, where rules find names and statements alone. */
  readonly networks: Networks | null
}

/** Opens what a mode reads with: `full` takes some tens of milliseconds, `fast` fewer. */
export function openEngine({ models }: Pick<Resources, 'models'>, mode: ReadingMode): Engine {
  if (mode === 'fast') return { mode, networks: null, parse: openPerceptron(models.perceptron).parse }
  const networks = openNetworks(models)
  return { mode, networks, parse: (sentences) => networks.parse(sentences) }
}
