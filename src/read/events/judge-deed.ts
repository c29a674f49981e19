import type { Event, Modality, Statement } from '../../records/reading.ts'
import type { Span } from '../../records/span.ts'
import { judgeModality } from '../judge-modality.ts'
import { spanOf } from '../sentence-view.ts'
import type { Deed } from './find-deeds.ts'
import type { Tree } from './open-tree.ts'

/** How a deed stands to what is. */
export interface DeedJudgement {
  readonly modality: Modality
  readonly condition: Span | null
  readonly auxiliaries: Event['auxiliaries']
}

/** Judges a deed by the words of its clause and of the statement that reports it: the one place where events ask. */
export function judgeDeed(tree: Tree, deed: Deed, statement: Statement | null): DeedJudgement {
  const { view } = tree
  const clause = clauseOf(tree, deed.trigger)
  const own = judgeModality(view, clause)
  const auxiliaries: Event['auxiliaries'][number][] = []
  if (deed.isFuture) auxiliaries.push('future')
  if (deed.isTried || own.modality === 'conditional' || own.modality === 'hedged')
    auxiliaries.push('hypothetical')
  if (deed.isNegated || deed.isDenied) auxiliaries.push('negation')
  const condition = own.condition && spanOf(view, own.condition.from, own.condition.to)
  const modality = (): Modality => {
    if (deed.isNegated || deed.isDenied) return 'denied'
    if (own.modality === 'conditional' || own.modality === 'hedged') return own.modality
    // A plan of a deed is an intent stated: its own code says so; a plan of no code (“will deploy”) is planned.
    if (deed.isFuture) return 'planned'
    if (statement)
      return statement.modality === 'conditional' ||
        statement.modality === 'hedged' ||
        statement.modality === 'denied'
        ? statement.modality
        : 'reported'
    return 'fact'
  }
  return { modality: modality(), condition: condition ?? null, auxiliaries }
}

/** The words of a verb’s own clause: from its auxiliaries to its last argument, less the clauses below it. */
function clauseOf(tree: Tree, i: number): { from: number; to: number } {
  const own = (tree.children[i] ?? []).filter((child) =>
    /^(?:aux|aux:pass|advmod|cop|mark)$/.test(tree.view.deprels[child] ?? ''),
  )
  const condition = (tree.children[i] ?? []).filter((child) => tree.view.deprels[child] === 'advcl')
  const from = Math.min(i, ...own, ...condition.map((child) => tree.subtreeStart[child] ?? child))
  const to = Math.max(i + 1, ...condition.map((child) => tree.subtreeEnd[child] ?? child))
  return { from, to }
}
