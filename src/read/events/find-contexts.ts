import type { Codebook } from '../../records/codebook.ts'
import type { Tree } from './open-tree.ts'

/** PLOVER contexts that the words of an event name, each once, in order of the text. */
export function findContexts(tree: Tree, words: { from: number; to: number }, codebook: Codebook): string[] {
  const found = new Set<string>()
  for (let k = words.from; k < words.to; k++) {
    for (const context of codebook.contexts.get(tree.lemmas[k] ?? '') ?? []) found.add(context)
  }
  return [...found]
}
