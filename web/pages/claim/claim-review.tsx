import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Claim } from '../../../src/records/claim.ts'
import { claimQuery } from '../../client/claims.ts'
import { claimReviewQuery, useGiveReview } from '../../client/reviews.ts'
import { ReviewLine } from '../../review/review-line.tsx'
import { strings } from '../../strings.ts'
import './claim-review.css'
import { useUser } from '../../use-user.ts'
import { CopyJudging } from './copy-judging.tsx'
import { LetterTable } from './letter-table.tsx'
import { MergeSearch } from './merge-search.tsx'
import { SplitForm } from './split-form.tsx'

const { claimReview: words } = strings

/** What people say of a claim, and for whoever may judge the ways to say more. */
export function ClaimReview({ claim }: { readonly claim: Claim }) {
  const { data } = useQuery(claimReviewQuery(claim.id))
  const review = useGiveReview()
  const mayReview = useUser().may('review')
  const acts = data?.acts ?? []
  const grade = acts.findLast(({ act }) => act.kind === 'grade-claim')?.act
  return (
    <section className="claim-review" aria-labelledby="review">
      <h2 id="review">{words.heading}</h2>
      {acts.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <ul>
          {acts.map((logged) => (
            <li key={logged.act.id}>
              <ReviewLine logged={logged} review={review} />
            </li>
          ))}
        </ul>
      )}
      {review.error && (
        <p className="failed" role="alert">
          {review.error.message}
        </p>
      )}
      {mayReview && (
        <GradeAndNote
          claim={claim}
          grade={grade?.kind === 'grade-claim' ? grade.grade : null}
          review={review}
        />
      )}
      <LetterTable claim={claim} letters={data?.letters ?? []} review={review} />
      {mayReview && <Belonging claim={claim} review={review} />}
      <p className="claim-review-acts">
        {mayReview && <WholeJudging claim={claim} review={review} />}
        <Link to="/review" search={{ claim: claim.id }}>
          {words.log}
        </Link>
      </p>
    </section>
  )
}

interface Judging {
  readonly claim: Claim
  readonly review: ReturnType<typeof useGiveReview>
}

/** The grade beside what is proposed, and words of one’s own. */
function GradeAndNote({ claim, grade, review }: Judging & { readonly grade: number | null }) {
  const [note, setNote] = useState('')
  return (
    <>
      <p className={grade === null ? 'on-screen' : undefined}>
        <label>
          {words.grade}{' '}
          <select
            value={grade ?? ''}
            disabled={review.isPending}
            onChange={(event) =>
              review.mutate({
                kind: 'grade-claim',
                claim: claim.id,
                grade: event.target.value === '' ? null : Number(event.target.value),
              })
            }
          >
            <option value="">{words.noGrade}</option>
            {[1, 2, 3, 4, 5, 6].map((each) => (
              <option key={each} value={each}>
                {each} {strings.claim.gradeMeaning(each)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <form
        className="note-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (note.trim() === '') return
          review.mutate(
            { kind: 'note', claim: claim.id, words: note.trim() },
            { onSuccess: () => setNote('') },
          )
        }}
      >
        <label>
          <span>{words.note}</span>
          <textarea rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        <button type="submit" disabled={review.isPending || note.trim() === ''}>
          {words.saveNote}
        </button>
      </form>
    </>
  )
}

/** What belongs to the claim, and whose copies are none. */
function Belonging({ claim, review }: Judging) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return (
    <>
      <details>
        <summary>{words.merge}</summary>
        <MergeSearch
          claim={claim}
          isPending={review.isPending}
          onMerge={(other) =>
            review.mutate(
              { kind: 'merge', claim: claim.id, with: other },
              {
                // The earlier of the two gives the claim its id.
                onSuccess: () =>
                  queryClient
                    .fetchQuery({ ...claimQuery(claim.id), staleTime: 0 })
                    .catch(() => navigate({ to: '/claims/$id', params: { id: other } })),
              },
            )
          }
        />
      </details>
      {claim.reports.length > 1 && (
        <details>
          <summary>{words.split}</summary>
          <SplitForm
            claim={claim}
            isPending={review.isPending}
            onSplit={(reports) => review.mutate({ kind: 'split', claim: claim.id, reports: [...reports] })}
          />
        </details>
      )}
      <CopyJudging claim={claim} review={review} />
    </>
  )
}

/** Every report of it at once. */
function WholeJudging({ claim, review }: Judging) {
  const navigate = useNavigate()
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        disabled={review.isPending}
        onClick={() => review.mutate({ kind: 'accept-claim', claim: claim.id })}
      >
        {words.accept}
      </button>
      <button
        type="button"
        className="quiet-button"
        disabled={review.isPending}
        onClick={() =>
          review.mutate(
            { kind: 'reject-claim', claim: claim.id },
            { onSuccess: () => navigate({ to: '/review', search: {} }) },
          )
        }
      >
        {words.reject}
      </button>
    </>
  )
}
