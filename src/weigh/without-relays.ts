import type { Report } from '../records/report.ts'
import { isSamePerson, toPersonName } from './to-person-name.ts'
import { toProposition } from './to-proposition.ts'

/**
 * The reports of a claim but for those that only tell that somebody said what another of them has from him: “the agency
 * said that Veresk had said so”, beside Veresk’s saying so in the same article, or in any where he is the one it rests on.
 */
export function withoutRelays(reports: readonly Report[]): Report[] {
  const relaying = new Set(reports.map(({ readingId, within }) => `${readingId} ${within}`))
  const direct = reports.filter(
    (report) =>
      report.kind === 'statement' &&
      report.chain.at(-1)?.how === 'says' &&
      toProposition(report).teller === null,
  )
  const speakers = direct.map(({ chain }) => toPersonName(chain.at(-1)?.name ?? null))
  const roles = new Set(direct.map((report) => toProposition(report).role))
  const told = reports.filter((report) => {
    if (report.kind !== 'statement') return true
    if (relaying.has(`${report.readingId} ${report.ordinal}`)) return false
    const { teller, tellerName, role } = toProposition(report)
    if (teller === null) return true
    return tellerName === null
      ? role === '' || !roles.has(role)
      : !speakers.some((speaker) => isSamePerson(speaker, tellerName))
  })
  // Two that relay each other are both somebody’s word.
  return told.length > 0 ? told : [...reports]
}
