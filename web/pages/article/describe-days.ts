import { strings } from '../../strings.ts'

/** “2025-11-27”, “2025-11-10 – 2025-11-26”, “until 2025-11-28”, “from 2025-11-28” */
export function describeDays(
  when: { readonly from: string | null; readonly to: string | null } | null,
): string | null {
  if (when === null) return null
  const { from, to } = when
  if (from === null) return to === null ? null : strings.article.until(to)
  if (to === null) return strings.article.since(from)
  return from === to ? from : `${from} – ${to}`
}
