import type { Mention, Reference, Statement } from '../records/reading.ts'
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
    // “his office” begins with a reference and is none.
    const meant = reference?.end === source.end ? reference.mention : null
    const index = findNamedSource(text, source, mentions) ?? meant
    const mention = index === null ? undefined : mentions[index]
    return mention ? { ...statement, sourceEntity: mention.entity } : statement
  })
}
