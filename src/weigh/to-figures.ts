import type { Report } from '../records/report.ts'
import { type Figure, findFigures } from './find-figures.ts'
import { toStem } from './to-stem.ts'

const tolls: Readonly<Record<string, string>> = {
  killed: 'kill',
  injured: 'injure',
  arrested: 'arrest',
  displaced: 'displace',
  missing: 'miss',
  money: 'money',
}

/** The numbers that a report gives: those that were read with its event, and those of its words. */
export function toFigures(report: Report): Figure[] {
  const read = report.counts.map(
    ({ of, min, max, unit, isApproximate }): Figure => ({
      min,
      max,
      isApproximate,
      of: [
        tolls[of] ?? toStem(unit ?? of),
        ...(unit === null ? [] : unit.split(/\s+/).slice(0, 3).map(toStem)),
      ],
      words:
        `${min === null ? 'up to ' : max === null ? 'at least ' : isApproximate ? 'about ' : ''}${min ?? max} ${of === 'other' ? (unit ?? '') : of}`.trim(),
    }),
  )
  const inWords = findFigures(report.proposition.slice(0, 2000))
  // A number that was read with its event stands in the words too.
  const isRead = (figure: Figure) => read.some(({ min, max }) => (min ?? max) === (figure.min ?? figure.max))
  return [...read, ...inWords.filter((figure) => !isRead(figure))]
}
