import type { Claim } from '../records/claim.ts'
import { type FacetKind, toFacetKey } from '../records/facet.ts'

/** What a claim is looked up by, each kind and key once. */
export function toFacets(claim: Claim): { kind: FacetKind; key: string; name: string }[] {
  const found = new Map<string, { kind: FacetKind; key: string; name: string }>()
  const add = (kind: FacetKind, name: string | null) => {
    const key = name === null ? '' : toFacetKey(name)
    if (name !== null && key !== '' && !found.has(`${kind} ${key}`))
      found.set(`${kind} ${key}`, { kind, key, name: name.slice(0, 500) })
  }
  for (const report of claim.reports) {
    add('actor', report.actor)
    add('actor', report.recipient)
    add('source', report.sourceEntity ?? report.source)
    add('outlet', report.outlet)
    add('type', report.eventType)
    add('place', report.place)
    add('modality', report.modality)
  }
  return [...found.values()]
}
