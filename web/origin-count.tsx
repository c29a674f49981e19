import type { ClaimSummary } from '../src/records/claim-summary.ts'
import { strings } from './strings.ts'

/** Longer strips say no more: nobody counts 30 squares. */
const longest = 12

/**
 * The number that counts, beside one square for each outlet of which as many are filled as there are origins: one
 * origin in seven outlets is one filled square of seven.
 */
export function OriginCount({ counts }: { readonly counts: Pick<ClaimSummary, 'origins' | 'outlets'> }) {
  const { origins, outlets } = counts
  const squares = Math.min(Math.max(outlets, origins), longest)
  return (
    <span className="origin-count" title={strings.claimList.originsOfOutlets(origins, outlets)}>
      <span className={origins === 0 ? 'origin-number none' : 'origin-number'}>{origins}</span>
      <span className="origin-squares" aria-hidden="true">
        {Array.from({ length: squares }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: squares are all alike.
          <i key={i} className={i < origins ? 'filled' : undefined} />
        ))}
      </span>
    </span>
  )
}
