import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { FollowedSituation } from '../../../src/records/situation.ts'
import { Sparkline } from '../../sparkline.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { useRowKeys } from '../../use-row-keys.ts'
import { describeQuery } from './describe-query.ts'

const { situationList } = strings

/** The situations as a table; each row leads to its page. */
export function SituationTable({ situations }: { readonly situations: readonly FollowedSituation[] }) {
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body, 'th a')
  return (
    <table className="rows situation-table">
      <thead>
        <tr>
          <th scope="col">{situationList.name}</th>
          <th scope="col" className="number" title={situationList.newMeaning}>
            {situationList.new}
          </th>
          <th scope="col" className="number">
            {situationList.claims}
          </th>
          <th scope="col" className="number">
            {situationList.articles}
          </th>
          <th scope="col" className="number">
            {situationList.outlets}
          </th>
          <th scope="col" className="number" title={situationList.originsMeaning}>
            {situationList.origins}
          </th>
          <th scope="col" className="date" title={situationList.lastMeaning}>
            {situationList.last}
          </th>
          <th scope="col" className="per-day" title={situationList.perDayMeaning}>
            {situationList.perDay}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {situations.map((situation) => (
          <SituationRow key={situation.id} situation={situation} />
        ))}
      </tbody>
    </table>
  )
}

function SituationRow({ situation }: { readonly situation: FollowedSituation }) {
  const { id, name, query, counts, newArticles } = situation
  const described = describeQuery(query)
  const number = (n: number, words: string, more = '') => (
    <td className={`number ${n === 0 ? 'zero' : more}`} data-words={words}>
      <span>{n === 0 ? strings.none : n.toLocaleString()}</span>
    </td>
  )
  return (
    <tr>
      <th scope="row">
        <Link to="/situations/$id" params={{ id }} search={{}}>
          {name}
        </Link>
        <span className="situation-query">{described}</span>
      </th>
      {number(newArticles, situationList.inWords.new(newArticles), 'some-new')}
      {number(counts.claims, situationList.inWords.claims(counts.claims))}
      {number(counts.articles, strings.counted.articles(counts.articles))}
      {number(counts.outlets, strings.counted.outlets(counts.outlets))}
      {number(counts.origins, strings.counted.origins(counts.origins))}
      <td className={counts.lastAddedAt === null ? 'date zero' : 'date'}>
        {counts.lastAddedAt === null ? strings.none : <ToldTime at={counts.lastAddedAt} />}
      </td>
      <td className="per-day">
        <Sparkline days={counts.days} />
      </td>
    </tr>
  )
}
