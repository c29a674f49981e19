import type { LoggedAct } from '../../src/records/review.ts'
import type { useGiveReview } from '../client/reviews.ts'
import { strings } from '../strings.ts'
import { ToldTime } from '../told-time.tsx'
import { useUser } from '../use-user.ts'
import { describeAct } from './describe-act.ts'

/** One act: what was said, by whom and when, and for whoever may judge the way to undo it. */
export function ReviewLine({
  logged,
  review,
}: {
  readonly logged: LoggedAct
  readonly review: ReturnType<typeof useGiveReview>
}) {
  const { act } = logged
  const mayReview = useUser().may('review')
  return (
    <span className="review-line">
      <span>{describeAct(act)}</span>{' '}
      <span className="muted">
        {strings.review.by(act.by)} <ToldTime at={act.at} />
      </span>{' '}
      {mayReview && (
        <button
          type="button"
          className="quiet-button"
          aria-label={strings.review.undoOf(describeAct(act))}
          disabled={review.isPending}
          onClick={() => review.mutate({ kind: 'undo', act: act.id })}
        >
          {strings.review.undo}
        </button>
      )}
    </span>
  )
}
