import { useRef } from 'react'
import { strings } from '../../strings.ts'
import { useRowKeys } from '../../use-row-keys.ts'
import type { Spot } from './spots.ts'

/** Places as a table: what the map shows, and what it cannot. */
export function SpotTable({
  spots,
  chosen,
  onChoose,
}: {
  readonly spots: readonly Spot[]
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
}) {
  const table = useRef<HTMLTableElement>(null)
  useRowKeys(table, 'button')
  const { map } = strings.views
  return (
    <div className="wide-table">
      <table className="rows" ref={table}>
        <thead>
          <tr>
            <th scope="col">{map.place}</th>
            <th scope="col">{map.kind}</th>
            <th scope="col" className="number">
              {strings.claimList.origins}
            </th>
            <th scope="col" className="number">
              {map.claims}
            </th>
          </tr>
        </thead>
        <tbody>
          {spots.map(({ key, kind, name, country, origins, claims, why }) => (
            <tr key={key} aria-current={key === chosen ? 'true' : undefined}>
              <th scope="row">
                <button type="button" className="choice" onClick={() => onChoose(key)}>
                  {name}
                  {kind === 'point' && <span className="muted"> {country}</span>}
                </button>
              </th>
              <td>{why ?? map.kinds[kind]}</td>
              <td className="number">{origins}</td>
              <td className="number">{claims}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
