import type { OutletProfile } from '../../../src/records/outlet-profile.ts'
import { strings } from '../../strings.ts'
import { OutletOwner } from '../outlets/outlet-owner.tsx'

const { outlet: words, outletList } = strings

/** Who owns and runs it, by the table; the analyst’s grade stands beside it. */
export function OutletKnown({ outlet: { known, names } }: { readonly outlet: OutletProfile }) {
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
          <div title={outletList.gradeMeaning}>
            <dt>{outletList.grade}</dt>
            <dd>{known.reliability ?? outletList.noGrade}</dd>
          </div>
          {known.hosts.length > 0 && (
            <div>
              <dt>{words.hosts}</dt>
              <dd>{known.hosts.join(', ')}</dd>
            </div>
          )}
        </dl>
      )}
      {names.length > 1 && <p className="muted">{words.names(names)}</p>}
    </>
  )
}
