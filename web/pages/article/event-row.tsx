import type { Event } from '../../../src/records/reading.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { strings } from '../../strings.ts'
import { toAnnotationAddress } from './annotation-address.ts'
import { wordsAt } from './words-at.ts'

/** One event as a row: who did what to whom, then when and where, and the statement that reports it. */
export function EventRow({ text, event }: { readonly text: string; readonly event: Event }) {
  const actor = event.actor && (event.actor.entity ?? wordsAt(text, event.actor))
  const recipient = event.recipient && (event.recipient.entity ?? wordsAt(text, event.recipient))
  const { when } = event
  const days = when && [...new Set([when.from, when.to])].filter((day) => day !== null).join(' – ')
  return (
    <div className="annotation">
      <p className="annotation-words">
        <span>{actor ?? <span className="muted">{strings.unknown}</span>}</span>
        <span className="arrow" aria-hidden="true">
          {' → '}
        </span>
        <span className="event-type">
          {event.type}
          {event.mode !== null && <span className="event-mode"> {event.mode}</span>}
        </span>
        {recipient !== null && (
          <>
            <span className="arrow" aria-hidden="true">
              {' → '}
            </span>
            <span>{recipient}</span>
          </>
        )}
      </p>
      <p className="annotation-notes">
        {days ? <span title={when ? strings.whenPrecision[when.precision] : undefined}>{days}</span> : null}
        {event.where !== null && <span>{wordsAt(text, event.where)}</span>}
        <ModalityBadge modality={event.modality} />
        {event.cameo !== null && <span>CAMEO {event.cameo}</span>}
        {event.statement !== null && (
          <span>{strings.article.saidIn(toAnnotationAddress('statement', event.statement))}</span>
        )}
      </p>
    </div>
  )
}
