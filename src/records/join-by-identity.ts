/** Joins the rows with these two indices. */
export type Join = (a: number, b: number) => void

/**
 * Groups rows that are one: those that share an identity, directly or through others, and those that `joinMore` joins.
 * The groups, and the rows of each, in the order of the rows.
 */
export function joinByIdentity<Row extends { readonly identities: readonly string[] }>(
  rows: readonly Row[],
  joinMore: (join: Join) => void = () => {},
): Row[][] {
  const parent = rows.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up
      at = up
    }
    return at
  }
  const join: Join = (a, b) => {
    const [x, y] = [find(a), find(b)]
    parent[Math.max(x, y)] = Math.min(x, y)
  }
  const first = new Map<string, number>()
  for (const [i, { identities }] of rows.entries()) {
    for (const identity of identities) {
      const known = first.get(identity)
      if (known === undefined) first.set(identity, i)
      else join(known, i)
    }
  }
  joinMore(join)
  const groups = new Map<number, Row[]>()
  for (const [i, row] of rows.entries()) {
    const group = groups.get(find(i))
    if (group) group.push(row)
    else groups.set(find(i), [row])
  }
  return [...groups.values()]
}
