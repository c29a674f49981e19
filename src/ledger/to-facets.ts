import type { Claim, Report } from '../records/claim.ts'
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
    for (const name of findSpeakers(report)) add('source', name)
    add('outlet', report.outlet)
    add('type', report.eventType)
    add('place', report.place)
    add('modality', report.modality)
  }
  return [...found.values()]
}

/** Who says it: by name, where the article names whom “the president” means; pronouns that nobody is known for are left out. */
function findSpeakers({ chain, together, source, sourceEntity }: Report): string[] {
  const last = chain.at(-1)
  const said =
    source !== null && !/^(?:s?he|it|they|we|i|who|one|others?|the others?)$/i.test(source) ? source : null
  const first = (last?.how === 'says' ? last.name : null) ?? sourceEntity ?? said
  return [first, ...together.map(({ name, words }) => name ?? words)].filter((name) => name !== null)
}
