/** 2 to the -1022, -1021, … 1023: `**` may differ between machines, doubling cannot. */
const powersOfTwo = new Float64Array(2046)
for (let k = 0, power = 2.2250738585072014e-308; k < powersOfTwo.length; k++, power *= 2)
  powersOfTwo[k] = power

/**
 * e to the x, from additions and products alone: `Math.exp` may differ in its last bit from machine to machine.
 *
 * Right to about 1 part in 10^15; 0 below -700, and no more than e to the 700.
 */
export function exponential(x: number): number {
  if (x < -700) return 0
  const power = Math.round(Math.min(x, 700) * Math.LOG2E)
  const rest = Math.min(x, 700) - power * 0.6931471803691238 - power * 1.9082149292705877e-10
  let sum = 1
  for (let k = 14; k > 0; k--) sum = 1 + (sum * rest) / k
  return sum * (powersOfTwo[power + 1022] ?? 0)
}

/** The natural logarithm of a positive number, by the same means. */
export function logarithm(x: number): number {
  let power = 0
  let rest = x
  while (rest > Math.SQRT2) {
    rest /= 2
    power++
  }
  while (rest < Math.SQRT1_2) {
    rest *= 2
    power--
  }
  // log(rest) = 2 artanh((rest - 1) / (rest + 1)), a series that ends soon for |(rest - 1) / (rest + 1)| < 0.18.
  const ratio = (rest - 1) / (rest + 1)
  const square = ratio * ratio
  let sum = 0
  for (let k = 23; k > 0; k -= 2) sum = sum * square + 1 / k
  return power * Math.LN2 + 2 * ratio * sum
}

/** The logistic function: the probability that odds of e to the x stand for. */
export function logistic(x: number): number {
  return x < 0 ? exponential(x) / (1 + exponential(x)) : 1 / (1 + exponential(-x))
}

/** The probability of one choice among scores divided by a temperature. */
export function chanceOf(scores: ArrayLike<number>, chosen: number, temperature: number): number {
  const own = scores[chosen] ?? 0
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += exponential(((scores[k] ?? 0) - own) / temperature)
  return 1 / sum
}
