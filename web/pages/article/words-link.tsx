import type { Span } from '../../../src/records/span.ts'
import { strings } from '../../strings.ts'
import { wordsAt } from './words-at.ts'

/** What the parts of an explanation do with their words in the text. */
export interface WordsActions {
  /** Lights words; null puts them out. */
  readonly onLight: (span: Span | null) => void
  /** Lights words and brings them into view. */
  readonly onChoose: (span: Span) => void
}

/** Words of the article that light up in the text when they are pointed at, and lead there when chosen. */
export function WordsLink({
  text,
  span,
  actions: { onLight, onChoose },
  tabIndex,
  className = '',
}: {
  readonly text: string
  readonly span: Span
  readonly actions: WordsActions
  readonly tabIndex?: number
  readonly className?: string
}) {
  const words = wordsAt(text, span) ?? ''
  return (
    <button
      type="button"
      className={`words-link ${className}`}
      title={strings.explain.wordsInText(words)}
      tabIndex={tabIndex}
      onPointerEnter={() => onLight(span)}
      onPointerLeave={() => onLight(null)}
      onFocus={() => onLight(span)}
      onBlur={() => onLight(null)}
      onClick={() => onChoose(span)}
    >
      {words}
    </button>
  )
}
