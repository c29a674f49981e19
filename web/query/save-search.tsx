import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { savedSearchesQuery, saveSearch } from '../client/searches.ts'
import { strings } from '../strings.ts'
import { useUser } from '../use-user.ts'
import './save-search.css'

const { savedSearch } = strings

/** What can be made of a query: a saved search under a name, or a situation. Nothing while there is no query, or for one who may keep none. */
export function SaveSearch({ q }: { readonly q: string }) {
  const [isNaming, setNaming] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const { data: searches } = useQuery(savedSearchesQuery)
  const mayReview = useUser().may('review')
  if (q === '') return null
  const saved = searches?.find((search) => search.q === q)
  if (!mayReview) return saved && <span className="save-search muted">{savedSearch.savedAs(saved.name)}</span>
  return (
    <span className="save-search">
      {isNaming ? (
        <NameForm
          key={q}
          q={q}
          name={saved?.name ?? ''}
          onDone={() => {
            setNaming(false)
            requestAnimationFrame(() => opener.current?.focus())
          }}
        />
      ) : (
        <>
          {saved !== undefined && <span className="muted">{savedSearch.savedAs(saved.name)}</span>}
          <button type="button" ref={opener} className="quiet-button" onClick={() => setNaming(true)}>
            {saved === undefined ? savedSearch.save : savedSearch.rename}
          </button>
        </>
      )}
      <Link to="/situations/new" search={{ q }}>
        {savedSearch.toSituation}
      </Link>
    </span>
  )
}

function NameForm({
  q,
  name,
  onDone,
}: {
  readonly q: string
  /** Under which it is saved already; empty when it is not. */
  readonly name: string
  readonly onDone: () => void
}) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState(name)
  const save = useMutation({
    mutationFn: () => saveSearch(typed, q),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: savedSearchesQuery.queryKey })
      onDone()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <input
        type="text"
        required
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={savedSearch.name}
        placeholder={savedSearch.name}
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed has become this field.
        autoFocus
      />
      <button type="submit" disabled={save.isPending}>
        {savedSearch.keep}
      </button>
      <button type="button" className="quiet-button" onClick={onDone}>
        {savedSearch.cancel}
      </button>
      {save.error && (
        <span className="failed" role="alert">
          {save.error.message}
        </span>
      )}
    </form>
  )
}
