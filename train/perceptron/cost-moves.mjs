/**
 * How many gold arcs each move makes unreachable: the dynamic oracle of the arc-hybrid system (Goldberg & Nivre 2013).
 *
 * @param heads gold heads in the state's numbering: words from 1, the root behind the last.
 */
export function costMoves(state, heads, costs) {
  const { stack, stackSize, next, root } = state
  const top = state.below(0)
  const second = state.below(1)
  const bottom = stack.length - (root + 1) // The stack's padding.
  costs.fill(0)
  for (let i = 0; i < stackSize; i++) {
    const word = stack[bottom + i]
    if (heads[word] === next) costs[0]++
    if (i < stackSize - 1 && heads[next] === word) costs[0]++
  }
  if (top === 0) return
  let lost = 0
  for (let word = next; word < root; word++) if (heads[word] === top) lost++
  const head = heads[top]
  costs[1] = lost + (head !== next && ((second !== 0 && head === second) || head > next) ? 1 : 0)
  costs[2] = lost + (head >= next ? 1 : 0)
}
