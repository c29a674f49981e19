import type { Claim } from '../src/records/claim.ts'
import type { Disagreement } from '../src/records/disagreement.ts'
import type { Modality } from '../src/records/reading.ts'
import { strings } from './strings.ts'

/** Names what of a claim does not fit together: denied first, then other conflicts; counts that only grew are none. */
export function DisputeMarks({ claim }: { readonly claim: Claim }) {
  const kinds = claim.disagreements.filter(({ isUpdate }) => !isUpdate).map(({ kind }) => kind)
  const isDenied = claim.provenance.origins.some(({ side }) => side === 'deny')
  const isDoubted = claim.provenance.origins.some(({ side }) => side === 'doubt')
  return (
    <AgainstMarks
      kinds={[...(isDenied ? ['denial' as const] : []), ...kinds, ...(isDoubted ? ['doubt' as const] : [])]}
    />
  )
}

/** Names kinds of disagreement, each once. */
export const AgainstMarks = ({ kinds }: { readonly kinds: readonly Disagreement['kind'][] }) =>
  [...new Set(kinds)].map((kind) => (
    <span key={kind} className="dispute" title={strings.disagreement.meaning[kind]}>
      {strings.disagreement.mark[kind]}
    </span>
  ))

/** How sure a claim is, where what its deniers say stands in the marks beside. */
export const findHedges = ({ modalities, provenance }: Claim): Modality[] =>
  modalities.filter(
    (modality) => modality !== 'denied' || !provenance.origins.some(({ side }) => side === 'deny'),
  )
