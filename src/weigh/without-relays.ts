import type { Report } from '../records/report.ts'
import { toNames } from './to-names.ts'
import { toProposition } from './to-proposition.ts'

/**
 * The reports of a claim but for those that only tell that somebody said what another of them has from him: “the agency
 * said that Veresk had said so”, beside Veresk’s saying so in the same article, or in any where he is the one it rests on.
 */
export function withoutRelays(reports: readonly Report[]): Report[] {
  const relaying = new Set(reports.map(({ readingId, within }) => `${readingId} ${within}`))
  const speakers = new Set(
    reports.flatMap((report) => {
      const last = report.chain.at(-1)
      return report.kind === 'statement' && toProposition(report).teller === null && last?.how === 'says'
        ? [...toNames(last.name)]
        : []
    }),
  )
  const told = reports.filter((report) => {
    if (report.kind !== 'statement') return true
    if (relaying.has(`${report.readingId} ${report.ordinal}`)) return false
    return ![...(toProposition(report).teller ?? [])].some((name) => speakers.has(name))
  })
  // Two that relay each other are both somebody’s word.
  return told.length > 0 ? told : [...reports]
}
