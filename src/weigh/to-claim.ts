import type { Claim } from '../records/claim.ts'
import type { Copy } from '../records/copy.ts'
import { listOutlets } from '../records/list-outlets.ts'
import type { Report } from '../records/report.ts'
import { findDisagreements } from './find-disagreements.ts'
import { findProvenance } from './find-provenance.ts'
import { gradeCredibility } from './grade-credibility.ts'
import { tellHistory } from './tell-history.ts'
import { withoutRelays } from './without-relays.ts'

/** What a claim is made with, beside its reports. */
export interface ClaimContext {
  /** Those among the articles of the claim. */
  readonly copies: readonly Copy[]
  /** Ids of the stories of its articles. */
  readonly stories: readonly string[]
  /** The reports of each claim that stands against it. */
  readonly against: readonly (readonly Report[])[]
}

/**
 * Makes the claim that these reports tell, the earliest first: named after the first, with what it rests on.
 *
 * @throws {Error} without reports.
 */
export function toClaim(reports: readonly Report[], { copies, stories, against }: ClaimContext): Claim {
  const [first] = reports
  if (first === undefined) throw new Error('A claim has a report.')
  const provenance = findProvenance(reports, copies)
  const told = withoutRelays(reports)
  const disagreements = findDisagreements(told, provenance, against)
  return {
    id: first.id,
    kind: first.kind,
    proposition: first.proposition.replace(/^that\s+/, ''),
    source: first.source,
    modalities: [...new Set(told.flatMap(({ modality }) => modality ?? []))],
    firstPublishedAt: first.publishedAt,
    outlets: listOutlets(reports.map(({ outlet }) => outlet)),
    stories,
    provenance,
    disagreements,
    history: tellHistory(reports, provenance),
    credibility: gradeCredibility(provenance, disagreements, told),
    reports,
  }
}
