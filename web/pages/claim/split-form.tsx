import { useState } from 'react'
import type { Claim } from '../../../src/records/claim.ts'
import { strings } from '../../strings.ts'

const { claimReview: words } = strings

/** Chooses the reports that tell something else. */
export function SplitForm({
  claim,
  isPending,
  onSplit,
}: {
  readonly claim: Claim
  readonly isPending: boolean
  readonly onSplit: (reports: ReadonlySet<string>) => void
}) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  // What was ticked may be elsewhere by now.
  const chosen = new Set(claim.reports.map(({ id }) => id).filter((id) => ticked.has(id)))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSplit(chosen)
        setTicked(new Set())
      }}
    >
      <fieldset className="split-form">
        <legend>{words.splitLegend}</legend>
        {claim.reports.map(({ id, outlet, sentenceText }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => {
                const next = new Set(chosen)
                if (event.target.checked) next.add(id)
                else next.delete(id)
                setTicked(next)
              }}
            />
            <span>
              {outlet ?? strings.articleList.noOutlet}: {sentenceText}
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" disabled={isPending || chosen.size === 0 || chosen.size === claim.reports.length}>
        {words.splitOff}
      </button>
    </form>
  )
}
