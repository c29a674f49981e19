import type { Mention, Reference, Statement } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import { findNamedSource } from './find-named-source.ts'

/**
 * Says who each source is, by the fullest name in the article: “Marsh” and “the mayor, Helen Marsh” are Helen Marsh, and
 * so is the “she”, the “who” or “the mayor” that means her.
 *
 * Only what is the source counts: “a spokesman for Marsh”, “Marsh’s office” and “her office” are not Marsh, and stay
 * unnamed.
 */
export function nameSources(
  text: string,
  statements: readonly Statement[],
  mentions: readonly Mention[],
  references: readonly Reference[],
): Statement[] {
  const byStart = new Map(references.map((reference) => [reference.start, reference]))
  return statements.map((statement) => {
    const { source } = statement
    if (!source) return statement
    const reference = byStart.get(source.start)
    const meant = reference && isWholly(text, source, reference) ? reference.mention : null
    const index = findNamedSource(text, source, mentions) ?? meant
    const mention = index === null ? undefined : mentions[index]
    return mention ? { ...statement, sourceEntity: mention.entity } : statement
  })
}

/** How much of what follows a reference is looked at. */
const longestOpener = 12

/** “The envoy, who left on Monday,” is the envoy; “his office” and “the envoy’s plan” begin with somebody and are not them. */
function isWholly(text: string, source: Span, { end, kind }: Reference): boolean {
  if (kind === 'possessive' || end >= source.end) return kind !== 'possessive' && end === source.end
  const behind = text.slice(end, Math.min(source.end, end + longestOpener))
  return /^,\s+(?:who|whom|whose|speaking)\b/.test(behind)
}
