import type { Mention } from '../../records/reading.ts'
import type { Actors } from '../actors/open-actors.ts'
import type { SentenceView } from '../sentence-view.ts'
import { datelineEnd } from './dateline-end.ts'

/** How many names are looked at: enough for any article, and a bound on hostile ones. */
const most = 400

/**
 * Whose an article’s police and protesters are, where it says “the police” and no more: the one country that it names, or
 * the dateline’s where at least half of its names are that country’s; null where nothing tells plainly.
 */
export function homeCountry(
  first: SentenceView | undefined,
  mentions: readonly Mention[],
  cast: Actors | null,
): string | null {
  if (!first || !cast) return null
  const bodyStart = first.sentence.tokens[Math.max(first.start, datelineEnd(first))]?.start ?? 0
  const named = new Map<string, number>()
  let [dateline, all]: [string | null, number] = [null, 0]
  for (const mention of mentions.slice(0, most)) {
    if (mention.type === 'ORG') continue // an agency that reports is nobody’s home
    const country = cast.countryOf(mention)
    if (country === null) continue
    if (mention.end <= bodyStart) {
      dateline ??= country
      continue
    }
    all++
    named.set(country, (named.get(country) ?? 0) + 1)
  }
  const [only = null] = named.keys()
  if (named.size === 1 && (dateline === null || dateline === only)) return only
  return dateline !== null && 2 * (named.get(dateline) ?? 0) >= all ? dateline : null
}
