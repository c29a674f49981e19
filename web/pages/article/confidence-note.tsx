import { strings } from '../../strings.ts'

/** How surely something was read, in as few signs as will do; the tooltip says what the number is not. */
export function ConfidenceNote({ confidence }: { readonly confidence: number | null }) {
  return (
    <span
      className="confidence"
      title={confidence === null ? strings.confidence.byRulesMeaning : strings.confidence.meaning}
    >
      {confidence === null ? strings.confidence.byRules : formatConfidence(confidence)}
    </span>
  )
}

/** Two digits; never 1.00, which no calibration can promise. */
export const formatConfidence = (confidence: number): string => Math.min(confidence, 0.99).toFixed(2)
