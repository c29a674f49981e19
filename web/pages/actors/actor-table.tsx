import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { ActorSummary } from '../../../src/records/actor-profile.ts'
import { CountedCell } from '../../counted-cell.tsx'
import { strings } from '../../strings.ts'
import '../../styles/filters.css'
import '../../styles/fold-table.css'
import { ToldTime } from '../../told-time.tsx'
import { useRowKeys } from '../../use-row-keys.ts'

const { actorList, counted } = strings
const counts = ['statements', 'events', 'outlets', 'articles'] as const
const meanings = {
  statements: actorList.statementsMeaning,
  events: actorList.eventsMeaning,
  outlets: actorList.outletsMeaning,
  articles: undefined,
}

/** Actors as a table, each with how much is told of them and through how many origins. */
export function ActorTable({ actors }: { readonly actors: readonly ActorSummary[] }) {
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body, 'a')
  return (
    <table className="rows fold-table actor-table">
      <thead>
        <tr>
          <th scope="col">{actorList.name}</th>
          <th scope="col">{actorList.kind}</th>
          <th scope="col">{actorList.country}</th>
          <th scope="col" className="number" title={actorList.originsMeaning}>
            {actorList.origins}
          </th>
          {counts.map((name) => (
            <th key={name} scope="col" className="number" title={meanings[name]}>
              {actorList[name]}
            </th>
          ))}
          <th scope="col" className="number">
            {actorList.last}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {actors.map((actor) => (
          <tr key={actor.key}>
            <th scope="row" className="wide">
              <Link to="/actors/$key" params={{ key: actor.key }} search={{}}>
                {actor.name}
              </Link>
              {actor.role !== null && <span className="muted"> {actor.role}</span>}
            </th>
            <td className="small">{strings.actorKind[actor.kind]}</td>
            <td className="small">{actor.country}</td>
            <CountedCell n={actor.origins} inWords={counted.origins} />
            {counts.map((name) => (
              <CountedCell key={name} n={actor[name]} inWords={counted[name]} />
            ))}
            <td className="number date">
              <ToldTime at={actor.lastAt} isDay />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
