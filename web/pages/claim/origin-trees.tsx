import { useState } from 'react'
import type { NamePageKind } from '../../../src/records/name-page.ts'
import type { OriginEdge, OriginKind } from '../../../src/records/origin.ts'
import type { Telling } from '../../group-tellings.ts'
import { NameLink } from '../../name-link.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { WordsInArticle } from '../../words-in-article.tsx'
import type { Branch, OriginTree } from './grow-trees.ts'

/** Origins with everyone who passes on what they say, drawn as nested lists; each step opens onto its proof. */
export function OriginTrees({
  trees,
  tellings,
}: {
  readonly trees: readonly OriginTree[]
  readonly tellings: readonly Telling[]
}) {
  return (
    <ul className="origin-trees">
      {trees.map(({ origin, branches }) => (
        <li key={origin.id} className={`origin origin-${origin.isCounted ? 'counted' : 'uncounted'}`}>
          <p className="origin-head">
            <strong>
              <NameLink kind={pageKindOf[origin.kind] ?? 'actor'} name={origin.name}>
                {origin.name ?? strings.claim.originUnknown}
              </NameLink>
            </strong>{' '}
            <span className="muted">{strings.originKind[origin.kind]}</span>
            {origin.interest !== null && (
              <span className="muted">{strings.claim.interest(origin.interest)}</span>
            )}
            {origin.side === 'deny' && <span className="dispute">{strings.claim.denies}</span>}
            {origin.side === 'doubt' && <span className="dispute">{strings.claim.doubts}</span>}
          </p>
          <p className="origin-why">{origin.why}</p>
          <Branches branches={branches} tellings={tellings} />
        </li>
      ))}
    </ul>
  )
}

const pageKindOf: Partial<Record<OriginKind, NamePageKind>> = { agency: 'outlet', outlet: 'outlet' }

function Branches({
  branches,
  tellings,
}: {
  readonly branches: readonly Branch[]
  readonly tellings: readonly Telling[]
}) {
  if (branches.length === 0) return null
  return (
    <ul className="branches">
      {branches.map((branch) => (
        <li key={branch.key}>
          <Step branch={branch} telling={tellings.find(({ articleId }) => articleId === branch.articleId)} />
          <Branches branches={branch.branches} tellings={tellings} />
        </li>
      ))}
    </ul>
  )
}

/** Who has it from the one above, and how; opens onto the words that prove it. */
function Step({ branch, telling }: { readonly branch: Branch; readonly telling: Telling | undefined }) {
  const { node, edge } = branch
  const name = (
    <>
      {edge !== null && <span className="edge-why">{strings.edgeWhy[edge.why]}</span>}{' '}
      <span className={node.kind === 'report' ? 'report-node' : 'relay-node'}>{node.name}</span>
      {telling && (
        <>
          {' '}
          <span className="muted">
            <ToldTime at={telling.publishedAt} isDay />
          </span>
        </>
      )}
    </>
  )
  if (edge?.articleId == null) return <p className="step">{name}</p>
  return <ProvenStep edge={edge}>{name}</ProvenStep>
}

function ProvenStep({ edge, children }: { readonly edge: OriginEdge; readonly children: React.ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="step" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary title={edge.words ?? undefined}>{children}</summary>
      {isOpen && edge.articleId !== null && (
        <div className="proof">
          <WordsInArticle articleId={edge.articleId} span={edge.span} />
        </div>
      )}
    </details>
  )
}
