import type { Actor, Participant } from '../../records/reading.ts'
import type { Span } from '../../records/span.ts'
import type { FoundActor } from './found-actor.ts'
import { type ActorsInput, openPage, type Page } from './page.ts'
import { toPhrase } from './phrase.ts'
import { openResolver } from './resolve-phrase.ts'
import { toCode } from './standing.ts'

/** Who is who in one article; grows as it is asked. */
export interface Actors {
  /**
   * Index in `list()` of whom the words of a noun phrase mean, as they act or are acted on; null where they tell
   * nobody: a thing, a list of several, a pronoun that nothing explains. The same words give the same index; phrases
   * that mean one actor share it.
   */
  at(span: Span): number | null
  /** The one who takes part in an event in these words; null where `at` gives null. */
  participant(span: Span): Participant | null
  /** The country of whom the words mean, where any do; nobody is added to the list. */
  countryOf(span: Span): string | null
  /** Their code, likewise. */
  codeOf(span: Span): string | null
  /** All that were asked for, in the order in which they were first met; indices never change. */
  list(): readonly Actor[]
}

/** Opens the actors of an article; `page` where it is open already. */
export function openActors(input: ActorsInput, page: Page = openPage(input)): Actors {
  const resolve = openResolver(page)
  const found: FoundActor[] = []
  const spans: Span[][] = []
  const byKey = new Map<string, number>()
  const asked = new Map<string, number | null>()

  /** “the ambassador” is the one ambassador told of before; of two it may be either, and stays apart. */
  const alreadyMet = ({ key, kind, office }: FoundActor): number | undefined => {
    if (kind !== 'person' || office === null || !key.startsWith('office:---:')) return undefined
    const same = found.flatMap((other, index) =>
      other.kind === 'person' && other.office === office && other.key.startsWith('office:') ? [index] : [],
    )
    return same.length === 1 ? same[0] : undefined
  }
  const add = (actor: FoundActor): number => {
    const known = byKey.get(actor.key) ?? alreadyMet(actor)
    if (known !== undefined) {
      const first = found[known]
      if (first && toCode(first.standing) === null) found[known] = { ...first, standing: actor.standing }
      return known
    }
    byKey.set(actor.key, found.length)
    spans.push([])
    return found.push(actor) - 1
  }
  const at = (span: Span): number | null => {
    const place = `${span.start}-${span.end}`
    const before = asked.get(place)
    if (before !== undefined) return before
    const phrase = toPhrase(page, span)
    const actor = phrase && resolve(phrase)
    const index = actor ? add(actor) : null
    if (index !== null) spans[index]?.push({ start: span.start, end: span.end })
    asked.set(place, index)
    return index
  }
  const standingOf = (span: Span) => {
    const phrase = toPhrase(page, span)
    return (phrase && resolve(phrase)?.standing) ?? null
  }
  const toActor = (actor: FoundActor, index: number): Actor => ({
    kind: actor.kind,
    name: actor.name,
    role: actor.role,
    country: actor.standing.country,
    code: toCode(actor.standing),
    wikidata: actor.wikidata,
    count: actor.count,
    basis: actor.basis,
    spans: withoutHolders(spans[index] ?? []),
  })
  return {
    at,
    participant: ({ start, end }) => {
      const index = at({ start, end })
      const actor = index === null ? undefined : found[index]
      if (!actor) return null
      return {
        start,
        end,
        entity: actor.name ?? fullestWords({ start, end }, spans[index ?? -1] ?? [], page.text),
        country: actor.standing.country,
        code: toCode(actor.standing),
        actor: index,
      }
    },
    countryOf: (span) => standingOf(span)?.country ?? null,
    codeOf: (span) => {
      const standing = standingOf(span)
      return standing && toCode(standing)
    },
    list: () => found.map(toActor),
  }
}

/** The words themselves; for “his administration” the first that say whose it is, where any do. */
function fullestWords(span: Span, spans: readonly Span[], text: string): string {
  const words = text.slice(span.start, span.end)
  if (!/^(?:his|her|its|their|my|our)\s/i.test(words)) return words
  const fuller = spans.find(
    ({ start, end }) => !/^(?:his|her|its|their|my|our)\s/i.test(text.slice(start, end)),
  )
  return fuller ? text.slice(fuller.start, fuller.end) : words
}

/** In order of the text, without those that hold another: of “the Kremlin” and “Kremlin” the name is enough. */
function withoutHolders(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => a.end - b.end || b.start - a.start)) {
    const last = kept.at(-1)
    if (!last || last.start < span.start || last.end <= span.start) kept.push(span)
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end)
}
