/** Index of the first of ordered things that passes; their count when none does. All after it must pass too. */
export function firstIndex<Thing>(things: readonly Thing[], passes: (thing: Thing) => boolean): number {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >> 1
    const thing = things[middle]
    if (thing !== undefined && passes(thing)) high = middle
    else low = middle + 1
  }
  return low
}
