import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { situationsQuery } from '../../client/situations.ts'
import { MoreButton } from '../../more-button.tsx'
import { strings } from '../../strings.ts'
import '../../styles/button-link.css'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { useUser } from '../../use-user.ts'
import { SituationTable } from './situation-table.tsx'
import './situations.css'

const { situationList } = strings

/** What is followed: how much there is of each, and what came since one was here. */
export function SituationsPage() {
  const query = useInfiniteQuery(situationsQuery)
  const mayReview = useUser().may('review')
  useTitle(strings.situations)

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const situations = query.data?.pages.flatMap((page) => page.situations) ?? []
  return (
    <div className="page">
      <header className="page-head situations-head">
        <h1>{strings.situations}</h1>
        {mayReview && (
          <Link to="/situations/new" search={{}} className="button-link">
            {situationList.make}
          </Link>
        )}
        <p className="muted">{situationList.lead}</p>
      </header>
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && situations.length === 0 && (
        <section className="no-situations">
          <h2>{situationList.emptyHeading}</h2>
          <p>{situationList.empty}</p>
          <p>
            {mayReview ? (
              <Link to="/situations/new" search={{}}>
                {situationList.makeFirst}
              </Link>
            ) : (
              strings.readersOnly.situations
            )}
          </p>
        </section>
      )}
      {situations.length > 0 && <SituationTable situations={situations} />}
      <MoreButton query={query} />
    </div>
  )
}
