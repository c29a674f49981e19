/** Something that takes room in a lane, in CSS pixels. */
export interface Taking {
  readonly start: number
  readonly end: number
}

/**
 * Lays things into lanes so that none touch: each into the first lane with room, the ones that come first the nearest.
 *
 * @returns the lane of each, in the order given; null where all lanes are full there
 */
export function layLanes(takings: readonly Taking[], lanes: number, gap: number): (number | null)[] {
  const taken: Taking[][] = Array.from({ length: lanes }, () => [])
  return takings.map(({ start, end }) => {
    const lane = taken.findIndex((others) =>
      others.every((other) => end + gap <= other.start || other.end + gap <= start),
    )
    if (lane === -1) return null
    taken[lane]?.push({ start, end })
    return lane
  })
}
