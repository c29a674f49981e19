import { opensQuotation } from './has-complement.ts'
import type { SentenceView } from './sentence-view.ts'

/**
 * Where a content goes on behind an attribution in its middle: after the comma at `comma`; -1 where it does not.
 *
 * “…, the agency reported, as pressure grew”: what follows is the outlet’s, unless it is quoted: “They would talk,
 * he was quoted as saying, after ‘certain matters’ were settled”.
 */
export function restAfterTag(view: SentenceView, comma: number): number {
  if (view.lower[comma] !== ',' || comma + 1 >= view.wordEnd) return -1
  const isOutlets = /^(?:as|while|after|amid|citing|when|speaking|referring|hours|days)$/.test(
    view.lower[comma + 1] ?? '',
  )
  if (!isOutlets) return comma + 1
  for (let k = comma + 2; k < Math.min(view.wordEnd, comma + 12); k++)
    if (opensQuotation(view, k)) return comma + 1
  return -1
}
