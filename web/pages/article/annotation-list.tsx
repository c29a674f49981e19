import type { ReactNode } from 'react'
import type { Article } from '../../../src/records/article.ts'
import type { Reading } from '../../../src/records/reading.ts'
import { CiteButton } from '../../citation/cite-button.tsx'
import { useCiteKey } from '../../citation/use-cite-key.ts'
import { strings } from '../../strings.ts'
import { type AnnotationAddress, parseAnnotationAddress, toAnnotationAddress } from './annotation-address.ts'
import { bringHeadingIntoView, rowIdOf } from './bring-into-view.ts'
import { CodeLegend } from './code-legend.tsx'
import { EventRow } from './event-row.tsx'
import { findCited } from './find-cited.ts'
import { isMouseMoving } from './is-mouse-moving.ts'
import { PartReview } from './part-review.tsx'
import { RejectedParts } from './rejected-parts.tsx'
import { SentenceLink } from './sentence-link.tsx'
import { StatementRow } from './statement-row.tsx'
import { useReviewKeys } from './use-review-keys.ts'

/** What was read in the article, row by row; a row lights its words, and leads to them. */
export function AnnotationList({
  article,
  reading,
  current,
  onLight,
  onChoose,
}: {
  readonly article: Article
  readonly reading: Reading
  readonly current: AnnotationAddress | null
  readonly onLight: (address: AnnotationAddress | null, how: 'pointer' | 'focus') => void
  readonly onChoose: (address: AnnotationAddress, how: 'pointer' | 'key') => void
}) {
  useReviewKeys(current)
  useCiteKey(() => (current === null ? null : document.getElementById(rowIdOf(current))?.closest('li')))
  const row = (address: AnnotationAddress, content: ReactNode) => {
    const cited = findCited(reading, address)
    const { part, index } = partOf(address)
    const sentence = part === 'statement' ? reading.statements[index]?.sentence : undefined
    return (
      <li
        key={address}
        className={address === current ? 'annotation-row current' : 'annotation-row'}
        onPointerMove={(event) => isMouseMoving(event) && address !== current && onLight(address, 'pointer')}
      >
        <a
          id={rowIdOf(address)}
          className="annotation-address"
          href={`#${address}`}
          aria-label={strings.article.wordsOf(address)}
          aria-current={address === current ? 'true' : undefined}
          onFocus={() => onLight(address, 'focus')}
          onBlur={() => onLight(null, 'focus')}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onChoose(address, event.detail === 0 ? 'key' : 'pointer')
          }}
        >
          {address}
        </a>
        {content}
        <PartReview article={article} reading={reading} name={address} part={part} index={index}>
          {sentence !== undefined && (
            <SentenceLink sentence={sentence} label={strings.explain.howOf(address)}>
              {strings.explain.howShort}
            </SentenceLink>
          )}
          {cited && (
            <CiteButton
              key={`${cited.start}-${cited.end}`}
              articleId={article.id}
              span={cited}
              of={address}
            />
          )}
        </PartReview>
      </li>
    )
  }
  return (
    <aside
      className="annotation-list"
      aria-label={strings.article.said}
      onPointerLeave={(event) => event.pointerType === 'mouse' && onLight(null, 'pointer')}
    >
      <nav className="list-parts" aria-label={strings.article.said}>
        <PartLink id="statements" name={strings.article.statements} n={reading.statements.length} />
        <PartLink id="events" name={strings.article.events} n={reading.events.length} />
      </nav>
      <h2 id="statements" tabIndex={-1}>
        {strings.article.statements}
      </h2>
      {reading.statements.length === 0 && <p className="muted">{strings.article.noStatements}</p>}
      <ol>
        {reading.statements.map((_, ordinal) =>
          row(
            toAnnotationAddress('statement', ordinal),
            <StatementRow text={article.text} reading={reading} ordinal={ordinal} />,
          ),
        )}
      </ol>
      <h2 id="events" tabIndex={-1}>
        {strings.article.events}
      </h2>
      {reading.events.length === 0 && <p className="muted">{strings.article.noEvents}</p>}
      <ol>
        {reading.events.map((event, ordinal) =>
          row(
            toAnnotationAddress('event', ordinal),
            <EventRow text={article.text} reading={reading} event={event} />,
          ),
        )}
      </ol>
      <RejectedParts article={article} />
      <CodeLegend reading={reading} />
    </aside>
  )
}

function partOf(address: AnnotationAddress) {
  const { kind = 'statement', ordinal = -1 } = parseAnnotationAddress(address) ?? {}
  return { part: kind, index: ordinal } as const
}

/** Leads to a part of the list: the events stand under statements that may be many. */
function PartLink({ id, name, n }: { readonly id: string; readonly name: string; readonly n: number }) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        bringHeadingIntoView(id)
      }}
    >
      {name} <span className="muted">{n}</span>
    </a>
  )
}
