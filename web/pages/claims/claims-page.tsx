import { getRouteApi, Link } from '@tanstack/react-router'
import { strings } from '../../strings.ts'
import { useTitle } from '../../use-title.ts'
import { ClaimLedger } from './claim-ledger.tsx'

const route = getRouteApi('/claims')
const { claimList } = strings

/** What is said across the ledger, in a story or in one article: every claim with what stands behind it. */
export function ClaimsPage() {
  const { article, story, ...search } = route.useSearch()
  const navigate = route.useNavigate()
  useTitle(strings.claims)
  const within = { ...(article !== undefined && { article }), ...(story !== undefined && { story }) }
  return (
    <div className="page">
      <header className="page-head claims-head">
        <h1>{strings.claims}</h1>
        {story !== undefined && (
          <span className="chosen-filter">
            <Link to="/stories/$id" params={{ id: story }}>
              {claimList.ofStory}
            </Link>
            <Link to="/claims" search={search}>
              {claimList.anyStory}
            </Link>
          </span>
        )}
        {article !== undefined && (
          <span className="chosen-filter">
            <Link to="/articles/$id" params={{ id: article }} search={{}}>
              {claimList.ofArticle}
            </Link>
            <Link to="/claims" search={search}>
              {claimList.anyArticle}
            </Link>
          </span>
        )}
        <p className="muted">{claimList.lead}</p>
      </header>
      <ClaimLedger
        within={within}
        search={search}
        onSearch={(next) => void navigate({ search: { ...within, ...next }, replace: true })}
      />
    </div>
  )
}
