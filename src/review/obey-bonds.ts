import type { Bond, Report } from '../records/report.ts'

/** Two reports of which an analyst said whether they tell the same. */
export interface Judgement {
  readonly a: string
  readonly b: string
  readonly relation: Bond['relation']
}

/**
 * Groups as analysts have them: those that hold reports which are not to be together are parted, then those are made one
 * that hold reports which are to be.
 *
 * Of a parted group each report goes, in the group’s order, to where the most reports are that `isLinked` joins it with
 * and none that it is to be apart from. Groups that hold reports said to be apart are never made one: then the later
 * word was that they are. Depends on one component of links alone.
 */
export function obeyBonds(
  groups: readonly (readonly Report[])[],
  judgements: readonly Judgement[],
  isLinked: (a: string, b: string) => boolean,
): Report[][] {
  if (judgements.length === 0) return groups.map((group) => [...group])
  const apart = new Set(
    judgements
      .filter(({ relation }) => relation === 'apart')
      .flatMap(({ a, b }) => [keyOf(a, b), keyOf(b, a)]),
  )
  const mayMeet = (x: readonly Report[], y: readonly Report[]) =>
    !x.some(({ id }) => y.some((other) => apart.has(keyOf(id, other.id))))
  const parted = groups.flatMap((group) => part(group, mayMeet, isLinked))
  const groupOf = new Map(parted.flatMap((group) => group.map(({ id }) => [id, group] as const)))
  const same = judgements
    .filter(({ relation }) => relation === 'same')
    .toSorted((x, y) => compare(x.a, y.a) || compare(x.b, y.b))
  const gone = new Set<Report[]>()
  for (const { a, b } of same) {
    const [x, y] = [groupOf.get(a), groupOf.get(b)]
    if (!x || !y || x === y || !mayMeet(x, y)) continue
    x.push(...y)
    for (const { id } of y) groupOf.set(id, x)
    gone.add(y)
  }
  return parted.filter((group) => !gone.has(group))
}

function part(
  group: readonly Report[],
  mayMeet: (x: readonly Report[], y: readonly Report[]) => boolean,
  isLinked: (a: string, b: string) => boolean,
): Report[][] {
  const parts: Report[][] = []
  // Who is to be apart from somebody chooses first: the rest go where those are whom they are linked with.
  const isBound = (report: Report) => group.some((other) => other !== report && !mayMeet([report], [other]))
  for (const report of [...group.filter(isBound), ...group.filter((each) => !isBound(each))]) {
    let [best, most] = [null as Report[] | null, -1]
    for (const candidate of parts) {
      if (!mayMeet([report], candidate)) continue
      const links = candidate.filter(({ id }) => isLinked(report.id, id)).length
      if (links > most) [best, most] = [candidate, links]
    }
    if (best) best.push(report)
    else parts.push([report])
  }
  return parts
}

const keyOf = (a: string, b: string) => `${a} ${b}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
