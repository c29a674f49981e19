import type { Mention } from '../../records/reading.ts'
import type { Span } from '../../records/span.ts'
import type { Deed } from './find-deeds.ts'
import type { Tree } from './open-tree.ts'

/** The place that a deed’s own words name: “… in Selgrad”; null where they name none. */
export function findWhere(
  tree: Tree,
  deed: Deed,
  mentions: readonly Mention[],
  recipient: Span | null,
): Span | null {
  for (const at of deed.chain) {
    for (const child of tree.children[at] ?? []) {
      const relation = tree.view.deprels[child] ?? ''
      if (
        !/^(?:obl|nmod)$/.test(relation) ||
        !/^(?:in|at|near|outside|inside|off|around)$/.test(tree.prepositionOf(child))
      )
        continue
      const token = tree.view.sentence.tokens[child]
      const place = mentions.find(
        (mention) =>
          token &&
          mention.start <= token.start &&
          mention.end >= token.end &&
          /^(?:GPE|LOC)$/.test(mention.type),
      )
      if (place && place.start !== recipient?.start) return { start: place.start, end: place.end }
    }
  }
  return null
}
