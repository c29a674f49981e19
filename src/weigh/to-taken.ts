import type { Copy } from '../records/copy.ts'

/** Words of one outlet’s article that are another’s. */
export interface Taken {
  readonly takerId: string
  /** Null where both articles took them from a third that is only named. */
  readonly giverId: string | null
  /** As the article names it, where `giverId` is null. */
  readonly giverName: string | null
}

/**
 * Who took words from whom in a copy: nothing where that is not told, or where one author or one outlet wrote both.
 *
 * Two that print one wire, whose article may not be here, both took from the wire.
 */
export function toTaken({
  of,
  by,
  kind,
  direction,
}: Pick<Copy, 'of' | 'by' | 'kind' | 'direction'>): Taken[] {
  if (kind !== 'reprint' && kind !== 'partial') return []
  if (direction.taken === 'from-of') return [{ takerId: by, giverId: of, giverName: null }]
  if (direction.taken !== 'from-common-source' || direction.source === null) return []
  const { source } = direction
  return [of, by].map((takerId) => ({ takerId, giverId: null, giverName: source }))
}
