import type { Claim } from '../records/claim.ts'
import type { Report } from '../records/report.ts'
import { toMs } from './to-ms.ts'

/** How an outlet stands to a claim that it tells. */
export interface OutletPlace {
  readonly key: string
  /** Another outlet tells it too. */
  readonly isShared: boolean
  /** It told it before every other outlet. Never true of a claim that is not shared. */
  readonly isFirst: boolean
  /** A report of it rests on the outlet itself: its own voice, or unnamed people whom it heard. */
  readonly isOwn: boolean
}

/**
 * The outlets that tell a claim, in order of their keys, and how each stands to it. Nobody is first where the dates do
 * not tell: two of the same day, one without a date. Who only copies another of them is not first and leaves the first
 * place to the other, whatever their dates say.
 *
 * @param keyOf the key of a report’s outlet; null where it is not known
 */
export function placeOutlets(
  { reports, provenance }: Pick<Claim, 'reports' | 'provenance'>,
  keyOf: (report: Report) => string | null,
): OutletPlace[] {
  const byKey = new Map<string, Report[]>()
  for (const report of reports) {
    const key = keyOf(report)
    if (key === null) continue
    const own = byKey.get(key)
    if (own) own.push(report)
    else byKey.set(key, [report])
  }
  const copying = new Set(provenance.edges.flatMap(({ why, from }) => (why === 'copies' ? [from] : [])))
  const ownEnds = new Set(
    provenance.origins.flatMap(({ kind, reports }) =>
      kind === 'outlet' || kind === 'anonymous' ? reports : [],
    ),
  )
  const first = byKey.size < 2 ? null : findFirst(byKey, copying)
  return [...byKey]
    .map(([key, own]) => ({
      key,
      isShared: byKey.size > 1,
      isFirst: key === first,
      isOwn: own.some(
        (report) => ownEnds.has(report.id) && !copying.has(report.id) && !namesAnotherOutlet(report),
      ),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

function findFirst(
  byKey: ReadonlyMap<string, readonly Report[]>,
  copying: ReadonlySet<string>,
): string | null {
  const times = [...byKey].flatMap(([key, own]) => {
    const telling = own.filter(({ id }) => !copying.has(id))
    return telling.length === 0 ? [] : [{ key, ...earliest(telling) }]
  })
  const first = times.find(({ key, to }) =>
    times.every((other) => other.key === key || (to !== null && other.from !== null && to <= other.from)),
  )
  return first?.key ?? null
}

const dayMs = 86_400_000

/** The stretch in which the earliest was published; without bounds where one of them has no date. */
function earliest(reports: readonly Report[]): { from: number | null; to: number | null } {
  const times = reports.map(({ publishedAt }) => toStretch(publishedAt))
  if (times.some((time) => time === null)) return { from: null, to: null }
  const dated = times.flatMap((time) => time ?? [])
  return {
    from: Math.min(...dated.map(({ from }) => from)),
    to: Math.min(...dated.map(({ to }) => to)),
  }
}

/** “2025-11-27” is as long as the day, and so is its midnight, which is how many a page writes a day. */
function toStretch(publishedAt: string | null): { readonly from: number; readonly to: number } | null {
  const from = toMs(publishedAt)
  if (publishedAt === null || Number.isNaN(from)) return null
  if (publishedAt.length === 4) return { from, to: from + 366 * dayMs }
  if (publishedAt.length === 7) return { from, to: from + 31 * dayMs }
  const isDay = publishedAt.length === 10 || /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]|$)/.test(publishedAt)
  // Two in the same minute are not told apart.
  return { from, to: from + (isDay ? dayMs : 60_000) }
}

const namesAnotherOutlet = ({ chain }: Report) =>
  chain.some(({ kind, how }) => how !== 'prints' && (kind === 'outlet' || kind === 'agency'))
