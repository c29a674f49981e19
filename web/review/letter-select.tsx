import type { Letter } from '../../src/records/review.ts'
import type { useGiveReview } from '../client/reviews.ts'
import { strings } from '../strings.ts'
import { useUser } from '../use-user.ts'

const { claimReview: words } = strings

/**
 * The Admiralty letter that an analyst gives to an outlet, an agency, a person or a body; choosing one gives it. Words
 * alone for whoever may not judge.
 */
export function LetterSelect({
  name,
  letter,
  review,
}: {
  readonly name: string
  /** As it was given last; null for none. */
  readonly letter: string | null
  readonly review: ReturnType<typeof useGiveReview>
}) {
  if (!useUser().may('review')) return letter ?? strings.outletList.noGrade
  return (
    <select
      aria-label={words.letterOf(name)}
      value={letter ?? ''}
      disabled={review.isPending}
      onChange={(event) =>
        review.mutate({
          kind: 'grade-origin',
          name,
          letter: event.target.value === '' ? null : (event.target.value as Letter),
        })
      }
    >
      <option value="">{words.noLetter}</option>
      {Object.entries(words.letterMeaning).map(([letter, meaning]) => (
        <option key={letter} value={letter}>
          {letter} {meaning}
        </option>
      ))}
    </select>
  )
}
