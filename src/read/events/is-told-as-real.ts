import type { Tree } from './open-tree.ts'

/** What is told there did not happen in the world: “In the film, Aldany invades Morvenia.” */
const fictions = new Set(
  'film movie novel book play series episode drama thriller comedy sitcom game videogame simulation drill wargame dream sketch painting opera musical'.split(
    ' ',
  ),
)

/** Words of matches, in which countries beat, crush and destroy each other. */
const matches = new Set(
  `semifinal semi-final quarterfinal quarter-final final playoff match championship tournament league cup goalkeeper
  striker midfielder quarterback inning touchdown scoreline halftime half-time medal olympics wicket test penalty
  shootout referee teammate`.split(/\s+/),
)

/**
 * Whether a sentence tells of the world, by its own words: not where it opens in a work of fiction or an exercise, nor
 * where it tells of a match (“Aldany beat Morvenia 3-1”, “destroyed Aldany in the semi-final”).
 */
export function isToldAsReal({ view }: Tree): boolean {
  const { lower } = view
  for (let k = 0; k < Math.min(lower.length, 8); k++) {
    if (!/^(?:in|during|on)$/.test(lower[k] ?? '') || view.upos[k] !== 'ADP') continue
    const head = view.heads[k] ?? -1
    if (fictions.has(lower[head] ?? '') && view.deprels[head]?.startsWith('obl')) return false
  }
  const hasScore = lower.some(
    (word, k) =>
      /^\d{1,3}[-–]\d{1,3}$/.test(word) ||
      (/^\d{1,3}$/.test(word) && /^[-–]$/.test(lower[k + 1] ?? '') && /^\d{1,3}$/.test(lower[k + 2] ?? '')),
  )
  const wins = lower.some((word) =>
    /^(?:beat|beats|beaten|defeated|thrashed|crushed|destroyed|edged|routed|hammered|won|win|lost)$/.test(
      word,
    ),
  )
  // “Aldany beat Morvenia”, name against name, is a match too; soldiers beat protesters.
  const isDuel = lower.some(
    (word, k) =>
      /^beat(?:s|en)?$/.test(word) &&
      ['nsubj', 'obj'].every((relation) =>
        view.heads.some((head, i) => head === k && view.deprels[i] === relation && view.upos[i] === 'PROPN'),
      ),
  )
  return !isDuel && !(wins && (hasScore || lower.some((word) => matches.has(word))))
}
