import { leastShared } from './compare-prints.ts'
import { openMarks } from './find-boilerplate.ts'
import { isBefore } from './find-direction.ts'
import type { Imprint } from './to-print.ts'

/** An imprint with what was found of it before. */
export interface KnownImprint extends Imprint {
  /** By place in `shingles`: 1 where the shingle is boilerplate. */
  readonly isBoilerplate: Uint8Array
}

/** One shingle’s list of first holders, after a print was added to it or taken out. */
export interface ChangedList {
  readonly shingle: number
  /** The first holders as they are now. */
  readonly holders: readonly KnownImprint[]
  /** Who is no longer among the first, since one before it came; who now is, since one before it went; else null. */
  readonly moved: KnownImprint | null
  /** Those that hold the shingle and are not among the first; only asked for where one has moved. */
  readonly others: readonly KnownImprint[]
}

/**
 * Finds whose overlaps a print that came or went may have changed, beside its own: those whose boilerplate it made or
 * unmade, and those that share enough with a print that a full list lost or gained. Asking `findOverlaps` for these
 * again, and for nobody else, gives what asking for all would.
 *
 * A phrase that is nobody’s boilerplate costs a look at each of its holders, and one that is everybody’s costs less.
 */
export function findUnsettled(
  changed: KnownImprint,
  isAdded: boolean,
  lists: readonly ChangedList[],
): Set<string> {
  const unsettled = new Set<string>()
  const marksOf = new Map<string, ReturnType<typeof openMarks>>()
  const openFor = (print: Imprint) => {
    const marks = marksOf.get(print.id) ?? openMarks(print)
    marksOf.set(print.id, marks)
    return marks
  }
  for (const { shingle, holders, moved, others } of lists) {
    for (const print of [...holders, ...(moved && isAdded ? [moved] : []), ...others]) {
      if (print.id === changed.id || unsettled.has(print.id)) continue
      const was = print.isBoilerplate[print.shingles.indexOf(shingle)] === 1
      const marks = openFor(print)
      const came = marks.of(changed)
      const gone = moved === null ? 0 : marks.of(moved)
      const [more, less] = isAdded ? [came, gone] : [gone, came]
      // What was boilerplate stays it as long as nothing that showed it went away, and the other way round.
      const mayChange = was ? (less & ~more) !== 0 : (more & ~less) !== 0
      if (mayChange && marks.showBoilerplate(holders) !== was) unsettled.add(print.id)
      else if (moved && !was && sharesEnough(print, moved)) unsettled.add(print.id)
    }
  }
  return unsettled
}

/** Only the later of two counts what it shares with the other. */
function sharesEnough(print: Imprint, moved: Imprint): boolean {
  if (print.id === moved.id || !isBefore(moved, print)) return false
  const own = new Set(print.shingles)
  let common = 0
  for (const shingle of moved.shingles) if (own.has(shingle)) common++
  return common >= leastShared
}
