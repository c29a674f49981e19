import type { Statement } from '../records/reading.ts'
import { firstIndex } from './first-index.ts'
import { type Page, wordAt } from './statement-page.ts'
import type { TokenRange } from './token-range.ts'

/** Whether a content is quoted, told, or told with quoted words in it. */
export function judgeKind(content: readonly TokenRange[], page: Page): Statement['kind'] {
  const { quotations } = page
  let isQuoted = false
  let isPlain = false
  for (const { from, to } of content) {
    let q = firstIndex(quotations, ({ close }) => close >= from)
    for (let at = from; at < to; at++) {
      while ((quotations[q]?.close ?? to) < at) q++
      const inside = (quotations[q]?.open ?? to) <= at
      if (inside) isQuoted = true
      else isPlain ||= /[\p{L}\p{N}]/u.test(wordAt(page, at))
    }
  }
  if (!isQuoted) return 'indirect'
  return isPlain ? 'mixed' : 'direct'
}
