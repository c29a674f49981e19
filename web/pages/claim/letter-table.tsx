import type { Claim } from '../../../src/records/claim.ts'
import type { ClaimReview } from '../../../src/records/review-request.ts'
import type { useGiveReview } from '../../client/reviews.ts'
import { LetterSelect } from '../../review/letter-select.tsx'
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
    <table className={letters.length === 0 ? 'rows letter-table on-screen' : 'rows letter-table'}>
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
            <tr key={name} className={given ? undefined : 'on-screen'}>
              <th scope="row">{name}</th>
              <td>
                <LetterSelect name={name} letter={given?.letter ?? null} review={review} />
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
