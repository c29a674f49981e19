import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { RequestFailure } from './client/reach.ts'
import { strings } from './strings.ts'

/** Says that something went wrong, in the server’s own words, and offers to try again where that may help. */
export function Trouble({
  error,
  retry,
  whenGone,
}: {
  readonly error: Error
  readonly retry: () => void
  /** What is said, and where one is led, where there is no such thing; to the articles unless given. */
  readonly whenGone?: ReactNode
}) {
  const isFinal = error instanceof RequestFailure && (error.status === 404 || error.status === 409)
  return (
    <section className="notice" role="alert">
      <h1>{isFinal ? strings.trouble.notFoundHeading : strings.trouble.heading}</h1>
      <p>{error.message}</p>
      {isFinal ? (
        (whenGone ?? <ToArticles />)
      ) : (
        <p>
          <button type="button" onClick={retry}>
            {strings.retry}
          </button>
        </p>
      )}
    </section>
  )
}

/** What the desk shows at an address that it has no page for. */
export function NoSuchPage() {
  return (
    <section className="notice">
      <h1>{strings.trouble.notFoundHeading}</h1>
      <p>{strings.trouble.notFound}</p>
      <ToArticles />
    </section>
  )
}

function ToArticles() {
  return (
    <p>
      <Link to="/articles" search={{}}>
        {strings.trouble.toArticles}
      </Link>
    </p>
  )
}
