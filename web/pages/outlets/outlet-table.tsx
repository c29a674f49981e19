import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { OutletSummary } from '../../../src/records/outlet-profile.ts'
import { CountedCell } from '../../counted-cell.tsx'
import { strings } from '../../strings.ts'
import '../../styles/fold-table.css'
import { useRowKeys } from '../../use-row-keys.ts'
import { OutletOwner } from './outlet-owner.tsx'

const { outletList } = strings
const { inWords } = outletList

/** Outlets as a table. */
export function OutletTable({ outlets }: { readonly outlets: readonly OutletSummary[] }) {
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body, '.wide a')
  const number = (name: 'articles' | 'claims' | 'first' | 'own' | 'copied' | 'copies' | 'edits') => (
    <th scope="col" className="number" title={outletList[`${name}Meaning`]}>
      {outletList[name]}
    </th>
  )
  return (
    <table className="rows fold-table outlet-table">
      <thead>
        <tr>
          <th scope="col">{outletList.name}</th>
          <th scope="col">{outletList.owner}</th>
          <th scope="col">{outletList.state}</th>
          <th scope="col" title={outletList.gradeMeaning}>
            {outletList.grade}
          </th>
          {number('articles')}
          {number('claims')}
          {number('first')}
          {number('own')}
          {number('copied')}
          {number('copies')}
          {number('edits')}
          <th scope="col" className="number" title={outletList.feedsMeaning}>
            {outletList.feeds}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {outlets.map((outlet) => (
          <tr key={outlet.key}>
            <th scope="row" className="wide">
              <Link to="/outlets/$key" params={{ key: outlet.key }}>
                {outlet.name}
              </Link>
              {outlet.known?.country && <span className="muted"> {outlet.known.country}</span>}
            </th>
            <OwnerCells outlet={outlet} />
            <td className="small date">
              {outlet.reliability ?? <span className="muted">{outletList.noGrade}</span>}
            </td>
            <CountedCell n={outlet.articles} inWords={inWords.articles} />
            <CountedCell n={outlet.claims} inWords={strings.actor.claims} />
            <ShareCell some={outlet.first} all={outlet.shared} inWords={inWords.first} />
            <ShareCell some={outlet.own} all={outlet.claims} inWords={inWords.own} />
            <CountedCell n={outlet.copied} inWords={inWords.copied} />
            <CountedCell n={outlet.copies} inWords={inWords.copies} />
            <CountedCell n={outlet.silentEdits} inWords={inWords.edits} />
            <FeedsCell health={outlet.health} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What the table says; what it does not have is said to be unknown, never to be no. */
function OwnerCells({ outlet: { known } }: { readonly outlet: OutletSummary }) {
  if (known === null)
    return (
      <td className="muted" colSpan={2} title={outletList.notInTableMeaning}>
        {outletList.notInTable}
      </td>
    )
  return (
    <>
      <td>
        <OutletOwner known={known} />
      </td>
      <td className={known.isStateRun ? 'small' : 'small muted'}>
        {known.isStateRun ? outletList.isStateRun : outletList.notStateRun}
      </td>
    </>
  )
}

function ShareCell({
  some,
  all,
  inWords,
}: {
  readonly some: number
  readonly all: number
  readonly inWords: (share: string) => string
}) {
  const share = outletList.share(some, all)
  return (
    <td
      className={all === 0 ? 'number zero' : 'number'}
      data-words={inWords(share)}
      title={all === 0 ? undefined : outletList.ofAll(some, all)}
    >
      <span>{share}</span>
    </td>
  )
}

function FeedsCell({ health }: Pick<OutletSummary, 'health'>) {
  if (health.feeds === 0)
    return (
      <td className="number zero" title={outletList.health(health)}>
        {strings.none}
      </td>
    )
  return (
    <td className="number feeds-health">
      <Link to="/feeds" className={health.failing > 0 ? 'failed' : undefined}>
        {outletList.health(health)}
      </Link>
    </td>
  )
}
