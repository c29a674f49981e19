import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'

/** A sentence’s parse seen from above: what hangs on each token, and how far its words reach. */
export interface SentenceTree {
  /** By token, in order of the sentence. */
  readonly children: readonly (readonly number[])[]
  /** By token: the first and the last of the words below it. */
  readonly extents: readonly TokenRange[]
}

const trees = new WeakMap<SentenceView, SentenceTree>()

/** The tree of a sentence, built once a view. Linear in the length of the sentence. */
export function treeOf(view: SentenceView): SentenceTree {
  const known = trees.get(view)
  if (known) return known
  const children: number[][] = view.heads.map(() => [])
  const roots: number[] = []
  for (const [k, head] of view.heads.entries()) {
    if (head === k || children[head] === undefined) roots.push(k)
    else children[head].push(k)
  }
  const extents = view.heads.map((_, k) => ({ from: k, to: k + 1 }))
  // From the leaves up; a token that hangs on itself in a circle is never reached and keeps its own extent.
  const order = [...roots]
  for (let at = 0; at < order.length; at++)
    for (const child of children[order[at] ?? -1] ?? []) order.push(child)
  for (const k of order.reverse()) {
    const [own, above] = [extents[k], extents[view.heads[k] ?? -1]]
    if (!own || !above || view.heads[k] === k) continue
    above.from = Math.min(above.from, own.from)
    above.to = Math.max(above.to, own.to)
  }
  const tree = { children, extents }
  trees.set(view, tree)
  return tree
}

/** The lemma of a token in lower case, with its particle: “rule out”. */
export function lemmaAt(view: SentenceView, k: number): string {
  const lemma = view.sentence.tokens[k]?.lemma.toLowerCase() ?? ''
  return lemma === '' ? (view.lower[k] ?? '') : lemma
}

/** Whether a token’s morphology says so: “Tense=Past”. */
export function hasFeature(view: SentenceView, k: number, feature: string): boolean {
  return view.sentence.tokens[k]?.features?.includes(feature) ?? false
}

/** What is read of a token, once: of a list of a thousand verbs each asks what the first one is. */
export function oncePerToken<Read>(
  read: (view: SentenceView, k: number) => Read,
): (view: SentenceView, k: number) => Read {
  const known = new WeakMap<SentenceView, Map<number, Read>>()
  return (view, k) => {
    const ofView = known.get(view) ?? new Map<number, Read>()
    known.set(view, ofView)
    const before = ofView.get(k)
    if (before !== undefined) return before
    const now = read(view, k)
    ofView.set(k, now)
    return now
  }
}
