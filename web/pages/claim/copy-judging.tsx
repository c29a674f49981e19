import type { Claim } from '../../../src/records/claim.ts'
import type { useGiveReview } from '../../client/reviews.ts'
import { strings } from '../../strings.ts'

const { claimReview: words } = strings

/** The copies among a claim’s articles, each to be accepted or rejected; nothing where there are none. */
export function CopyJudging({
  claim,
  review,
}: {
  readonly claim: Claim
  readonly review: ReturnType<typeof useGiveReview>
}) {
  const copies = findCopies(claim)
  if (copies.length === 0) return null
  return (
    <details>
      <summary>{words.copies(copies.length)}</summary>
      <ul>
        {copies.map(({ of, by, name }) => (
          <li key={`${of} ${by}`}>
            {name}{' '}
            {(['accept-copy', 'reject-copy'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                className="quiet-button"
                aria-label={`${words.copyActs[kind]}: ${name}`}
                disabled={review.isPending}
                onClick={() => review.mutate({ kind, of, by })}
              >
                {words.copyActs[kind]}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

function findCopies({ provenance, reports }: Claim) {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const copies = new Map<string, { of: string; by: string; name: string }>()
  for (const { from, to, why } of provenance.edges) {
    const [by, of] = [byId.get(from), byId.get(to)]
    if (why !== 'copies' || !by || !of) continue
    const name = words.copyOf(
      by.outlet ?? strings.articleList.noOutlet,
      of.outlet ?? strings.articleList.noOutlet,
    )
    copies.set(`${by.articleId} ${of.articleId}`, { by: by.articleId, of: of.articleId, name })
  }
  return [...copies.values()]
}
