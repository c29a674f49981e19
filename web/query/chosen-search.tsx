import { Link } from '@tanstack/react-router'
import { strings } from '../strings.ts'

/** Says by which search a list is chosen, with the way back to the search and on to the whole list. */
export function ChosenSearch({ q, to }: { readonly q: string; readonly to: '/articles' | '/stories' }) {
  if (q === '') return null
  return (
    <span className="chosen-search">
      {strings.searchPage.foundBy}{' '}
      <Link to="/search" search={{ q }}>
        <code>{q}</code>
      </Link>{' '}
      <Link to={to} search={{}} className="muted">
        {strings.searchPage.anySearch}
      </Link>
    </span>
  )
}
