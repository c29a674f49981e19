import { Link } from '@tanstack/react-router'
import { strings } from '../strings.ts'
import type { ViewProps } from './view-props.ts'

/** Leads from a picture to the list of all that it was chosen from, statements and events. */
export function ToClaims({ q, situation }: { readonly [Choice in keyof ViewProps]-?: string | undefined }) {
  const search = q === undefined ? {} : { q }
  return situation === undefined ? (
    <Link to="/claims" search={search}>
      {strings.views.toClaims}
    </Link>
  ) : (
    <Link to="/situations/$id" params={{ id: situation }} search={{ view: 'claims', ...search }}>
      {strings.views.toClaims}
    </Link>
  )
}
