/** A place in a grid, from zero. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

const steps: Readonly<Record<string, GridPlace>> = {
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
  Home: { row: 0, column: -1 },
  End: { row: 0, column: 1 },
}

/**
 * Where a key leads from a place in a grid: the arrows to the next place in their direction that holds something, Home and
 * End to the first and the last of the row. The place itself where there is none; null where it is no key of the grid.
 */
export function stepInGrid(
  from: GridPlace,
  key: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  holds: (place: GridPlace) => boolean,
): GridPlace | null {
  const step = steps[key]
  if (step === undefined) return null
  const isFar = key === 'Home' || key === 'End'
  let found = from
  for (
    let at = { row: from.row + step.row, column: from.column + step.column };
    at.row >= 0 && at.row < rows && at.column >= 0 && at.column < columns;
    at = { row: at.row + step.row, column: at.column + step.column }
  ) {
    if (!holds(at)) continue
    found = at
    if (!isFar) break
  }
  return found
}
