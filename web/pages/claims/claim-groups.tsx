import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ClaimGroup, ClaimGrouping } from '../../../src/records/claim-group.ts'
import { type ClaimChoice, type ClaimOrder, claimGroupsQuery } from '../../client/claims.ts'
import { formatToldTime } from '../../format-told-time.ts'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useRowKeys } from '../../use-row-keys.ts'
import { ClaimList } from './claim-list.tsx'

const { claimGroups } = strings

/** How many groups are shown first; the others at a click. */
const shownFirst = 100
/** The most that the server gives. */
const shownAtMost = 200

/** The claims by what they have in common: each group with its counts, and its claims once it is opened. */
export function ClaimGroups({
  choice,
  by,
  order,
  onOrder,
}: {
  readonly choice: ClaimChoice
  readonly by: ClaimGrouping
  readonly order: ClaimOrder
  readonly onOrder: (order: ClaimOrder) => void
}) {
  const [limit, setLimit] = useState(shownFirst)
  const groups = useRef<HTMLDivElement>(null)
  const query = useQuery(claimGroupsQuery(choice, by, limit))
  useRowKeys(groups, '.claim-group > h2 button, .claim-table .claim-words a', claimGroups.open)
  if (query.isError) return <Trouble error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <p className="muted">{strings.loading}</p>
  const { groups: shown, total } = query.data
  const others = total - shown.filter(({ key }) => key !== '').length
  return (
    <div ref={groups}>
      {by !== 'day' && by !== 'type' && <p className="muted">{claimGroups.several[by]}</p>}
      {shown.map((group) => (
        <GroupSection key={group.key} group={group} by={by} choice={choice} order={order} onOrder={onOrder} />
      ))}
      {others > 0 && (
        <p className="more">
          {claimGroups.others(others)}{' '}
          {limit < shownAtMost && (
            <button type="button" onClick={() => setLimit(shownAtMost)}>
              {strings.more}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

function GroupSection({
  group: { key, name, claims, disputed },
  by,
  choice,
  order,
  onOrder,
}: {
  readonly group: ClaimGroup
  readonly by: ClaimGrouping
  readonly choice: ClaimChoice
  readonly order: ClaimOrder
  readonly onOrder: (order: ClaimOrder) => void
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="claim-group">
      <h2>
        <button type="button" className="disclosure" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span className="group-name">{nameGroup(by, key, name)}</span>
          <span className="muted">{strings.counted.claims(claims)}</span>
          {disputed > 0 && <span className="dispute">{claimGroups.disputed(disputed)}</span>}
        </button>
      </h2>
      {isOpen && (
        <ClaimList
          choice={{ ...choice, groupBy: by, inGroup: key }}
          total={claims}
          order={order}
          onOrder={onOrder}
          isAlone={false}
        />
      )}
    </section>
  )
}

function nameGroup(by: ClaimGrouping, key: string, name: string | null): string {
  if (key === '') return claimGroups.without[by]
  if (by === 'day') return formatToldTime(key)
  return name ?? strings.articleList.untitled
}
