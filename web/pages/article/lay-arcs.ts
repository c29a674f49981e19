/** One arc of a dependency tree that is drawn with a row for each token. */
export interface Arc {
  readonly head: number
  readonly dependent: number
  /** How far left it runs, from 1: further out than every arc whose rows it shares. */
  readonly level: number
}

/**
 * Lays the arcs of a sentence so that none lies on another: the short ones close to the words, the long ones
 * around them. A head that is no token of the sentence, as a root’s, gives no arc.
 *
 * @param heads the index of each token’s head; -1 for a root
 */
export function layArcs(heads: readonly number[]): Arc[] {
  const arcs = heads
    .map((head, dependent) => ({ head, dependent }))
    .filter(({ head, dependent }) => heads[head] !== undefined && head !== dependent)
    .sort((a, b) => lengthOf(a) - lengthOf(b))
  const laid: Arc[] = []
  // By gap between two rows, the outermost level that is taken there.
  const taken = new Array<number>(heads.length).fill(0)
  for (const arc of arcs) {
    const from = Math.min(arc.head, arc.dependent)
    const to = Math.max(arc.head, arc.dependent)
    const level = 1 + Math.max(...taken.slice(from, to))
    taken.fill(level, from, to)
    laid.push({ ...arc, level })
  }
  return laid
}

const lengthOf = ({ head, dependent }: Pick<Arc, 'head' | 'dependent'>): number => Math.abs(head - dependent)
