import { useRef } from 'react'
import { strings } from '../../strings.ts'
import { useRowKeys } from '../../use-row-keys.ts'
import type { DrawnEdge } from './draw-network.ts'

/** The network as a table: a row for each type of what one did to another. */
export function EdgeTable({
  edges,
  chosen,
  onChoose,
}: {
  readonly edges: readonly DrawnEdge[]
  readonly chosen: string | null
  readonly onChoose: (edge: DrawnEdge) => void
}) {
  const table = useRef<HTMLTableElement>(null)
  useRowKeys(table, 'button')
  const { network, type } = strings.views
  return (
    <div className="wide-table">
      <table className="rows" ref={table}>
        <thead>
          <tr>
            <th scope="col">{network.actor}</th>
            <th scope="col">{type}</th>
            <th scope="col">{network.recipient}</th>
            <th scope="col" className="number">
              {strings.claimList.origins}
            </th>
            <th scope="col" className="number">
              {network.claims}
            </th>
            <th scope="col">{network.notes}</th>
          </tr>
        </thead>
        <tbody>
          {edges.flatMap((edge) =>
            edge.parts.map((part) => (
              <tr key={`${edge.key} ${part.type}`} aria-current={edge.key === chosen ? 'true' : undefined}>
                <th scope="row">
                  <button type="button" className="choice" onClick={() => onChoose(edge)}>
                    {part.actor}
                  </button>
                </th>
                <td title={strings.quadClass[edge.quadClass]}>{part.type}</td>
                <td>{part.recipient}</td>
                <td className="number">{part.origins}</td>
                <td className="number">{part.claims}</td>
                <td>
                  {[
                    part.unsure > 0 ? network.unsure(part.unsure) : null,
                    part.negated > 0 ? network.negated(part.negated) : null,
                  ]
                    .filter((note) => note !== null)
                    .join('; ')}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}
