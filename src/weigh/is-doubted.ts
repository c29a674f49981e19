import { findDoubt } from '../records/find-doubt.ts'
import type { Statement } from '../records/reading.ts'

/**
 * Whether a statement tells that somebody doubts what it holds: by its cue (“doubts that”, “is not convinced that”,
 * “questioned whether”) or by the head of its content (“said she doubted that …”).
 *
 * Who doubts neither says that it is so nor that it is not. “Does not doubt that” says so; a denial denies.
 */
export function isDoubted(text: string, { source, cue, content, modality }: Statement): boolean {
  if (!content || (modality !== 'hedged' && modality !== 'asked')) return false
  const words = text.slice(content.start, Math.min(content.end, content.start + 400))
  const own = findDoubt(words)
  if (own) return own.isDoubted
  const told = text.slice(cue.start, cue.end)
  // “Is it true?”, “asked whether …”: who asks does not doubt.
  if (modality === 'asked') return /^question(?:s|ed)?$/i.test(told) && /^whether\b/i.test(words)
  const before = text.slice(Math.max(0, cue.start - 20), cue.start)
  if (/\bno longer\s+$/i.test(before) || (source && /^few\b/i.test(text.slice(source.start, source.end))))
    return false
  return findDoubt(`${told} ${words}`)?.isDoubted ?? false
}
