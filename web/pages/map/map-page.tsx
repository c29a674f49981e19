import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { strings } from '../../strings.ts'
import { EventMap } from '../../views/map/event-map.tsx'
import { ViewPage } from '../../views/view-page.tsx'

const route = getRouteApi('/map')

/** The map as a page of its own. */
export function MapPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  return (
    <ViewPage
      title={strings.map}
      lead={strings.views.map.lead}
      search={search}
      onSearch={(next) => void navigate({ to: '/map', search: next, replace: true })}
      view={EventMap}
    />
  )
}
