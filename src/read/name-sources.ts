import type { Mention, Statement } from '../records/reading.ts'
import type { Span } from '../records/span.ts'

/**
 * Says who each source is, by the fullest name in the article: “Marsh” and “the mayor, Helen Marsh” are Helen Marsh.
 *
 * Only a name that is the source counts: “a spokesman for Marsh” and “Marsh’s office” are not Marsh, and stay unnamed.
 */
export function nameSources(
  text: string,
  statements: readonly Statement[],
  mentions: readonly Mention[],
): Statement[] {
  return statements.map((statement) => {
    const { source } = statement
    const named = source && mentions.find((mention) => isWholly(text, source, mention))
    return named ? { ...statement, sourceEntity: named.entity } : statement
  })
}

/** Whether the source is this name, its article and role before it, and what is said of it after a comma behind it. */
function isWholly(text: string, source: Span, { start, end, role, type }: Mention): boolean {
  if (type === 'MISC' || start < source.start || end > source.end) return false
  const from = role && role.end <= start && role.start >= source.start ? role.start : start
  const before = text.slice(source.start, from)
  const between = role && from === role.start ? text.slice(role.end, start) : ''
  return (
    /^(?:(?:the|an?|its|his|her|their)\s+)?$/i.test(before) &&
    /^,?\s*$/.test(between) &&
    (end === source.end || text[end] === ',')
  )
}
