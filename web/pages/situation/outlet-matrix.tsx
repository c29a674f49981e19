import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { MatrixCell, OutletMatrix } from '../../../src/records/outlet-matrix.ts'
import { outletMatrixQuery } from '../../client/situations.ts'
import { OriginCount } from '../../origin-count.tsx'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useActs } from '../../use-acts.ts'
import { toAnnotationAddress } from '../article/annotation-address.ts'
import { abbreviateOutlets } from './abbreviate-outlets.ts'
import './outlet-matrix.css'
import { type GridPlace, stepInGrid } from './step-in-grid.ts'

const { matrix: words } = strings

const signs: Readonly<Record<MatrixCell['telling'], string>> = {
  tells: '●',
  copies: '○',
  denies: '✕',
  doubts: '?',
  silent: '–',
}

/** Rows at first, and at most: what the server gives at once. */
const rowsFirst = 50
const rowsMost = 200

/** Which outlet tells which claim of a situation, and how. */
export function OutletMatrixView({ id }: { readonly id: string }) {
  const [limit, setLimit] = useState(rowsFirst)
  const { data: matrix, error, refetch } = useQuery(outletMatrixQuery(id, limit))
  if (error && matrix === undefined) return <Trouble error={error} retry={() => refetch()} />
  if (matrix === undefined) return <p className="muted">{strings.loading}</p>
  if (matrix.outlets.length === 0) return <p className="muted">{words.empty}</p>
  const names = matrix.outlets.map(({ name }) => name)
  const short = abbreviateOutlets(names)
  return (
    <section className="outlet-matrix" aria-label={strings.situation.tabs.outlets}>
      <p className="muted">
        {words.lead} <span className="on-screen">{words.keys}</span>{' '}
        <a
          className="on-screen"
          href={`/api/situations/${id}/matrix.csv?limit=${rowsMost}`}
          download="outlets.csv"
        >
          {words.export}
        </a>
      </p>
      <p className="matrix-key muted">
        {(Object.keys(signs) as MatrixCell['telling'][]).map((telling) => (
          <span key={telling}>
            <span aria-hidden="true" className={`told-${telling}`}>
              {signs[telling]}
            </span>{' '}
            {words.cell[telling]}
          </span>
        ))}
        <span>{words.first}</span>
        <span>{words.denial}</span>
        <span>{words.hedged}</span>
        <span>{words.blank}</span>
      </p>
      <MatrixTable matrix={matrix} short={short} />
      <p className="on-paper muted">{words.printed(short, names)}</p>
      {matrix.moreClaims > 0 && (
        <p className="more">
          {words.moreClaims(matrix.moreClaims)}{' '}
          {limit < rowsMost && (
            <button type="button" onClick={() => setLimit(rowsMost)}>
              {words.showMore}
            </button>
          )}
        </p>
      )}
    </section>
  )
}

function MatrixTable({
  matrix: { outlets, rows },
  short,
}: {
  readonly matrix: OutletMatrix
  /** The outlets’ names in a few letters, in their order. */
  readonly short: readonly string[]
}) {
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<GridPlace | null>(null)
  const cellsOf = rows.map(({ cells }) => new Map(cells.map((cell) => [cell.outlet, cell])))
  const entry = at ?? { row: 0, column: rows[0]?.cells[0]?.outlet ?? 0 }
  const move = (key: string) => {
    // Elsewhere on the page the arrows are the browser’s.
    if (!table.current?.contains(document.activeElement)) return false
    const size = { rows: rows.length, columns: outlets.length }
    const next = stepInGrid(entry, key, size, ({ row, column }) => cellsOf[row]?.has(column) === true)
    if (next === null) return false
    table.current.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus()
    return undefined
  }
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End']
  useActs([{ name: words.move, keys: Object.fromEntries(keys.map((key) => [key, () => move(key)])) }])
  return (
    <div className="matrix-frame">
      <table className="matrix-table" ref={table}>
        <thead>
          <tr>
            <th scope="col" className="matrix-claim">
              {strings.claimList.proposition}
            </th>
            {outlets.map(({ name, claims, firsts, copies }, i) => (
              <th key={name} scope="col" title={words.outletOf(name, claims, firsts, copies)}>
                <span aria-hidden="true">{short[i]}</span>
                <span className="matrix-words">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ claim, cells }, row) => {
            const isAlone = cells.filter(({ isFirst }) => isFirst).length === 1
            return (
              <tr key={claim.id}>
                <th scope="row" className="matrix-claim">
                  <span className="matrix-line">
                    <OriginCount counts={claim} />
                    <Link to="/claims/$id" params={{ id: claim.id }} title={claim.proposition}>
                      {claim.proposition}
                    </Link>
                  </span>
                </th>
                {outlets.map(({ name }, column) => {
                  const cell = cellsOf[row]?.get(column)
                  if (cell === undefined) return <td key={name} title={words.silentOnIt(name)} />
                  return (
                    <Cell
                      key={name}
                      place={{ row, column }}
                      isEntry={entry.row === row && entry.column === column}
                      outlet={name}
                      cell={cell}
                      isAlone={isAlone}
                      onFocus={setAt}
                    />
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** How an outlet has a claim: a sign, all of it in words in its tooltip, and the way to the words of the article. */
function Cell({
  place,
  isEntry,
  outlet,
  cell: { telling, isFirst, hasDenial, modalities, articleId, kind, ordinal },
  isAlone,
  onFocus,
}: {
  readonly place: GridPlace
  /** The one cell by which Tab comes into the cells. */
  readonly isEntry: boolean
  readonly outlet: string
  readonly cell: MatrixCell
  /** Whether one outlet alone was first with the claim. */
  readonly isAlone: boolean
  readonly onFocus: (place: GridPlace) => void
}) {
  const label = words.cellOf(outlet, words.cell[telling], [
    ...(isFirst ? [isAlone ? words.wasFirst : words.mayBeFirst] : []),
    ...(hasDenial && telling !== 'denies' ? [words.withDenial] : []),
    ...modalities
      .filter((modality) => modality !== 'denied' && modality !== 'no-comment')
      .map((modality) => words.told(strings.modality[modality])),
  ])
  const isHedged = modalities.some((modality) => modality === 'hedged' || modality === 'conditional')
  const marks = [isFirst && 'was-first', hasDenial && 'has-denial', isHedged && 'is-hedged']
  return (
    <td className={[`told-${telling}`, ...marks.filter(Boolean)].join(' ')}>
      <Link
        to="/articles/$id"
        params={{ id: articleId }}
        search={{}}
        hash={toAnnotationAddress(kind, ordinal)}
        aria-label={label}
        title={label}
        tabIndex={isEntry ? 0 : -1}
        data-place={`${place.row} ${place.column}`}
        onFocus={() => onFocus(place)}
      >
        {signs[telling]}
      </Link>
    </td>
  )
}
