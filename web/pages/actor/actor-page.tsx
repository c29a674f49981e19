import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ActorProfile } from '../../../src/records/actor-profile.ts'
import { actorQuery } from '../../client/actors.ts'
import { strings } from '../../strings.ts'
import { toSafeLink } from '../../to-safe-link.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import './actor.css'
import { LineSection } from './line-section.tsx'
import { OriginList } from './origin-list.tsx'
import { RelationTable } from './relation-table.tsx'
import { RoleTables } from './role-tables.tsx'
import { StatementChart } from './statement-chart.tsx'

const route = getRouteApi('/actors/$key')
const { actor: words, counted } = strings

/** One name: who that is, what they said and did, with whom, and on whom all of that rests. */
export function ActorPage() {
  const { key } = route.useParams()
  const query = useQuery(actorQuery(key))
  useTitle(query.data?.name ?? strings.actors)
  if (query.isError) return <Trouble error={query.error} retry={() => query.refetch()} />
  if (query.isPending) return <p className="page muted">{strings.loading}</p>
  const actor = query.data
  return (
    <div className="page actor-page">
      <ActorHead actor={actor} />
      <div className="actor-columns">
        <div>
          <LineSection actor={actor} />
        </div>
        <div className="actor-aside">
          <StatementChart timeline={actor.timeline} />
          <RoleTables actor={actor} />
          <OriginList origins={actor.topOrigins} />
        </div>
      </div>
      <RelationTable actor={actor} />
    </div>
  )
}

function ActorHead({ actor }: { readonly actor: ActorProfile }) {
  const { name, kind, country, role, wikidata, isAmbiguous } = actor
  const link = wikidata === null ? null : toSafeLink(`https://www.wikidata.org/wiki/${wikidata}`)
  return (
    <header className="actor-head">
      <h1>{name}</h1>
      <p className="muted">
        {[strings.actorKind[kind], role, country].filter((part) => part !== null).join(' · ')}
        {link !== null && wikidata !== null && (
          <>
            {' · '}
            <a href={link} rel="noreferrer noopener" target="_blank">
              {words.wikidata(wikidata)}
            </a>
          </>
        )}
      </p>
      <p>
        <strong title={strings.actorList.originsMeaning}>{counted.origins(actor.origins)}</strong>
        {' · '}
        {[
          counted.statements(actor.statements),
          counted.events(actor.events),
          counted.outlets(actor.outlets),
          counted.articles(actor.articles),
        ].join(' · ')}
      </p>
      {isAmbiguous && <Senses actor={actor} />}
    </header>
  )
}

/** Whom articles take the name for, where they differ. */
function Senses({ actor: { key, senses } }: { readonly actor: ActorProfile }) {
  const { country, ...others } = route.useSearch()
  return (
    <div className="actor-senses" role="note">
      <p>{words.ambiguous}</p>
      <ul>
        {senses.map((sense) => (
          <li key={`${sense.kind} ${sense.country} ${sense.wikidata}`}>
            {words.sense(strings.actorKind[sense.kind], sense.country, sense.wikidata)}
            <span className="muted"> {counted.articles(sense.articles)}</span>
            {sense.country !== null && sense.country !== country && (
              <>
                {' '}
                <Link to="/actors/$key" params={{ key }} search={{ ...others, country: sense.country }}>
                  {words.onlyOf(sense.country)}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
