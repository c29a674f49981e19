import type { OutletProfile } from '../../../src/records/outlet-profile.ts'
import { useGiveReview } from '../../client/reviews.ts'
import { LetterSelect } from '../../review/letter-select.tsx'
import { strings } from '../../strings.ts'
import { OutletOwner } from '../outlets/outlet-owner.tsx'

const { outlet: words, outletList } = strings

/** Who owns and runs it, by the table; the analyst’s grade stands beside it. */
export function OutletKnown({ outlet }: { readonly outlet: OutletProfile }) {
  const { known, names } = outlet
  return (
    <>
      {known === null ? (
        <p className="muted" title={outletList.notInTableMeaning}>
          {outletList.notInTable}
        </p>
      ) : (
        <dl className="outlet-known">
          <div>
            <dt>{outletList.owner}</dt>
            <dd>
              <OutletOwner known={known} />
            </dd>
          </div>
          <div>
            <dt>{outletList.country}</dt>
            <dd>{known.country ?? strings.unknown}</dd>
          </div>
          <div>
            <dt>{outletList.state}</dt>
            <dd>{known.isStateRun ? outletList.isStateRun : outletList.notStateRun}</dd>
          </div>
          {known.hosts.length > 0 && (
            <div>
              <dt>{words.hosts}</dt>
              <dd>{known.hosts.join(', ')}</dd>
            </div>
          )}
        </dl>
      )}
      <OutletGrade outlet={outlet} />
      {names.length > 1 && <p className="muted">{words.names(names)}</p>}
    </>
  )
}

/** The letter that analysts gave it, and where to give one. */
function OutletGrade({ outlet: { name, reliability } }: { readonly outlet: OutletProfile }) {
  const review = useGiveReview()
  return (
    <p title={outletList.gradeMeaning}>
      <span className="muted">{outletList.grade}</span>{' '}
      <LetterSelect name={name} letter={reliability} review={review} />
      {review.error && (
        <span className="failed" role="alert">
          {' '}
          {review.error.message}
        </span>
      )}
    </p>
  )
}
