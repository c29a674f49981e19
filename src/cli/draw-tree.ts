/** What stands left of one token in a drawn tree. */
export interface TreeRow {
  /** Up to the token’s own word. */
  readonly branch: string
  /** The lines that go on under this row, as wide as `branch`: for what is printed between two tokens. */
  readonly below: string
}

/** How a cell of the drawing is joined to its neighbours, as bits; `over`: a branch passes without touching. */
const up = 1
const down = 2
const left = 4
const right = 8
const over = 16

/** By the bits of a cell, without `over`. */
const signs = [' ', '╵', '╷', '│', '╴', '┘', '┐', '┤', '╶', '└', '┌', '├', '─', '┴', '┬', '┼']

/**
 * Draws a dependency tree with its tokens in the order of the text, one row a token, the root leftmost.
 *
 * A token hangs on the line that leads down or up from its head. In a tree that is not projective lines cross
 * without touching, and a word stands right of every line that passes it. A head outside the sentence, or a
 * ring of heads, is drawn as another root.
 */
export function drawTree(heads: readonly number[]): TreeRow[] {
  const tree = heads.map((head, token) => (leadsToRoot(heads, token) ? head : -1))
  const reaches = findReaches(tree)
  const columns = placeColumns(tree, reaches)
  const rows = tree.map(() => [] as number[])
  const join = (row: number, column: number, bits: number) => {
    const cells = rows[row] ?? []
    cells[column] = (cells[column] ?? 0) | bits
  }
  for (const [token, { from, to }] of reaches.entries()) {
    const column = columns[token] ?? 0
    for (let row = from; row <= to; row++) join(row, column, (row > from ? up : 0) | (row < to ? down : 0))
    join(token, column, right)
    const start = columns[tree[token] ?? -1]
    if (start === undefined) continue
    join(token, start, right)
    for (let between = start + 1; between < column; between++) join(token, between, over)
    join(token, column, left)
  }
  return rows.map((cells, token) => {
    for (let column = (columns[token] ?? 0) + 1; column < cells.length; column++) join(token, column, over)
    return {
      branch: `${toSigns(cells).slice(0, -1)} `,
      below: toSigns(Array.from(cells, (bits = 0) => (bits & down ? up | down : 0))),
    }
  })
}

/** Two columns of the terminal a cell: its sign, and the branch that leads on to the right. */
const toSigns = (cells: readonly number[]): string =>
  Array.from(cells, (bits = 0) => {
    const passed = bits & over && !(bits & (up | down)) ? left | right : 0
    return `${signs[(bits | passed) & 15] ?? ' '}${bits & (right | over) ? '─' : ' '}`
  }).join('')

/** Whether a token’s heads lead to a root, and its own head is a token. */
function leadsToRoot(heads: readonly number[], token: number): boolean {
  let at: number | undefined = token
  for (let steps = 0; steps <= heads.length; steps++) {
    at = heads[at ?? -1]
    if (at === undefined || heads[at] === undefined) return steps > 0
  }
  return false
}

/** The rows that a token’s own line runs over: from its first dependent or itself to its last. */
interface Reach {
  from: number
  to: number
}

function findReaches(heads: readonly number[]): Reach[] {
  const reaches = heads.map((_, token) => ({ from: token, to: token }))
  for (const [token, head] of heads.entries()) {
    const reach = reaches[head]
    if (reach === undefined) continue
    reach.from = Math.min(reach.from, token)
    reach.to = Math.max(reach.to, token)
  }
  return reaches
}

/** Every token right of its head, and no two in one column whose lines share a row. */
function placeColumns(heads: readonly number[], reaches: readonly Reach[]): number[] {
  const columns: number[] = []
  const taken: Reach[][] = []
  const dependents = heads.map(() => [] as number[])
  for (const [token, head] of heads.entries()) dependents[head]?.push(token)
  const queue = [...heads.keys()].filter((token) => heads[token] === -1)
  for (let next = 0; next < queue.length; next++) {
    const token = queue[next] ?? 0
    const reach = reaches[token] ?? { from: token, to: token }
    let column = (columns[heads[token] ?? -1] ?? -1) + 1
    while (taken[column]?.some(({ from, to }) => from <= reach.to && reach.from <= to)) column++
    columns[token] = column
    const there = taken[column] ?? []
    there.push(reach)
    taken[column] = there
    queue.push(...(dependents[token] ?? []))
  }
  return columns
}
