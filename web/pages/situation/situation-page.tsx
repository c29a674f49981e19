import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import type { FollowedSituation } from '../../../src/records/situation.ts'
import { removeSituation, situationQuery } from '../../client/situations.ts'
import { RemoveDialog } from '../../remove-dialog.tsx'
import { Sparkline } from '../../sparkline.tsx'
import { strings } from '../../strings.ts'
import '../../styles/button-link.css'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { useUser } from '../../use-user.ts'
import type { ViewProps } from '../../views/view-props.ts'
import { ClaimLedger } from '../claims/claim-ledger.tsx'
import { describeQuery } from '../situations/describe-query.ts'
import { OutletMatrixView } from './outlet-matrix.tsx'
import './situation.css'
import { SituationNewsView } from './situation-news.tsx'

const route = getRouteApi('/situations/$id')
const { situation: words } = strings

/** The views of a situation, in their order; the first is what its plain address shows. */
const views = ['changes', 'claims', 'timeline', 'network', 'map', 'outlets'] as const
type View = (typeof views)[number]

/** The views that are pictures, fetched when they are looked at. */
const pictures: Partial<Record<View, ComponentType<ViewProps>>> = {
  timeline: lazy(async () => ({
    default: (await import('../../views/timeline/event-timeline.tsx')).EventTimeline,
  })),
  network: lazy(async () => ({
    default: (await import('../../views/network/actor-network.tsx')).ActorNetwork,
  })),
  map: lazy(async () => ({ default: (await import('../../views/map/event-map.tsx')).EventMap })),
}

/** One situation: what changed since the last visit, and its claims from every side. */
export function SituationPage() {
  const { id } = route.useParams()
  const { view: asked } = route.useSearch()
  const { data: situation, error, refetch } = useQuery(situationQuery(id))
  useTitle(situation?.name ?? strings.situations)
  if (error && situation === undefined) return <Trouble error={error} retry={() => refetch()} />
  if (situation === undefined) return <p className="page muted">{strings.loading}</p>
  const view = views.find((name) => name === asked) ?? views[0]
  return (
    <div className="page situation">
      <SituationHead situation={situation} />
      <nav className="situation-views" aria-label={words.views}>
        {views.map((name) => (
          <Link
            key={name}
            to="/situations/$id"
            params={{ id }}
            search={name === views[0] ? {} : { view: name }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={name === view ? 'page' : undefined}
          >
            {words.tabs[name]}
          </Link>
        ))}
      </nav>
      <SituationView view={view} situation={situation} />
    </div>
  )
}

function SituationView({ view, situation }: { readonly view: View; readonly situation: FollowedSituation }) {
  const { view: _view, since, ...search } = route.useSearch()
  const navigate = route.useNavigate()
  const { id } = situation
  const Seen = pictures[view]
  if (Seen !== undefined)
    return (
      <Suspense fallback={<p className="muted">{strings.loading}</p>}>
        <Seen situation={id} />
      </Suspense>
    )
  if (view === 'outlets') return <OutletMatrixView id={id} />
  if (view === 'claims')
    return (
      <ClaimLedger
        within={{ situation: id }}
        search={search}
        onSearch={(next) => void navigate({ search: { view, ...next }, replace: true })}
      />
    )
  return (
    <SituationNewsView
      situation={situation}
      asked={since}
      onSince={(next) => void navigate({ search: next === undefined ? {} : { since: next }, replace: true })}
    />
  )
}

function SituationHead({ situation }: { readonly situation: FollowedSituation }) {
  const { id, name, query, counts } = situation
  const [isRemoving, setRemoving] = useState(false)
  const mayReview = useUser().may('review')
  const navigate = useNavigate()
  const client = useQueryClient()
  return (
    <header className="situation-head">
      <div>
        <h1>{name}</h1>
        <p className="muted">{describeQuery(query)}</p>
        <p>{words.counts(counts.claims, counts.articles, counts.outlets, counts.origins)}</p>
      </div>
      <div className="situation-per-day" title={strings.situationList.perDayMeaning}>
        <Sparkline days={counts.days} />
      </div>
      {mayReview && (
        <div className="situation-acts">
          <Link to="/situations/$id/edit" params={{ id }} className="button-link">
            {words.edit}
          </Link>
          <button type="button" className="quiet-button" onClick={() => setRemoving(true)}>
            {words.remove}
          </button>
        </div>
      )}
      {isRemoving && (
        <RemoveDialog
          heading={words.removeHeading(name)}
          meaning={words.removeMeaning}
          keep={words.keep}
          remove={words.remove}
          onRemove={() => removeSituation(id)}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            void client.invalidateQueries({ queryKey: ['situations'] })
            void navigate({ to: '/situations' })
          }}
        />
      )}
    </header>
  )
}
