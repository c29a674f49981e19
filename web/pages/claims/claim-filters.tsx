import type { ClaimGrouping } from '../../../src/records/claim-group.ts'
import type { Modality } from '../../../src/records/reading.ts'
import { type ClaimOrder, claimGroupings, claimOrders } from '../../client/claims.ts'
import { FacetFilter } from '../../query/facet-filter.tsx'
import { QueryField } from '../../query/query-field.tsx'
import { findValues, setValues } from '../../query/query-tokens.ts'
import { SaveSearch } from '../../query/save-search.tsx'
import { strings } from '../../strings.ts'

const { claimList } = strings

const facetKeys = ['actor:', 'says:', 'outlet:', 'type:', 'modality:', 'place:'] as const
const fewestOrigins = ['2', '3', '5', '10']

/** What narrows the ledger of claims: the query as it is typed, and filters that write into it. */
export function ClaimFilterBar({
  q,
  order,
  group,
  total,
  onQuery,
  onOrder,
  onGroup,
}: {
  readonly q: string
  readonly order: ClaimOrder
  readonly group: ClaimGrouping | undefined
  /** How many claims there are; null while that is being counted. */
  readonly total: number | null
  readonly onQuery: (q: string) => void
  readonly onOrder: (order: ClaimOrder) => void
  readonly onGroup: (group: ClaimGrouping | undefined) => void
}) {
  const set = (key: string, value: string) => onQuery(setValues(q, key, value === '' ? [] : [value]))
  const valueUnder = (key: string) => findValues(q, key)[0] ?? ''
  const origins = valueUnder('origins>=')
  return (
    <div className="claim-filters">
      <QueryField q={q} label={claimList.search} onSearch={onQuery} />
      <div className="filter-row">
        <label>
          <span className="unseen">{claimList.kind}</span>
          <select value={valueUnder('kind:')} onChange={(event) => set('kind:', event.target.value)}>
            <option value="">{claimList.anyKind}</option>
            <option value="statement">{claimList.statements}</option>
            <option value="event">{claimList.events}</option>
          </select>
        </label>
        {facetKeys.map((key) => (
          <FacetFilter
            key={key}
            q={q}
            facetKey={key}
            onQuery={onQuery}
            {...(key === 'modality:' && { nameOf: nameModality })}
          />
        ))}
        <label>
          <span className="unseen">{claimList.fewestOrigins}</span>
          <select value={origins} onChange={(event) => set('origins>=', event.target.value)}>
            <option value="">{claimList.anyOrigins}</option>
            {[...new Set([...fewestOrigins, ...(origins === '' ? [] : [origins])])].map((n) => (
              <option key={n} value={n}>
                {claimList.originsFrom(n)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={findValues(q, 'is:').includes('disputed')}
            onChange={(event) => set('is:', event.target.checked ? 'disputed' : '')}
          />
          {claimList.disputed}
        </label>
        {(['after:', 'before:'] as const).map((key) => (
          <label key={key}>
            {claimList.day[key]}
            <input type="date" value={valueUnder(key)} onChange={(event) => set(key, event.target.value)} />
          </label>
        ))}
      </div>
      <div className="filter-row">
        <strong aria-live="polite">{total === null ? strings.loading : strings.counted.claims(total)}</strong>
        <label>
          {claimList.groupBy}
          <select
            value={group ?? ''}
            onChange={(event) => onGroup(claimGroupings.find((name) => name === event.target.value))}
          >
            <option value="">{claimList.noGroup}</option>
            {claimGroupings.map((name) => (
              <option key={name} value={name}>
                {claimList.grouping[name]}
              </option>
            ))}
          </select>
        </label>
        <label className="order-choice">
          {claimList.orderBy}
          <select
            value={order}
            onChange={(event) =>
              onOrder(claimOrders.find((name) => name === event.target.value) ?? 'origins')
            }
          >
            {claimOrders.map((name) => (
              <option key={name} value={name}>
                {claimList.order[name]}
              </option>
            ))}
          </select>
        </label>
        <SaveSearch q={q} />
      </div>
    </div>
  )
}

const nameModality = (name: string): string => strings.modality[name as Modality] ?? name
