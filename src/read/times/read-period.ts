import { type Found, found, type Moment } from './moment.ts'
import { isHyphen, type TimePage } from './time-page.ts'

/**
 * A stretch that a report is about: “the quarter”, “the latest period”, “the full year”, “the year-earlier quarter”,
 * “year-ago”, “the comparable year-ago period”.
 */
export function readPeriod(page: TimePage, i: number): Found<Moment> | null {
  const { lower } = page
  let at = i
  const the = lower[at] === 'the' || lower[at] === 'a'
  if (the) at++
  if (/^(?:comparable|corresponding)$/.test(lower[at] ?? '')) at++
  if (lower[at] === 'year' && isHyphen(page, at + 1) && /^(?:ago|earlier)$/.test(lower[at + 2] ?? '')) {
    const noun = lower[at + 3] ?? ''
    const isNoun = noun === 'quarter' || noun === 'period'
    return found(isNoun ? at + 4 : at + 3, { at: 'period', unit: isNoun ? noun : 'period', yearsBack: 1 })
  }
  if (!the || lower[i] !== 'the') return null
  const isLatest = lower[at] === 'latest' || lower[at] === 'full'
  if (isLatest) at++
  const noun = lower[at] ?? ''
  const period: Moment | null =
    noun === 'quarter' || (noun === 'period' && isLatest)
      ? { at: 'period', unit: noun, yearsBack: 0 }
      : noun === 'year' && isWholeYear(page, at)
        ? { at: 'period', unit: 'year', yearsBack: 0 }
        : null
  return period && found(at + 1, period)
}

/** “for the year”, “earlier in the year”, “the full year”; not “the year before”, “the year ended June 30”. */
function isWholeYear({ lower }: TimePage, at: number): boolean {
  if (/^(?:ended|ending|before|after|of|that|when|in|since|to)$/.test(lower[at + 1] ?? '')) return false
  return /^(?:for|of|in|during|this|throughout)$/.test(lower[at - 2] ?? '') || lower[at - 1] === 'full'
}
