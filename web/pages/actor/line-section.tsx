import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ActorLine, ActorProfile } from '../../../src/records/actor-profile.ts'
import { actorEventsQuery, actorStatementsQuery } from '../../client/actors.ts'
import { MoreButton } from '../../more-button.tsx'
import { SelectField } from '../../select-field.tsx'
import { strings } from '../../strings.ts'
import '../../styles/filters.css'
import { Trouble } from '../../trouble.tsx'
import { LineList } from './line-list.tsx'

const route = getRouteApi('/actors/$key')
const { actor: words } = strings

const shows = ['by', 'denials', 'unanswered', 'about', 'events'] as const
type Show = (typeof shows)[number]

/** Their statements, what others say of them, or their events, as the address chooses; a claim is one line. */
export function LineSection({ actor }: { readonly actor: ActorProfile }) {
  const { show: asked, modality, country, type, direction, with: other } = route.useSearch()
  const show = shows.find((one) => one === asked) ?? 'by'
  const counts: Readonly<Record<Show, number>> = {
    by: actor.statements,
    denials: actor.denials,
    unanswered: actor.unanswered,
    about: actor.about,
    events: actor.events,
  }
  const told = {
    ...(modality !== undefined && { modality: modality as keyof typeof strings.modality }),
    ...(country !== undefined && { country }),
  }
  return (
    <section id="lines" className="actor-lines">
      <nav className="line-tabs" aria-label={words.show}>
        {shows.map((one) => (
          <Link
            key={one}
            to="/actors/$key"
            params={{ key: actor.key }}
            search={{
              ...(one !== 'by' && { show: one }),
              ...(country !== undefined && { country }),
            }}
            aria-current={one === show ? 'page' : undefined}
            title={words.showMeanings[one]}
            activeOptions={{ exact: true }}
            resetScroll={false}
          >
            {words.shows[one]} <span className="muted">{counts[one]}</span>
          </Link>
        ))}
      </nav>
      <LineFilters actor={actor} show={show} />
      {show === 'events' ? (
        <Events
          actorKey={actor.key}
          filters={{
            ...told,
            ...(type !== undefined && { type: type as keyof typeof strings.eventType }),
            ...(direction !== undefined && { direction: direction as 'does' | 'receives' }),
            ...(other !== undefined && { with: other === '-' ? '' : other }),
          }}
        />
      ) : (
        <Statements actorKey={actor.key} filters={{ side: show, ...told }} />
      )}
    </section>
  )
}

/** What narrows the lines beyond their tab. */
function LineFilters({ actor, show }: { readonly actor: ActorProfile; readonly show: Show }) {
  const { modality, ...search } = route.useSearch()
  const { type, direction: _direction, with: other, ...rest } = search
  const { country, ...anyCountry } = { ...search, ...(modality !== undefined && { modality }) }
  const navigate = useNavigate()
  const go = (next: ReturnType<typeof route.useSearch>) =>
    void navigate({
      to: '/actors/$key',
      params: { key: actor.key },
      search: next,
      replace: true,
      resetScroll: false,
    })
  const otherName = actor.relations.find(({ otherKey }) => otherKey === other)?.otherName ?? other
  return (
    <div className="line-filters">
      {show !== 'denials' && show !== 'unanswered' && (
        <SelectField
          label={words.modality}
          value={modality ?? ''}
          choices={{ '': words.anyModality, ...strings.modality }}
          onChoose={(chosen) => go(chosen === '' ? search : { ...search, modality: chosen })}
        />
      )}
      {show === 'events' && (type !== undefined || other !== undefined) && (
        <span>
          {other !== undefined && (other === '-' ? words.withNobody : words.withWhom(otherName ?? other))}{' '}
          {type !== undefined && words.ofType(type)}
          <button type="button" className="quiet-button" onClick={() => go(rest)}>
            {words.anyEvent}
          </button>
        </span>
      )}
      {country !== undefined && (
        <span>
          {words.onlyOf(country)}
          <button type="button" className="quiet-button" onClick={() => go(anyCountry)}>
            {words.ofAll}
          </button>
        </span>
      )}
      <span className="muted">{words.lineNote}</span>
    </div>
  )
}

function Statements({
  actorKey,
  filters,
}: {
  readonly actorKey: string
  readonly filters: Parameters<typeof actorStatementsQuery>[1]
}) {
  return <Lines query={useInfiniteQuery(actorStatementsQuery(actorKey, filters))} />
}

function Events({
  actorKey,
  filters,
}: {
  readonly actorKey: string
  readonly filters: Parameters<typeof actorEventsQuery>[1]
}) {
  return <Lines query={useInfiniteQuery(actorEventsQuery(actorKey, filters))} />
}

/** What is used of a query for lines, of statements or of events. */
type LineQuery = Parameters<typeof MoreButton>[0]['query'] & {
  readonly data: { readonly pages: readonly { readonly lines: readonly ActorLine[] }[] } | undefined
  readonly error: Error | null
  readonly isPending: boolean
  readonly refetch: () => unknown
}

function Lines({ query }: { readonly query: LineQuery }) {
  if (query.error !== null && !query.data)
    return <Trouble error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <p className="muted">{strings.loading}</p>
  const lines = query.data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <>
      {lines.length === 0 ? <p className="muted">{words.noLines}</p> : <LineList lines={lines} />}
      <MoreButton query={query} />
    </>
  )
}
