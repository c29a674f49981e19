import type { ComponentType } from 'react'
import { SearchField } from '../search-field.tsx'
import { strings } from '../strings.ts'
import { useTitle } from '../use-title.ts'
import type { ViewProps } from './view-props.ts'
import './views.css'

/** A view as a page of its own: over all claims, or those that the search in its address chooses. */
export function ViewPage({
  title,
  lead,
  search,
  onSearch,
  view: View,
}: {
  readonly title: string
  readonly lead: string
  readonly search: ViewProps
  readonly onSearch: (search: ViewProps) => void
  readonly view: ComponentType<ViewProps>
}) {
  useTitle(title)
  return (
    <div className="page view-page">
      <header className="page-head">
        <h1>{title}</h1>
        <SearchField
          words={search.q ?? ''}
          label={strings.views.search}
          placeholder={strings.views.searchPlaceholder}
          onSearch={(q) => {
            const { q: _before, ...others } = search
            onSearch(q === '' ? others : { ...others, q })
          }}
        />
        <p className="muted">{lead}</p>
      </header>
      {/* What was chosen in another search’s picture is in this one no more. */}
      <View key={`${search.situation} ${search.q}`} {...search} />
    </div>
  )
}
