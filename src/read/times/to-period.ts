import type { Unit } from './time-words.ts'

const codes: Readonly<Record<Unit, readonly [string, string, number]>> = {
  second: ['T', 'S', 1],
  minute: ['T', 'M', 1],
  hour: ['T', 'H', 1],
  day: ['', 'D', 1],
  weekend: ['', 'D', 2],
  week: ['', 'W', 1],
  fortnight: ['', 'W', 2],
  month: ['', 'M', 1],
  quarter: ['', 'M', 3],
  year: ['', 'Y', 1],
  decade: ['', 'Y', 10],
  century: ['', 'Y', 100],
  millennium: ['', 'Y', 1000],
}

/** The TIMEX3 value of a length: P17D, PT2H, P2Y6M for two and a half years, PXY for “years”. */
export function toPeriod(count: number | null, unit: Unit): string {
  const [time, letter, times] = codes[unit]
  if (count === null) {
    // “decades” are tens of years: PXE in TIDES, and so in TimeML.
    if (unit === 'decade') return 'PXE'
    return unit === 'century' ? 'PXC' : `P${time}X${letter}`
  }
  const total = count * times
  if (Number.isInteger(total)) return `P${time}${total}${letter}`
  const whole = Math.floor(total)
  const part = total - whole
  const months = part * 12
  if (letter === 'Y' && Number.isInteger(months)) return `P${whole > 0 ? `${whole}Y` : ''}${months}M`
  const minutes = part * 60
  if (letter === 'H' && Number.isInteger(minutes)) return `PT${whole > 0 ? `${whole}H` : ''}${minutes}M`
  if (time === 'T' && letter === 'M' && Number.isInteger(minutes))
    return `PT${whole > 0 ? `${whole}M` : ''}${minutes}S`
  return `P${time}${total}${letter}`
}
