import { useLayoutEffect, useRef } from 'react'
import type { Article } from '../../../src/records/article.ts'
import type { Reading } from '../../../src/records/reading.ts'
import { CiteButton } from '../../citation/cite-button.tsx'
import { ModalityBadge } from '../../modality-badge.tsx'
import { NameLink } from '../../name-link.tsx'
import { strings } from '../../strings.ts'
import { type AnnotationAddress, parseAnnotationAddress } from './annotation-address.ts'
import { bringIntoView, findBarBottom, rowIdOf } from './bring-into-view.ts'
import { ConfidenceNote } from './confidence-note.tsx'
import { describeDays } from './describe-days.ts'
import { describeSource } from './describe-source.ts'
import { describeVia } from './describe-via.ts'
import { findCited } from './find-cited.ts'
import { PartReview } from './part-review.tsx'
import { placeCard } from './place-card.ts'
import { SentenceLink } from './sentence-link.tsx'
import { pressInRow } from './use-review-keys.ts'
import { contentAt, wordsAt } from './words-at.ts'

/** What is known of one statement, beside the line that it was pointed at in; a sheet on narrow screens. */
export function StatementCard({
  id,
  address,
  line,
  article,
  reading,
  onEnter,
  onLeave,
  onClose,
}: {
  readonly id: string
  readonly address: AnnotationAddress
  /** In the coordinates of the viewport. */
  readonly line: DOMRect
  readonly article: Article
  readonly reading: Reading
  readonly onEnter: () => void
  readonly onLeave: () => void
  readonly onClose: () => void
}) {
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = card.current
    const column = element?.offsetParent
    const frame = column?.getBoundingClientRect()
    if (!element || !column || !frame) return
    const words = [...column.querySelectorAll('[class*="on-"]')].flatMap((mark) => [...mark.getClientRects()])
    const { left, top } = placeCard(
      { width: element.offsetWidth, height: element.offsetHeight },
      line,
      words,
      { left: frame.left, right: frame.right, top: findBarBottom(), bottom: window.innerHeight },
    )
    element.style.setProperty('--card-top', `${top - frame.top}px`)
    element.style.setProperty('--card-left', `${left - frame.left}px`)
  }, [line])

  const { text } = article
  const cited = findCited(reading, address)
  const ordinal = parseAnnotationAddress(address)?.ordinal ?? -1
  const { statements } = reading
  const statement = statements[ordinal]
  if (statement === undefined) return null
  const source = wordsAt(text, statement.source)
  const content = contentAt(text, statement)
  const condition = wordsAt(text, statement.condition)
  const addressee = wordsAt(text, statement.addressee)
  const days = describeDays(statement.when)
  const who = describeSource(text, reading, statement)
  const speaker =
    statement.sourceActor === null ? null : (reading.actors[statement.sourceActor]?.name ?? null)
  const via = describeVia(text, statements, ordinal)
  const goToRow = () => {
    onClose()
    document.getElementById(rowIdOf(address))?.focus({ preventScroll: true })
    bringIntoView(rowIdOf(address))
  }
  return (
    <div
      ref={card}
      id={id}
      role="note"
      className="statement-card"
      onPointerEnter={onEnter}
      onPointerLeave={(event) => event.pointerType === 'mouse' && onLeave()}
    >
      <header>
        <span className="annotation-address">{address}</span>
        <span title={strings.kindMeaning[statement.kind]}>{strings.kind[statement.kind]}</span>
        <ModalityBadge modality={statement.modality} />
        <ConfidenceNote confidence={statement.confidence} />
        <SentenceLink sentence={statement.sentence} label={strings.explain.howOf(address)}>
          {strings.explain.howShort}
        </SentenceLink>
        <button
          type="button"
          className="quiet-button card-close"
          aria-label={strings.close}
          onClick={onClose}
        >
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <dl>
        <dt>{strings.article.source}</dt>
        <dd>
          {source === null ? (
            <span className="muted">{strings.article.nobodyNamed}</span>
          ) : (
            <NameLink kind="actor" name={speaker}>
              <span className="mark-source">{source}</span>
            </NameLink>
          )}
          {who !== null && <span className="source-entity"> — {who}</span>}
        </dd>
        <dt>{strings.article.cue}</dt>
        <dd>
          <span className="mark-cue">{wordsAt(text, statement.cue)}</span>
        </dd>
        <dt>{strings.article.content}</dt>
        <dd className="card-content">
          {content ?? <span className="muted">{strings.article.noWords}</span>}
        </dd>
        {condition !== null && (
          <>
            <dt>{strings.article.condition}</dt>
            <dd>{condition}</dd>
          </>
        )}
        {addressee !== null && (
          <>
            <dt>{strings.article.addressee}</dt>
            <dd>{addressee}</dd>
          </>
        )}
        {days !== null && (
          <>
            <dt>{strings.article.day}</dt>
            <dd>{days}</dd>
          </>
        )}
        {via.length > 0 && (
          <>
            <dt>{strings.article.viaLabel}</dt>
            <dd>{via.join(', ')}</dd>
          </>
        )}
      </dl>
      <PartReview
        article={article}
        reading={reading}
        part="statement"
        index={ordinal}
        name={address}
        // The form takes words that are selected in the text, which a card lies over.
        onCorrect={() => {
          goToRow()
          pressInRow(address, 'correct')
        }}
      >
        {cited && <CiteButton articleId={article.id} span={cited} of={address} />}
      </PartReview>
      <p className="card-to-row">
        <button type="button" className="quiet-button" onClick={goToRow}>
          {strings.article.toRow}
        </button>
      </p>
    </div>
  )
}
