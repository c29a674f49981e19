import type { Reading } from '../../../src/records/reading.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { NameLink } from '../../name-link.tsx'
import { strings } from '../../strings.ts'
import { ConfidenceNote } from './confidence-note.tsx'
import { describeDays } from './describe-days.ts'
import { describeSource } from './describe-source.ts'
import { describeVia } from './describe-via.ts'
import { contentAt, wordsAt } from './words-at.ts'

/** One statement as a row: source, cue, content, who that is, then its kind, its modality, who relays it and how surely it was read. */
export function StatementRow({
  text,
  reading,
  ordinal,
}: {
  readonly text: string
  readonly reading: Reading
  readonly ordinal: number
}) {
  const statement = reading.statements[ordinal]
  if (statement === undefined) return null
  const source = wordsAt(text, statement.source)
  const content = contentAt(text, statement)
  const days = describeDays(statement.when)
  const who = describeSource(text, reading, statement)
  const speaker =
    statement.sourceActor === null ? null : (reading.actors[statement.sourceActor]?.name ?? null)
  return (
    <div className="annotation">
      <p className="annotation-words">
        {source === null ? (
          <span className="muted">{strings.article.nobodyNamed}</span>
        ) : (
          <NameLink kind="actor" name={speaker}>
            <span className="mark-source">{source}</span>
          </NameLink>
        )}
        {who !== null && <span className="source-entity"> — {who}</span>}
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
        {statement.addressee !== null && (
          <span>{strings.article.toldTo(wordsAt(text, statement.addressee) ?? '')}</span>
        )}
        {days !== null && <span>{days}</span>}
        {describeVia(text, reading.statements, ordinal).map((via) => (
          <span key={via}>{via}</span>
        ))}
        <ConfidenceNote confidence={statement.confidence} />
      </p>
    </div>
  )
}
