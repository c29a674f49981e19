import type { Event } from '../../records/reading.ts'
import type { Resources } from '../../records/resources.ts'
import { viewSentences } from '../sentence-view.ts'
import { describeEvent, openSurroundings } from './describe-event.ts'
import type { EventAnnotations } from './event-annotations.ts'
import { findArguments } from './find-arguments.ts'
import { findDeeds } from './find-deeds.ts'
import { homeCountry } from './home-country.ts'
import { isToldAsReal } from './is-told-as-real.ts'
import { mergeEvents } from './merge-events.ts'
import { openParties } from './open-parties.ts'
import { openTree } from './open-tree.ts'

/**
 * Codes who did what to whom over the parse: one event per happening, however often the article tells it, its mentions
 * kept as evidence. Prefers missing an event to inventing one. Time is linear in the text.
 *
 * @param day the article’s, ISO 8601; null where nobody knows it.
 */
export function codeEvents(
  text: string,
  annotations: EventAnnotations,
  day: string | null,
  { codebook, countries, cues }: Pick<Resources, 'codebook' | 'countries' | 'cues'>,
): Event[] {
  const parties = openParties(text, annotations, countries, codebook)
  const surroundings = openSurroundings(text, annotations, day, cues)
  const events: Event[] = []
  const views = viewSentences(text, annotations.sentences, [])
  const home = homeCountry(views[0], annotations.mentions, annotations.cast)
  for (const view of views) {
    if (!view.parsed) continue
    const tree = openTree(view)
    if (!isToldAsReal(tree)) continue
    const own = parties.in(tree)
    for (const deed of findDeeds(tree, codebook, (i) => own.partyOf(i) !== null)) {
      for (const pair of findArguments(tree, deed, own, codebook, { isPublic: parties.isPublic, home })) {
        events.push(...describeEvent(surroundings, tree, deed, pair, codebook))
      }
    }
  }
  return mergeEvents(events)
}
