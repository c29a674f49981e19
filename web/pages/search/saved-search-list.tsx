import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { removeSearch, savedSearchesQuery } from '../../client/searches.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { useUser } from '../../use-user.ts'

const { savedSearch } = strings

/** The searches that are kept, by name, each at its address. */
export function SavedSearchList() {
  const queries = useQueryClient()
  const mayReview = useUser().may('review')
  const { data: searches = [] } = useQuery(savedSearchesQuery)
  const remove = useMutation({
    mutationFn: removeSearch,
    onSuccess: () => queries.invalidateQueries({ queryKey: savedSearchesQuery.queryKey }),
  })
  return (
    <section className="saved-searches" aria-labelledby="saved-searches-heading">
      <h2 id="saved-searches-heading">{savedSearch.heading}</h2>
      {searches.length === 0 ? (
        <p className="muted">{savedSearch.none}</p>
      ) : (
        <ul>
          {searches.map(({ id, name, q, createdAt, createdBy }) => (
            <li key={id}>
              <p>
                <Link to="/search" search={{ q }}>
                  {name}
                </Link>
                {mayReview && (
                  <button
                    type="button"
                    className="quiet-button"
                    aria-label={savedSearch.removeNamed(name)}
                    disabled={remove.isPending}
                    onClick={() => remove.mutate(id)}
                  >
                    {savedSearch.remove}
                  </button>
                )}
              </p>
              <p>
                <code>{q}</code>
              </p>
              <p className="muted">
                {createdBy}, <ToldTime at={createdAt} isDay />
              </p>
            </li>
          ))}
        </ul>
      )}
      {remove.error && (
        <p className="failed" role="alert">
          {remove.error.message}
        </p>
      )}
    </section>
  )
}
