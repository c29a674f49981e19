import type { Tree } from './open-tree.ts'

const modifiers = /^(?:det|amod|compound|nummod|nmod:poss|nmod:desc|flat|nmod|advmod|punct|appos)$/

/** The noun’s words: what stands before it and the rest of its name. */
export function nounRange(tree: Tree, i: number): { from: number; to: number } {
  let from = i
  for (const child of [...(tree.children[i] ?? [])].reverse()) {
    if (child >= i || !modifiers.test(tree.view.deprels[child] ?? '')) continue
    const start = tree.subtreeStart[child] ?? child
    if ((tree.subtreeEnd[child] ?? child + 1) <= i && i - start < 24) from = Math.min(from, start)
  }
  while (from < i && /^(?:PUNCT|CCONJ)$/.test(tree.view.upos[from] ?? '')) from++
  let to = i + 1
  while (tree.view.deprels[to] === 'flat' && to < i + 8) to++
  return { from, to }
}
