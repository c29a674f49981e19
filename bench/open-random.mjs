/** Numbers from 0 up to 1, the same ones each time (mulberry32). */
export function openRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Whole numbers below a bound, the same in every run. */
export function openDice(seed) {
  const next = openRandom(seed)
  return (bound) => Math.floor(next() * bound)
}
