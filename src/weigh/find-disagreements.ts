import type { Disagreement } from '../records/disagreement.ts'
import { isSupport } from '../records/is-support.ts'
import type { Provenance } from '../records/origin.ts'
import type { Report } from '../records/report.ts'
import { compareTimes } from './compare-times.ts'
import { countAlike, type Figure, rangesMeet } from './find-figures.ts'
import { findOpposition, type Opposition } from './find-opposition.ts'
import { toFigures } from './to-figures.ts'
import { toMs } from './to-ms.ts'
import { toProposition } from './to-proposition.ts'

type Side = Disagreement['sides'][number]

const kindOf: Readonly<
  Record<Exclude<Opposition, 'reversed' | 'day' | 'plan' | 'telling'>, Disagreement['kind']>
> = {
  polarity: 'polarity',
  act: 'polarity',
  place: 'place',
  actor: 'actor',
  thing: 'actor',
  'corrected-day': 'day',
}

/**
 * Finds what does not fit together in a claim: denials, doubts, figures and days among its own reports, and then the claims
 * against it. Each has its sides, earliest first, and says nothing of who is right.
 *
 * Figures whose ranges meet (“at least 12”, 15) agree. A toll that has only grown with time, and a later count by the
 * same origin, are news and no conflict (`isUpdate`).
 *
 * @param against the reports of each claim that cannot hold beside this one; of theirs no origins are given.
 */
export function findDisagreements(
  reports: readonly Report[],
  provenance: Provenance,
  against: readonly (readonly Report[])[],
): Disagreement[] {
  const ordered = [...reports].sort(compareTimes)
  const toSide = (value: string, members: readonly Report[]): Side => {
    const ids = members.map(({ id }) => id)
    const origins = provenance.origins.filter((origin) => origin.reports.some((id) => ids.includes(id)))
    return { value, reports: ids, origins: origins.map(({ id }) => id).sort() }
  }
  return [
    ...findDenials(ordered, toSide),
    ...findFigureConflicts(ordered, toSide),
    ...findDayConflicts(ordered, toSide),
    ...against
      .filter((others) => others.length > 0)
      .map((others) => [...others].sort(compareTimes))
      .sort(([a], [b]) => (a && b ? compareTimes(a, b) : 0))
      .flatMap((others) => opposeClaims(ordered, others, toSide)),
  ]
}

type ToSide = (value: string, members: readonly Report[]) => Side

/** Denials and doubts: who doubts does not deny, and is shown apart. */
function findDenials(reports: readonly Report[], toSide: ToSide): Disagreement[] {
  const supporting = reports.filter(isSupport)
  if (supporting.length === 0) return []
  const against = [
    { kind: 'denial', stance: 'denies', value: 'denied' },
    { kind: 'doubt', stance: 'doubts', value: 'doubted' },
  ] as const
  return against.flatMap(({ kind, stance, value }) => {
    const members = reports.filter((report) => report.stance === stance)
    if (members.length === 0) return []
    const sides = [toSide('said', supporting), toSide(value, members)]
    return [{ kind, isUpdate: false, otherClaim: null, sides }]
  })
}

interface Counted {
  readonly report: Report
  readonly figure: Figure
}

function findFigureConflicts(reports: readonly Report[], toSide: ToSide): Disagreement[] {
  const found: Disagreement[] = []
  for (const counted of groupCounts(reports)) {
    const sides = groupByValue(counted).filter(([{ figure }]) =>
      counted.some((other) => !rangesMeet(figure, other.figure)),
    )
    if (sides.length < 2) continue
    const made = sides.map((members) =>
      toSide(
        members[0].figure.words,
        members.map(({ report }) => report),
      ),
    )
    found.push({ kind: 'figure', isUpdate: isUpdate(sides, made), otherClaim: null, sides: made })
  }
  return found
}

/** The figures of all reports by what they count. A report that gives two of one kind (“two of the 12”) tells of parts. */
function groupCounts(reports: readonly Report[]): Counted[][] {
  const groups: Counted[][] = []
  for (const report of reports) {
    const figures = toFigures(report)
    for (const figure of figures) {
      if (
        figures.some((other) => other !== figure && countAlike(other, figure) && !rangesMeet(other, figure))
      )
        continue
      const group = groups.find(([first]) => first && countAlike(first.figure, figure))
      if (!group) groups.push([{ report, figure }])
      else if (!group.some((other) => other.report === report)) group.push({ report, figure })
    }
  }
  return groups
}

type Valued = [Counted, ...Counted[]]

function groupByValue(counted: readonly Counted[]): Valued[] {
  const values = new Map<string, Valued>()
  for (const each of counted) {
    const { min, max, isApproximate } = each.figure
    const key = `${min} ${max} ${isApproximate}`
    const held = values.get(key)
    if (held) held.push(each)
    else values.set(key, [each])
  }
  return [...values.values()]
}

/** What a toll counts only grows while bodies are found. */
const growing = new Set(['kill', 'injure', 'arrest', 'displace'])

function isUpdate(sides: readonly Valued[], made: readonly Side[]): boolean {
  const order = sides.map((members, i) => ({
    value: members[0].figure.min ?? members[0].figure.max ?? 0,
    first: toMs(members[0].report.publishedAt),
    last: toMs(members.at(-1)?.report.publishedAt ?? null),
    origins: made[i]?.origins ?? [],
  }))
  order.sort((a, b) => a.first - b.first || a.value - b.value)
  const isLater = order.every(({ first }, i) => i === 0 || first > (order[i - 1]?.first ?? Number.NaN))
  if (!isLater) return false
  const [earliest, ...later] = order
  const shared = (earliest?.origins ?? []).filter((id) => later.every(({ origins }) => origins.includes(id)))
  if (shared.length > 0 && order.every(({ origins }) => origins.length === 1)) return true
  // Who still prints the lower toll when the higher is out does not just come late.
  const hasGrown = order.every(
    ({ value, first }, i) =>
      i === 0 || (value > (order[i - 1]?.value ?? 0) && first > (order[i - 1]?.last ?? Number.NaN)),
  )
  return hasGrown && growing.has(sides[0]?.[0].figure.of[0] ?? '')
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ')

function findDayConflicts(reports: readonly Report[], toSide: ToSide): Disagreement[] {
  const byDay = new Map<number, Report[]>()
  for (const report of reports) {
    const day = dayOf(report)
    if (day !== null) byDay.set(day, [...(byDay.get(day) ?? []), report])
  }
  if (byDay.size < 2) return []
  const sides = [...byDay].map(([day, members]) => {
    const date = new Date(day * 86_400_000)
    return toSide(`${date.getUTCDate()} ${monthNames[date.getUTCMonth()]}`, members)
  })
  return [{ kind: 'day', isUpdate: false, otherClaim: null, sides }]
}

/** The one day that the words give, or an event’s own; null where they give none or several. */
function dayOf(report: Report): number | null {
  const [day, ...more] = new Set(toProposition(report).days)
  if (day !== undefined) return more.length === 0 ? day : null
  const { kind, day: stretch } = report
  if (kind !== 'event' || !stretch?.from || stretch.from !== stretch.to) return null
  return Date.parse(stretch.from.slice(0, 10)) / 86_400_000
}

function opposeClaims(reports: readonly Report[], others: readonly Report[], toSide: ToSide): Disagreement[] {
  for (const report of reports) {
    for (const other of others) {
      const opposition = findOpposition(report, other)
      if (
        opposition === null ||
        opposition === 'reversed' ||
        opposition === 'day' ||
        opposition === 'plan' ||
        opposition === 'telling'
      )
        continue
      return [
        {
          kind: kindOf[opposition],
          isUpdate: false,
          otherClaim: others[0]?.id ?? null,
          sides: [toSide(report.proposition, reports), toSide(other.proposition, others)],
        },
      ]
    }
  }
  return []
}
