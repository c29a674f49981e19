import { useQuery } from '@tanstack/react-query'
import { claimReviewQuery } from '../../client/reviews.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'

const { claimReview: words } = strings

/** The grade that an analyst gave a claim last, beside the proposed one, and how many notes there are; nothing without. */
export function GivenGrade({ claimId }: { readonly claimId: string }) {
  const { data } = useQuery(claimReviewQuery(claimId))
  const last = data?.acts.findLast(({ act }) => act.kind === 'grade-claim')?.act
  const notes = data?.acts.filter(({ act }) => act.kind === 'note').length ?? 0
  const grade = last?.kind === 'grade-claim' ? last.grade : null
  if (grade === null && notes === 0) return null
  return (
    <p className="credibility given-grade">
      {grade !== null && last && (
        <>
          <strong>
            {strings.claim.grade(grade)}, {strings.claim.gradeMeaning(grade)}
          </strong>
          <span className="muted">
            {words.givenByWhom(last.by)} <ToldTime at={last.at} />
          </span>
        </>
      )}
      {notes > 0 && <a href="#review">{words.notes(notes)}</a>}
    </p>
  )
}
