import type { Dropped } from '../../../src/records/article.ts'

/** Gathers what was left out by its reason: the reason with the most pieces first, pieces in page order. */
export function groupDropped(
  dropped: readonly Dropped[],
): { readonly reason: Dropped['reason']; readonly texts: readonly string[] }[] {
  const textsByReason = new Map<Dropped['reason'], string[]>()
  for (const { reason, text } of dropped) {
    const texts = textsByReason.get(reason)
    if (texts) texts.push(text)
    else textsByReason.set(reason, [text])
  }
  return [...textsByReason]
    .map(([reason, texts]) => ({ reason, texts }))
    .sort((a, b) => b.texts.length - a.texts.length)
}
