import { getRouteApi, Link } from '@tanstack/react-router'
import type { ActorProfile, Relation } from '../../../src/records/actor-profile.ts'
import { CountedCell } from '../../counted-cell.tsx'
import { strings } from '../../strings.ts'
import '../../styles/fold-table.css'
import { ToldTime } from '../../told-time.tsx'

const route = getRouteApi('/actors/$key')
const { actor: words, counted } = strings

/** With whom somebody is told to have done what: how often, through how many origins, when last. */
export function RelationTable({ actor: { key, name, relations } }: { readonly actor: ActorProfile }) {
  return (
    <section className="relations">
      <h2>{words.relations}</h2>
      {relations.length === 0 ? (
        <p className="muted">{words.noRelations}</p>
      ) : (
        <>
          <p className="muted">{words.relationsNote}</p>
          <table className="rows fold-table">
            <thead>
              <tr>
                <th scope="col">{words.other}</th>
                <th scope="col">{words.type}</th>
                <th scope="col" className="number">
                  {strings.actorList.origins}
                </th>
                <th scope="col" className="number">
                  {words.times}
                </th>
                <th scope="col" className="number" title={words.notSoMeaning}>
                  {words.notSo}
                </th>
                <th scope="col" className="through">
                  {words.through}
                </th>
                <th scope="col" className="number">
                  {words.last}
                </th>
              </tr>
            </thead>
            <tbody>
              {relations.map((relation) => (
                <RelationRow
                  key={`${relation.direction} ${relation.otherKey} ${relation.eventType}`}
                  actorKey={key}
                  name={name}
                  relation={relation}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function RelationRow({
  actorKey,
  name,
  relation: { direction, otherKey, otherName, eventType, claims, notSo, origins, originNames, lastAt },
}: {
  readonly actorKey: string
  readonly name: string
  readonly relation: Relation
}) {
  const { country } = route.useSearch()
  const other = otherName ?? otherKey ?? words.nobody
  return (
    <tr>
      <th scope="row" className="wide">
        <span className="muted" title={words.direction[direction]}>
          {direction === 'does' ? words.did(name) : ''}{' '}
        </span>
        {otherKey === null ? (
          <span className="muted">{other}</span>
        ) : (
          <Link to="/actors/$key" params={{ key: otherKey }} search={{}}>
            {other}
          </Link>
        )}
        <span className="muted" title={words.direction[direction]}>
          {' '}
          {direction === 'receives' ? words.underwent(name) : ''}
        </span>
      </th>
      <td className="small">
        <Link
          to="/actors/$key"
          params={{ key: actorKey }}
          search={{
            show: 'events',
            with: otherKey ?? '-',
            type: eventType,
            direction,
            ...(country !== undefined && { country }),
          }}
          hash="lines"
          title={strings.eventType[eventType as keyof typeof strings.eventType]}
        >
          {eventType}
        </Link>
      </td>
      <CountedCell n={origins} inWords={counted.origins} />
      <CountedCell n={claims} inWords={counted.events} />
      <CountedCell n={notSo} inWords={(n) => `${n} ${words.notSo.toLowerCase()}`} />
      <td className="muted through">{originNames.join('; ')}</td>
      <td className="number date">
        <ToldTime at={lastAt} isDay />
      </td>
    </tr>
  )
}
