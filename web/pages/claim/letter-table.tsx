import type { Claim } from '../../../src/records/claim.ts'
import type { Letter } from '../../../src/records/review.ts'
import type { ClaimReview } from '../../../src/records/review-request.ts'
import type { useGiveReview } from '../../client/reviews.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'

const { claimReview: words } = strings

/** Everybody whom the claim rests on or who prints it, with the Admiralty letter that an analyst gave them. */
export function LetterTable({
  claim,
  letters,
  review,
}: {
  readonly claim: Claim
  readonly letters: ClaimReview['letters']
  readonly review: ReturnType<typeof useGiveReview>
}) {
  const names = [
    ...new Set([...claim.provenance.origins.flatMap(({ name }) => name ?? []), ...claim.outlets]),
  ]
  if (names.length === 0) return null
  return (
    <table className="rows letter-table">
      <caption>{words.letters}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.letter}</th>
          <th scope="col">{words.givenBy}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const given = letters.find((each) => each.name === name)
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <select
                  aria-label={words.letterOf(name)}
                  value={given?.letter ?? ''}
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
              </td>
              <td className="muted">
                {given && (
                  <>
                    {given.by} <ToldTime at={given.at} />
                  </>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
