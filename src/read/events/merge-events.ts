import type { Event, Participant } from '../../records/reading.ts'
import type { Span } from '../../records/span.ts'

/**
 * Merges the mentions of one happening: same type, parties that can be the same, times and places that do not differ.
 *
 * What a later mention tells more exactly (a day, a place, a finer code) is kept; every mention stays as evidence. Events
 * are in order of their first mention.
 */
export function mergeEvents(events: readonly Event[]): Event[] {
  const merged: (Event & { evidence: Span[] })[] = []
  const places = new Map<string, number[]>()
  for (const event of events) {
    const key = `${event.type}|${sideOf(event.actor)}|${sideOf(event.recipient)}`
    const candidates = places.get(key) ?? []
    // Only the latest few: a long list of strikes by one army stays a list, and time stays linear.
    const at = candidates.slice(-8).find((k) => isOne(merged[k], event))
    const known = at === undefined ? undefined : merged[at]
    if (at !== undefined && known) {
      const [told] = event.evidence
      const last = known.evidence.at(-1)
      if (told && (told.start !== last?.start || told.end !== last.end)) known.evidence.push(told)
      merged[at] = { ...join(known, event), evidence: known.evidence }
      continue
    }
    merged.push({ ...event, evidence: [...event.evidence] })
    places.set(key, [...candidates.slice(-7), merged.length - 1])
  }
  return merged
}

const sideOf = (participant: Participant | null) =>
  participant === null
    ? ''
    : (participant.code ?? participant.entity?.toLowerCase() ?? `${participant.start}`)

function isOne(known: Event | undefined, event: Event): boolean {
  if (!known) return false
  if (isUndone(known) !== isUndone(event)) return false
  if (!isSameName(known.actor, event.actor) || !isSameName(known.recipient, event.recipient)) return false
  return (
    known.when === null ||
    event.when === null ||
    ((known.when.from ?? '') <= (event.when.to ?? '9') && (event.when.from ?? '') <= (known.when.to ?? '9'))
  )
}

const isUndone = ({ modality }: Event) => modality === 'denied' || modality === 'negated'

/** Two that share a country may be one where either is the country itself or a nameless part of it. */
function isSameName(a: Participant | null, b: Participant | null): boolean {
  if (a === null || b === null) return a === b
  return a.entity === b.entity || a.code !== null
}

function join(known: Event, event: Event): Event {
  const isFiner = (event.cameo?.length ?? 0) > (known.cameo?.length ?? 0)
  const finer = isFiner ? event : known
  return {
    ...known,
    mode: finer.mode,
    cameo: finer.cameo,
    goldstein: finer.goldstein,
    contexts: event.contexts.every((each) => known.contexts.includes(each))
      ? known.contexts
      : [...new Set([...known.contexts, ...event.contexts])],
    when: known.when ?? event.when,
    where: known.where ?? event.where,
    instrument: known.instrument ?? event.instrument,
    counts: known.counts.length > 0 ? known.counts : event.counts,
    evidence: known.evidence,
  }
}
