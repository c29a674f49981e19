/** A copy in the order that a seed gives: Fisher and Yates’ shuffle over the generator mulberry32. */
export function shuffle(list, seed) {
  const shuffled = [...list]
  let state = seed >>> 0
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  for (let k = shuffled.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1))
    ;[shuffled[k], shuffled[other]] = [shuffled[other], shuffled[k]]
  }
  return shuffled
}
