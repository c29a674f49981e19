import type { Claim, Report } from '../src/records/claim.ts'
import { strings } from './strings.ts'

/** Who says it, by the name where the words are “she” or a bare surname; the words stand in the tooltip. */
export function ClaimSource({ claim }: { readonly claim: Claim }) {
  const report = claim.reports.find(({ source }) => source === claim.source)
  if (report === undefined || report.source === null)
    return <span className="muted">{strings.claimList.ownVoice}</span>
  return <span title={strings.claimList.inItsWords(report.source)}>{nameSource(report)}</span>
}

/** “Helen Marsh” for “she”, “Rafael Quintero” for “Quintero”; “Federal Union President Helen Marsh” stays. */
export function nameSource({ source, sourceEntity }: Pick<Report, 'source' | 'sourceEntity'>): string {
  if (source === null) return strings.claimList.ownVoice
  // “The Morvenia Telegraph Agency, which is run by the state,” said so.
  const said = source.replace(/[,;]$/, '')
  return sourceEntity === null || said.includes(sourceEntity) ? said : sourceEntity
}

/** The name by which the one who says it may be known elsewhere; null where nobody is named. */
export function nameSpeaker({
  chain,
  source,
  sourceEntity,
}: Pick<Report, 'chain' | 'source' | 'sourceEntity'>): string | null {
  const last = chain.at(-1)
  return source === null ? null : (sourceEntity ?? (last?.how === 'says' ? last.name : null) ?? source)
}
