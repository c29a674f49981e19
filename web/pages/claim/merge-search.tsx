import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Claim } from '../../../src/records/claim.ts'
import { claimsQuery } from '../../client/claims.ts'
import { strings } from '../../strings.ts'

const { claimReview: words } = strings

/** Finds by its words the claim that is the same as this one. */
export function MergeSearch({
  claim,
  isPending,
  onMerge,
}: {
  readonly claim: Claim
  readonly isPending: boolean
  readonly onMerge: (id: string) => void
}) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const query = useInfiniteQuery({
    ...claimsQuery({ q: asked }, 'origins', 50),
    enabled: asked !== '',
  })
  const found = query.data?.pages[0]?.claims.filter(({ id, kind }) => id !== claim.id && kind === claim.kind)
  return (
    <>
      <form
        className="merge-search"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(typed.trim())
        }}
      >
        <label>
          <span>{words.mergeWords}</span>
          <input type="text" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit" disabled={typed.trim() === ''}>
          {words.find}
        </button>
      </form>
      {query.isError && (
        <p className="failed" role="alert">
          {query.error.message}
        </p>
      )}
      {found && found.length === 0 && <p className="muted">{words.noneFound}</p>}
      <ul>
        {found?.slice(0, 20).map((other) => (
          <li key={other.id}>
            <button type="button" disabled={isPending} onClick={() => onMerge(other.id)}>
              {words.sameAs}
            </button>{' '}
            <Link to="/claims/$id" params={{ id: other.id }}>
              {other.proposition}
            </Link>{' '}
            <span className="muted">{other.source}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
