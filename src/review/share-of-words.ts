import type { Span } from '../records/span.ts'

/** How much two stretches have in common: what both hold over what either holds, 0 to 1 (Jaccard). */
export function shareOfWords(a: Span, b: Span): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  if (both <= 0) return 0
  return both / (a.end - a.start + (b.end - b.start) - both)
}
