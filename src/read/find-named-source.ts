import type { Mention } from '../records/reading.ts'
import type { Span } from '../records/span.ts'

/**
 * The index of the mention that a source is, its article and role before it and what is said of it behind it: “Marsh”,
 * “the mayor, Helen Marsh”; null where the source is somebody else (“a spokesman for Marsh”, “Marsh’s office”) or several.
 */
export function findNamedSource(text: string, source: Span, mentions: readonly Mention[]): number | null {
  for (let index = firstFrom(mentions, source.start); index < mentions.length; index++) {
    const mention = mentions[index] as Mention
    if (mention.start >= source.end) return null
    if (!isWholly(text, source, mention)) continue
    return opensList(text, source, mention, mentions[index + 1]) ? null : index
  }
  return null
}

/** Index of the first mention that starts at or after an offset; mentions stand in order of the text. */
function firstFrom(mentions: readonly Mention[], offset: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle] as Mention).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the name is the first of several that speak together: “Marsh, Veresk and Dorn”, “Marsh, and her ministers”. */
function opensList(text: string, source: Span, { end, type }: Mention, next: Mention | undefined): boolean {
  if (/^,?\s+(?:and|or)\s/.test(text.slice(end, end + 8))) return end < source.end
  if (!next || next.type !== type || next.end > source.end) return false
  const from = next.role && next.role.end <= next.start ? next.role.start : next.start
  if (from < end || !/^,\s+$/.test(text.slice(end, from))) return false
  const behind = text.slice(next.end, Math.min(next.end + 8, source.end))
  // A place after a place is more often what it lies in: “Tarn, Morvenia, said”.
  return /^,?\s+(?:and|or)\s/.test(behind) || (type !== 'GPE' && /^,\s/.test(behind))
}

/** Whether the source is this name, its article and role before it, and what is said of it after a comma behind it. */
function isWholly(text: string, source: Span, { start, end, role, type }: Mention): boolean {
  if (type === 'MISC' || start < source.start || end > source.end) return false
  const from = role && role.end <= start && role.start >= source.start ? role.start : start
  const before = text.slice(source.start, from)
  const between = role && from === role.start ? text.slice(role.end, start) : ''
  return (
    (/^(?:(?:the|an?|its|his|her|their)\s+)?$/i.test(before) || (type === 'ORG' && saysWhat(before))) &&
    /^,?\s*$/.test(between) &&
    (end === source.end || text[end] === ',')
  )
}

/** What a body is, right before its name: “the state news agency Belta”. */
function saysWhat(before: string): boolean {
  return (
    before.length <= 60 &&
    /^(?:[\p{L}-]+\s+){0,4}(?:agency|newspaper|daily|broadcaster|company|network|channel|outlet|website|portal|newswire|firm|bank|party|group|operator|watchdog)\s+$/u.test(
      before,
    )
  )
}
