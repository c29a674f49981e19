import type { Span } from '../records/span.ts'
import { toMs } from './to-ms.ts'

/** What is told at some time, at some place of an article. */
interface Told {
  readonly id: string
  readonly publishedAt: string | null
  readonly articleId: string
  readonly span: Span
}

/**
 * Instants compare as instants, whatever time zone they are written in; the undated come last. At one time by article,
 * and in an article by where the words stand, so that what it tells first comes first.
 */
export function compareTimes(a: Told, b: Told): number {
  const [at, bt] = [a, b].map(({ publishedAt }) => {
    const ms = toMs(publishedAt)
    return Number.isNaN(ms) ? Number.POSITIVE_INFINITY : ms
  }) as [number, number]
  if (at !== bt) return at < bt ? -1 : 1
  return (
    compareText(a.articleId, b.articleId) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.id, b.id)
  )
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
