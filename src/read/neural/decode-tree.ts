const low = -1e9

/**
 * The best tree of arc scores with exactly one token on the root: 1-based heads, 0 the root.
 *
 * Greedy where that is a tree already, else Chu-Liu-Edmonds (Chu and Liu 1965, Edmonds 1967); where several tokens
 * would hang on the root, the three best single roots are tried. Ties go to the earlier head.
 *
 * @param scores one row a dependent, `stride` apart; column 0 is the root, then the tokens.
 */
export function decodeTree(scores: Float32Array, count: number, stride: number): Int32Array {
  const size = count + 1
  const square = new Float64Array(size * size).fill(low)
  for (let row = 1; row < size; row++)
    for (let column = 0; column < size; column++)
      if (row !== column) square[row * size + column] = scores[(row - 1) * stride + column] ?? low
  const greedy = bestHeads(square, size)
  if (rootsOf(greedy) === 1 && isTree(greedy)) return greedy.subarray(1)
  const free = maximumTree(square, size)
  if (rootsOf(free) === 1) return free.subarray(1)
  const roots = Array.from({ length: count }, (_, k) => k + 1).sort(
    (a, b) => (square[b * size] ?? low) - (square[a * size] ?? low) || a - b,
  )
  let best = free
  let bestTotal = Number.NEGATIVE_INFINITY
  for (const root of roots.slice(0, 3)) {
    const alone = square.slice()
    for (let row = 1; row < size; row++) alone[row * size] = low
    alone[root * size] = 1e4
    const tree = maximumTree(alone, size)
    let total = 0
    for (let row = 1; row < size; row++) total += square[row * size + (tree[row] ?? 0)] ?? low
    if (total > bestTotal) {
      bestTotal = total
      best = tree
    }
  }
  return best.subarray(1)
}

/** The best head of each row; node 0 gets itself. */
function bestHeads(scores: Float64Array, size: number): Int32Array {
  const heads = new Int32Array(size)
  for (let row = 1; row < size; row++) {
    let best = Number.NEGATIVE_INFINITY
    for (let column = 0; column < size; column++) {
      const score = scores[row * size + column] ?? low
      if (score > best) {
        best = score
        heads[row] = column
      }
    }
  }
  return heads
}

function rootsOf(heads: Int32Array): number {
  let count = 0
  for (let row = 1; row < heads.length; row++) if (heads[row] === 0) count++
  return count
}

/** Whether every node reaches the root. */
function isTree(heads: Int32Array): boolean {
  const reached = new Int32Array(heads.length)
  reached[0] = -1
  for (let start = 1; start < heads.length; start++) {
    let node = start
    while (reached[node] === 0) {
      reached[node] = start
      node = heads[node] ?? 0
    }
    if (reached[node] === start) return false
    for (node = start; reached[node] === start; node = heads[node] ?? 0) reached[node] = -1
  }
  return true
}

/** The first cycle that following the heads runs into, from where it is entered; null when there is none. */
function findCycle(heads: Int32Array): number[] | null {
  const seen = new Int32Array(heads.length)
  seen[0] = -1
  for (let start = 1; start < heads.length; start++) {
    let node = start
    while (seen[node] === 0) {
      seen[node] = start
      node = heads[node] ?? 0
    }
    if (seen[node] !== start) continue
    const cycle = [node]
    for (let next = heads[node] ?? 0; next !== node; next = heads[next] ?? 0) cycle.push(next)
    return cycle
  }
  return null
}

/** The best tree of a square matrix of scores [dependent, head] with node 0 as its root. */
function maximumTree(scores: Float64Array, size: number): Int32Array {
  const heads = bestHeads(scores, size)
  const cycle = findCycle(heads)
  if (cycle === null) return heads
  const at = (dependent: number, head: number): number => scores[dependent * size + head] ?? low
  const inside = new Set(cycle)
  const rest = Int32Array.from([...heads.keys()].filter((node) => !inside.has(node)))
  const small = rest.length + 1
  const fresh = rest.length
  const smaller = new Float64Array(small * small).fill(low)
  const total = cycle.reduce((sum, node) => sum + at(node, heads[node] ?? 0), 0)
  const leaves = new Int32Array(size)
  const enters = new Int32Array(size)
  for (const [place, node] of rest.entries()) {
    for (let column = 0; column < fresh; column++)
      smaller[place * small + column] = scores[node * size + (rest[column] ?? 0)] ?? low
    if (node !== 0) {
      leaves[node] = best(cycle, (member) => at(node, member))
      smaller[place * small + fresh] = at(node, leaves[node] ?? 0)
    }
    const entered = best(cycle, (member) => at(member, node) - at(member, heads[member] ?? 0))
    enters[node] = entered
    smaller[fresh * small + place] = total + at(entered, node) - at(entered, heads[entered] ?? 0)
  }
  const solved = maximumTree(smaller, small)
  const out = heads.slice()
  for (const [place, node] of rest.entries()) {
    if (node === 0) continue
    const head = solved[place] ?? 0
    out[node] = head === fresh ? (leaves[node] ?? 0) : (rest[head] ?? 0)
  }
  const into = rest[solved[fresh] ?? 0] ?? 0
  out[enters[into] ?? 0] = into
  return out
}

/** The first member of the highest score. */
function best(members: readonly number[], score: (member: number) => number): number {
  let chosen = members[0] ?? 0
  let highest = Number.NEGATIVE_INFINITY
  for (const member of members) {
    const own = score(member)
    if (own > highest) {
      highest = own
      chosen = member
    }
  }
  return chosen
}
