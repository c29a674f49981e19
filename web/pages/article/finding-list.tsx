import type { ReactNode } from 'react'
import type { Span } from '../../../src/records/span.ts'
import { type WordsActions, WordsLink } from './words-link.tsx'

/** One thing that was found in a sentence: its words, then what it is. */
export interface Finding {
  readonly span: Span
  readonly kind: ReactNode
  readonly notes: readonly ReactNode[]
}

/** A list of what was found under its heading; nothing when nothing was. */
export function FindingList({
  heading,
  text,
  findings,
  actions,
}: {
  readonly heading: string
  readonly text: string
  readonly findings: readonly Finding[]
  readonly actions: WordsActions
}) {
  if (findings.length === 0) return null
  return (
    <section className="findings" aria-label={heading}>
      <h3>{heading}</h3>
      <ul>
        {findings.map(({ span, kind, notes }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same words, and they never move.
          <li key={i}>
            <WordsLink text={text} span={span} actions={actions} />
            <span className="finding-kind">{kind}</span>
            {notes.map((note, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: notes never move.
              <span key={i}>{note}</span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
