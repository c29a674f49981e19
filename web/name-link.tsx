import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NamePageKind } from '../src/records/name-page.ts'
import { namePageQuery } from './client/names.ts'
import { strings } from './strings.ts'

/** What is shown of a name, leading to the page of the actor or the outlet where the ledger has one; else as it is. */
export function NameLink({
  kind,
  name,
  children = name,
}: {
  readonly kind: NamePageKind
  /** Null where nobody is named. */
  readonly name: string | null
  readonly children?: ReactNode
}) {
  const { data: key } = useQuery({ ...namePageQuery(kind, name ?? ''), enabled: name !== null })
  if (name === null || !key) return children
  return (
    <Link
      to={kind === 'actor' ? '/actors/$key' : '/outlets/$key'}
      params={{ key }}
      search={{}}
      className="name-link"
      title={strings.nameLink[kind](name)}
    >
      {children}
    </Link>
  )
}
