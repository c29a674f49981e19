import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { strings } from '../../strings.ts'
import { ActorNetwork } from '../../views/network/actor-network.tsx'
import { ViewPage } from '../../views/view-page.tsx'

const route = getRouteApi('/network')

/** The network as a page of its own. */
export function NetworkPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  return (
    <ViewPage
      title={strings.network}
      lead={strings.views.network.lead}
      search={search}
      onSearch={(next) => void navigate({ to: '/network', search: next, replace: true })}
      view={ActorNetwork}
    />
  )
}
