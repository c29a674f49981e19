import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Claim, Report } from '../../../src/records/claim.ts'
import { ClaimSource } from '../../claim-source.tsx'
import type { StoryView } from '../../client/stories.ts'
import { DisputeMarks } from '../../dispute-mark.tsx'
import { OriginCount } from '../../origin-count.tsx'
import { strings } from '../../strings.ts'
import { useRowKeys } from '../../use-row-keys.ts'

/** How an outlet has a claim: in words of its own, taken over, denied, doubted, or asked and not answered. */
type Cell = 'tells' | 'copies' | 'denies' | 'doubts' | 'silent'

const signs: Readonly<Record<Cell, string>> = {
  tells: '●',
  copies: '○',
  denies: '✕',
  doubts: '?',
  silent: '–',
}

/** The claims of a story, with a column for each outlet that says how it has the claim. */
export function ClaimMatrix({ view: { story, claims, nextClaimCursor } }: { readonly view: StoryView }) {
  const [isAll, setAll] = useState(false)
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body, 'th a')
  const several = claims.filter(({ outlets }) => outlets.length > 1)
  const shown = isAll || several.length === 0 ? claims : several
  const { story: words } = strings
  if (claims.length === 0) return <p className="muted">{strings.claimList.empty}</p>
  return (
    <>
      <p className="matrix-legend muted">
        {(Object.keys(signs) as Cell[]).map((cell) => (
          <span key={cell}>
            <span aria-hidden="true" className={`cell-${cell}`}>
              {signs[cell]}
            </span>{' '}
            {words.cell[cell]}
          </span>
        ))}
      </p>
      <div className="matrix-scroll">
        <table className="rows matrix">
          <thead>
            <tr>
              <th scope="col">{strings.claimList.origins}</th>
              <th scope="col">{strings.claimList.proposition}</th>
              {story.outlets.map((outlet) => (
                <th key={outlet} scope="col" className="outlet">
                  <span>{outlet}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {shown.map((claim) => (
              <tr key={claim.id}>
                <td className="origins">
                  <OriginCount counts={claim.summary} />
                </td>
                <th scope="row">
                  <Link to="/claims/$id" params={{ id: claim.id }}>
                    {claim.proposition}
                  </Link>{' '}
                  <span className="muted">
                    <ClaimSource claim={claim} />
                  </span>{' '}
                  <DisputeMarks claim={claim} />
                </th>
                {story.outlets.map((outlet) => (
                  <MatrixCell key={outlet} outlet={outlet} cell={findCell(claim, outlet)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="on-paper muted">{words.printed(shown.length, claims.length, nextClaimCursor !== null)}</p>
      {shown.length < claims.length && (
        <p className="more">
          <button type="button" onClick={() => setAll(true)}>
            {words.showAll(claims.length)}
          </button>
        </p>
      )}
      {isAll && nextClaimCursor !== null && (
        <p className="more">
          <Link to="/claims" search={{ story: story.id }}>
            {words.moreClaims}
          </Link>
        </p>
      )}
    </>
  )
}

function MatrixCell({ outlet, cell }: { readonly outlet: string; readonly cell: Cell | null }) {
  if (cell === null) return <td className="cell cell-none" />
  return (
    <td className={`cell cell-${cell}`} title={strings.story.cellOf(outlet, cell)}>
      <span aria-hidden="true">{signs[cell]}</span>
      <span className="cell-words">{strings.story.cellOf(outlet, cell)}</span>
    </td>
  )
}

/** “The Courier” and “Courier, The” are the story’s “Courier”, as the server has it. */
const toBareName = (outlet: string) =>
  outlet
    .trim()
    .toLowerCase()
    .replace(/^www\d?\./, '')
    .replace(/^the\s+|,\s{0,3}the$/g, '')

/** A claim may itself be told as a denial: only what stands against the claim is one here. */
function findCell({ reports, provenance }: Claim, outlet: string): Cell | null {
  const name = toBareName(outlet)
  const own = reports.filter((report) => report.outlet !== null && toBareName(report.outlet) === name)
  if (own.length === 0) return null
  const copied = new Set(provenance.edges.flatMap(({ why, from }) => (why === 'copies' ? [from] : [])))
  const against = new Set(
    provenance.origins.flatMap((origin) => (origin.side === 'deny' ? origin.reports : [])),
  )
  const has = (test: (report: Report) => boolean) => own.some(test)
  if (has(({ id }) => against.has(id))) return 'denies'
  const told = own.filter(({ stance }) => stance !== 'silent')
  if (told.length === 0) return 'silent'
  const says = told.filter(({ stance }) => stance !== 'doubts')
  if (says.length === 0) return 'doubts'
  return says.some(({ id }) => copied.has(id)) ? 'copies' : 'tells'
}
