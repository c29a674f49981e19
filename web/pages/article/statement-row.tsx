import type { Statement } from '../../../src/records/reading.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { strings } from '../../strings.ts'
import { describeVia } from './describe-via.ts'
import { contentAt, wordsAt } from './words-at.ts'

/** One statement as a row: source, cue, content, then its kind, its modality and who relays it. */
export function StatementRow({
  text,
  statements,
  ordinal,
}: {
  readonly text: string
  readonly statements: readonly Statement[]
  readonly ordinal: number
}) {
  const statement = statements[ordinal]
  if (statement === undefined) return null
  const source = wordsAt(text, statement.source)
  const content = contentAt(text, statement)
  return (
    <div className="annotation">
      <p className="annotation-words">
        {source === null ? (
          <span className="muted">{strings.article.nobodyNamed}</span>
        ) : (
          <span className="mark-source">{source}</span>
        )}
        <span className="arrow" aria-hidden="true">
          {' → '}
        </span>
        <span className="mark-cue">{wordsAt(text, statement.cue)}</span>
        <span className="arrow" aria-hidden="true">
          {' → '}
        </span>
        {content === null ? (
          <span className="muted">{strings.article.noWords}</span>
        ) : (
          <span className="annotation-content">{content}</span>
        )}
      </p>
      <p className="annotation-notes">
        <span title={strings.kindMeaning[statement.kind]}>{strings.kind[statement.kind]}</span>
        <ModalityBadge modality={statement.modality} />
        {describeVia(text, statements, ordinal).map((via) => (
          <span key={via}>{via}</span>
        ))}
      </p>
    </div>
  )
}
