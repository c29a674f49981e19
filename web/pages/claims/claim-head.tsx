import type { ClaimOrder } from '../../client/claims.ts'
import { strings } from '../../strings.ts'

const { claimList } = strings

/** The heads of the columns; those that the ledger can be ordered by are buttons. */
export function ClaimHead({
  order,
  onOrder,
}: {
  readonly order: ClaimOrder
  readonly onOrder: (order: ClaimOrder) => void
}) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="origins" aria-sort={order === 'origins' ? 'descending' : 'none'}>
          <OrderButton isOn={order === 'origins'} onClick={() => onOrder('origins')}>
            {claimList.origins}
          </OrderButton>
        </th>
        <th scope="col" className="proposition">
          {claimList.proposition}
        </th>
        <th scope="col" className="source">
          {claimList.source}
        </th>
        <th scope="col" className="modalities">
          {claimList.modality}
        </th>
        <th
          scope="col"
          className="number"
          title={claimList.reportsMeaning}
          aria-sort={order === 'reports' ? 'descending' : 'none'}
        >
          <OrderButton isOn={order === 'reports'} onClick={() => onOrder('reports')}>
            {claimList.reports}
          </OrderButton>
        </th>
        <th scope="col" className="number">
          {claimList.outlets}
        </th>
        <th scope="col" className="number" title={claimList.copiesMeaning}>
          {claimList.copies}
        </th>
        <th scope="col" className="disputes">
          {claimList.against}
        </th>
        <th scope="col" className="date" aria-sort={order === 'earliest' ? 'ascending' : 'none'}>
          <OrderButton isOn={order === 'earliest'} isUp onClick={() => onOrder('earliest')}>
            {claimList.first}
          </OrderButton>
        </th>
        <th scope="col" className="date last" aria-sort={order === 'newest' ? 'descending' : 'none'}>
          <OrderButton isOn={order === 'newest'} onClick={() => onOrder('newest')}>
            {claimList.last}
          </OrderButton>
        </th>
      </tr>
    </thead>
  )
}

function OrderButton({
  isOn,
  isUp = false,
  onClick,
  children,
}: {
  readonly isOn: boolean
  readonly isUp?: boolean
  readonly onClick: () => void
  readonly children: string
}) {
  return (
    <>
      <button type="button" className="order-button" onClick={onClick}>
        {children}
        <span aria-hidden="true" className="order-arrow">
          {isOn ? (isUp ? '↑' : '↓') : ''}
        </span>
      </button>
      {/* Chromium repeats a table’s head on each page of paper, but no button in it. */}
      <span className="on-paper">{children}</span>
    </>
  )
}
