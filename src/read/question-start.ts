import type { SentenceView } from './sentence-view.ts'
import { prepositions, timeNouns } from './word-classes.ts'

/**
 * Where the question begins behind “asked”: past when and by whom it was put; -1 where none follows before a comma.
 */
export function questionStart(view: SentenceView, from: number): number {
  const next = view.lower[from] ?? ''
  if (/^(?:whether|if|about|why|how|what|who|when|where)$/.test(next)) return from
  if (next !== 'by' && !timeNouns.has(next) && !prepositions.has(next)) return -1
  for (let k = from + 1; k < Math.min(view.wordEnd, from + 14); k++) {
    if (/^[,;:“”"]$/.test(view.lower[k] ?? '')) return -1
    if (/^(?:whether|if|why|how|what)$/.test(view.lower[k] ?? '')) return k
    if (view.lower[k] === 'about' && next === 'by') return k
  }
  return -1
}
