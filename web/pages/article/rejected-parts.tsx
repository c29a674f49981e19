import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Article } from '../../../src/records/article.ts'
import { articleReviewQuery, useGiveReview } from '../../client/reviews.ts'
import { ReviewLine } from '../../review/review-line.tsx'
import { strings } from '../../strings.ts'
import { useUser } from '../../use-user.ts'
import { PartForm, type PartValues } from './part-form.tsx'
import './part-review.css'

/** Below the list: what was rejected and what is no longer found, which the list cannot show; and what the machine missed. */
export function RejectedParts({ article }: { readonly article: Article }) {
  const { data } = useQuery(articleReviewQuery(article.id))
  const [added, setAdded] = useState<PartValues | null>(null)
  const review = useGiveReview()
  const mayReview = useUser().may('review')
  const gone = new Set([
    ...(data?.marks ?? []).filter(({ index }) => index === null).map(({ act }) => act),
    ...(data?.missed ?? []),
  ])
  const acts = data?.acts.filter(({ act }) => gone.has(act.id)) ?? []
  if (acts.length === 0 && !mayReview) return null
  return (
    <section className="rejected-parts" aria-label={strings.review.gone}>
      {acts.length > 0 && (
        <>
          <h2>{strings.review.gone}</h2>
          <ul>
            {acts.map((logged) => (
              <li key={logged.act.id}>
                {'target' in logged.act && <q>{logged.act.target.words}</q>}{' '}
                <ReviewLine logged={logged} review={review} />
                {data?.missed.includes(logged.act.id) && (
                  <span className="muted"> {strings.review.missed}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayReview && (
        <p className="part-form-acts">
          {(['statement', 'event', 'mention'] as const).map((part) => (
            <button
              key={part}
              type="button"
              className="quiet-button"
              onClick={() => setAdded(part === added?.part ? null : emptyPart[part])}
            >
              {strings.review.add[part]}
            </button>
          ))}
        </p>
      )}
      {added && (
        <PartForm
          key={added.part}
          article={article}
          start={added}
          near={0}
          isPending={review.isPending}
          onCancel={() => setAdded(null)}
          onSave={(said) =>
            review.mutate({ kind: 'add', article: article.id, said }, { onSuccess: () => setAdded(null) })
          }
        />
      )}
      {review.error && (
        <p className="failed" role="alert">
          {review.error.message}
        </p>
      )}
    </section>
  )
}

const emptyPart: Readonly<Record<PartValues['part'], PartValues>> = {
  statement: {
    part: 'statement',
    type: null,
    modality: null,
    spans: { source: null, cue: null, content: null },
  },
  event: {
    part: 'event',
    type: null,
    modality: null,
    spans: { actor: null, recipient: null, where: null, evidence: null },
  },
  mention: { part: 'mention', type: null, modality: null, spans: { span: null } },
}
