import type { Event, Participant, Reading } from '../../../src/records/reading.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { NameLink } from '../../name-link.tsx'
import { strings } from '../../strings.ts'
import { toAnnotationAddress } from './annotation-address.ts'
import { describeDays } from './describe-days.ts'
import { wordsAt } from './words-at.ts'

/** One event as a row: who did what to whom, then when and where, how it stands, and the statement that reports it. */
export function EventRow({
  text,
  reading,
  event,
}: {
  readonly text: string
  readonly reading: Reading
  readonly event: Event
}) {
  const { when } = event
  const days = describeDays(when)
  return (
    <div className="annotation">
      <p className="annotation-words">
        <Taker text={text} reading={reading} taker={event.actor} />
        <span className="arrow" aria-hidden="true">
          {' → '}
        </span>
        <span
          className="event-type"
          title={event.quadClass === null ? undefined : strings.quadClass[event.quadClass]}
        >
          {event.type}
          {event.mode !== null && <span className="event-mode"> {event.mode}</span>}
        </span>
        {event.recipient !== null && (
          <>
            <span className="arrow" aria-hidden="true">
              {' → '}
            </span>
            <Taker text={text} reading={reading} taker={event.recipient} />
          </>
        )}
      </p>
      <p className="annotation-notes">
        {when && days ? (
          <span title={`${strings.whenPrecision[when.precision]}; ${strings.whenBasis[when.basis]}`}>
            {days}
          </span>
        ) : null}
        {event.where !== null && <span>{wordsAt(text, event.where)}</span>}
        <ModalityBadge modality={event.modality} />
        {event.auxiliaries.map((mode) => (
          <span key={mode} title={strings.auxiliaryMode[mode]}>
            {mode}
          </span>
        ))}
        {event.counts.map((count) => (
          <span key={count.start}>{strings.countInWords(count)}</span>
        ))}
        {event.cameo !== null && (
          <span title={event.goldstein === null ? undefined : strings.article.goldstein(event.goldstein)}>
            CAMEO {event.cameo}
          </span>
        )}
        {event.statement !== null && (
          <span>{strings.article.saidIn(toAnnotationAddress('statement', event.statement))}</span>
        )}
      </p>
      {event.condition !== null && (
        <p className="annotation-notes">
          {strings.article.onCondition(wordsAt(text, event.condition) ?? '')}
        </p>
      )}
    </div>
  )
}

/** Whom the words name, with the code of the field and what it was read from. */
function Taker({
  text,
  reading,
  taker,
}: {
  readonly text: string
  readonly reading: Reading
  readonly taker: Participant | null
}) {
  if (taker === null) return <span className="muted">{strings.unknown}</span>
  const actor = taker.actor === null ? undefined : reading.actors[taker.actor]
  const about =
    actor && [strings.actorKind[actor.kind], actor.role, actor.country].filter(Boolean).join(' · ')
  return (
    <span title={about || undefined}>
      <NameLink kind="actor" name={actor?.name ?? taker.entity}>
        {actor?.name ?? taker.entity ?? wordsAt(text, taker)}
      </NameLink>
      {taker.code !== null && <span className="actor-code"> {taker.code}</span>}
    </span>
  )
}
