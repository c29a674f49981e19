import type { SentenceView } from './sentence-view.ts'

/** Where the aside of “as one engineer put it” begins, for the verb at `verb`; -1 where it is none. */
export function asideStart(view: SentenceView, verb: number): number {
  for (let k = verb - 2; k >= Math.max(0, verb - 12); k--) {
    if (/^[,;:“”"]$/.test(view.lower[k] ?? '')) return -1
    if (view.lower[k] === 'as') return k
  }
  return -1
}
