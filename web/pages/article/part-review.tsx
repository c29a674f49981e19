import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Article } from '../../../src/records/article.ts'
import type { Reading } from '../../../src/records/reading.ts'
import type { ReviewPart } from '../../../src/records/review.ts'
import { articleReviewQuery, useGiveReview } from '../../client/reviews.ts'
import { ReviewLine } from '../../review/review-line.tsx'
import { strings } from '../../strings.ts'
import { useUser } from '../../use-user.ts'
import { PartForm } from './part-form.tsx'
import './part-review.css'

/** What can be said of a statement, an event or a mention, what was said of it and by whom, and the form to correct it. */
export function PartReview({
  article,
  reading,
  part,
  index,
  name,
  onCorrect,
  children,
}: {
  readonly article: Article
  readonly reading: Reading
  readonly part: ReviewPart
  readonly index: number
  /** For those who hear the buttons: “s3”. */
  readonly name: string
  /** Opens the form elsewhere, where there is no room for it here. */
  readonly onCorrect?: () => void
  /** What else can be done with it. */
  readonly children?: ReactNode
}) {
  const { data } = useQuery(articleReviewQuery(article.id))
  // By its words: which number a part has changes under the form when somebody rejects one before it.
  const [openAt, setOpenAt] = useState<string | null>(null)
  const review = useGiveReview()
  const mayReview = useUser().may('review')
  const span = headOf(reading, part, index)
  if (span === null) return null
  const place = `${span.start}-${span.end}`
  const isOpen = openAt === place
  const ids = new Set(
    data?.marks.filter((mark) => mark.part === part && mark.index === index).map(({ act }) => act),
  )
  const acts = data?.acts.filter(({ act }) => ids.has(act.id)) ?? []
  const target = { article: article.id, part, index, span }
  const button = (kind: 'accept' | 'correct' | 'reject', act: () => void) => (
    <button
      type="button"
      className="quiet-button"
      data-review={kind}
      aria-label={strings.review.actOn(strings.review.acts[kind], name)}
      aria-expanded={kind === 'correct' && !onCorrect ? isOpen : undefined}
      disabled={review.isPending}
      onClick={act}
    >
      {strings.review.acts[kind]}
    </button>
  )
  return (
    <div className="part-review">
      {acts.map((logged) => (
        <ReviewLine key={logged.act.id} logged={logged} review={review} />
      ))}
      <span className="review-acts">
        {mayReview && (
          <>
            {button('accept', () => review.mutate({ kind: 'accept', ...target }))}
            {button('correct', onCorrect ?? (() => setOpenAt(isOpen ? null : place)))}
            {button('reject', () => review.mutate({ kind: 'reject', ...target }))}
          </>
        )}
        {children}
      </span>
      {review.error && (
        <p className="failed" role="alert">
          {review.error.message}
        </p>
      )}
      {isOpen && (
        <PartForm
          article={article}
          start={{ part, ...valuesOf(reading, part, index) }}
          near={span.start}
          isPending={review.isPending}
          onCancel={() => setOpenAt(null)}
          onSave={(said) =>
            review.mutate({ kind: 'correct', ...target, said }, { onSuccess: () => setOpenAt(null) })
          }
        />
      )}
    </div>
  )
}

/** The words that tell a part from others; null where there are none. */
function headOf({ mentions, statements, events }: Reading, part: ReviewPart, index: number) {
  const event = events[index]
  const span =
    part === 'mention'
      ? mentions[index]
      : part === 'statement'
        ? statements[index]?.cue
        : (event?.trigger ?? event?.evidence[0])
  return span ? { start: span.start, end: span.end } : null
}

/** What a part says today. */
function valuesOf({ mentions, statements, events }: Reading, part: ReviewPart, index: number) {
  const [mention, statement, event] = [mentions[index], statements[index], events[index]]
  if (part === 'mention' && mention) return { type: mention.type, modality: null, spans: { span: mention } }
  if (part === 'statement' && statement)
    return {
      type: null,
      modality: statement.modality,
      spans: { source: statement.source, cue: statement.cue, content: statement.content },
    }
  const evidence = event?.evidence ?? []
  return {
    type: event?.type ?? null,
    days: event?.when ?? null,
    modality: event?.modality ?? null,
    spans: {
      actor: event?.actor ?? null,
      recipient: event?.recipient ?? null,
      where: event?.where ?? null,
      evidence:
        evidence.length === 0
          ? null
          : {
              start: Math.min(...evidence.map(({ start }) => start)),
              end: Math.max(...evidence.map(({ end }) => end)),
            },
    },
  }
}
