import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { strings } from '../../strings.ts'
import { EventTimeline } from '../../views/timeline/event-timeline.tsx'
import { ViewPage } from '../../views/view-page.tsx'

const route = getRouteApi('/timeline')

/** The timeline as a page of its own. */
export function TimelinePage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  return (
    <ViewPage
      title={strings.timeline}
      lead={strings.views.timeline.lead}
      search={search}
      onSearch={(next) => void navigate({ to: '/timeline', search: next, replace: true })}
      view={EventTimeline}
    />
  )
}
