import { withoutCited } from './cites-at.ts'
import { mendContent } from './mend-content.ts'
import type { PlacedStatement } from './place-drafts.ts'
import {
  holds,
  inArticle,
  inSentence,
  overlap,
  type Page,
  quotationAt,
  sameRange,
  viewAt,
  wordAt,
} from './statement-page.ts'
import type { TokenRange } from './token-range.ts'

/**
 * Mends the kinds of error that the networks are known for, with the rules’ reading of the same cue as the guide.
 *
 * @param found what the networks found.
 * @param twin what the rules found at this cue; null where they found nothing.
 * @param relays the rules’ statements of the sentence that open with “according to”.
 */
export function mendAttribution(
  found: PlacedStatement,
  twin: PlacedStatement | null,
  relays: readonly PlacedStatement[],
  page: Page,
): PlacedStatement {
  const view = viewAt(page, found.cue.from)
  const attribution = { ...found, content: withoutFrame(found, page) }
  const source = withoutCitedIn(mendSource(attribution.source, twin, relays, page), page)
  if (!twin || !view) return withoutAntecedent({ ...attribution, source }, page)
  const isLonger = holds(twin.cue, attribution.cue)
  const takesAddressee = twin.cue.from === attribution.cue.from && twin.content[0]?.from === twin.cue.to
  if (twin.isPhrase && (isLonger || takesAddressee) && !sameRange(twin.cue, attribution.cue)) {
    // “declined | to rule out force” is read as one cue: what is attributed is force; and “called on both sides | to
    // stop” is read as the call, and as what both sides should do.
    return { ...attribution, source, cue: twin.cue, content: twin.content, cueModality: twin.cueModality }
  }
  const content = mendContent({ ...attribution, source }, twin, view, page)
  const own = withoutSource(content, source)
  return withoutAntecedent({ ...attribution, source, content: own, relay: twin.relay }, page)
}

/** “‘We saw smoke,’ one resident, who gave her name as Ana, said”: who speaks was taken for what is said, too. */
function withoutSource(content: readonly TokenRange[], source: TokenRange | null): readonly TokenRange[] {
  if (!source) return content
  const own = content.flatMap((part) => {
    if (sameRange(part, source)) return []
    const endsInIt = part.from < source.from && source.from < part.to && part.to <= source.to
    return endsInIt ? [{ from: part.from, to: source.from }] : [part]
  })
  return own.length > 0 ? own : content
}

/** “The ministry, which said | the bridge was safe”: whom “which” stands for is no part of what it said. */
function withoutAntecedent(statement: PlacedStatement, page: Page): PlacedStatement {
  const { source, cue, content } = statement
  const isRelative =
    source && source.to - source.from === 1 && /^(?:who|which)$/.test(wordAt(page, source.from))
  const after = content.filter(({ from }) => from >= cue.to)
  // “The general, | whom prosecutors accuse of theft, | has denied wrongdoing”
  const isBetween = source && content.some(({ from, to }) => from >= source.to && to <= cue.from)
  const own = (isRelative && cue.from - source.to < 3) || isBetween ? after : []
  if (own.length === 0) return statement
  return { ...statement, content: isRelative ? own.map((part) => beforeDash(part, source, page)) : own }
}

/** “Marsh — who argued that sanctions work | — lifted them”: the dash that opened the clause closes it. */
function beforeDash(part: TokenRange, source: TokenRange, page: Page): TokenRange {
  const dash = wordAt(page, source.from - 1)
  if (!/^[—–]$/.test(dash)) return part
  for (let k = part.from + 1; k < part.to; k++)
    if (wordAt(page, k) === dash) return { from: part.from, to: k }
  return part
}

/**
 * What stands between a cue and the words themselves: “a warning for | the opposition: ‘Do not test us’”, “What he
 * said | was that the ships would stay”, “‘…’ is | what Marsh told the council”.
 */
function withoutFrame({ cue, content }: PlacedStatement, page: Page): readonly TokenRange[] {
  if (content.length > 1) {
    const rest = content.filter(
      ({ from, to }) => to - from > 1 || wordAt(page, from).toLowerCase() !== 'what',
    )
    return rest.length === 1 && quotationAt(page, rest[0]?.from ?? -1) ? rest : content
  }
  const [only] = content
  if (!only || only.from < cue.to) return content
  if (/^(?:is|was)$/.test(wordAt(page, only.from)) && wordAt(page, only.from + 1) === 'that')
    return [{ from: only.from + 1, to: only.to }]
  for (let k = only.from + 1; k < Math.min(only.to - 1, only.from + 7); k++) {
    if (quotationAt(page, k)) return content
    if (wordAt(page, k) === ':' && quotationAt(page, k + 1)?.open === k + 1)
      return [{ from: k + 1, to: only.to }]
  }
  return content
}

function withoutCitedIn(source: TokenRange | null, page: Page): TokenRange | null {
  const view = source && viewAt(page, source.from)
  return view ? inArticle(withoutCited(view.lower, inSentence(source, view)), view) : source
}

function mendSource(
  source: TokenRange | null,
  twin: PlacedStatement | null,
  relays: readonly PlacedStatement[],
  page: Page,
): TokenRange | null {
  if (!source) return twin?.source ?? null
  // “A spokesman, | who asked not to be named, said …”: the one who asked is the spokesman.
  const isClause = source.to - source.from > 2 && /^(?:who|which)$/.test(wordAt(page, source.from))
  if (isClause && twin?.source && overlap(twin.source, source)) return twin.source
  // “According to Belta, Lukashenko told …”: one source was made of two.
  if (twin?.source && relays.some((relay) => relay.source && overlap(relay.source, source)))
    return twin.source
  // “Correction, 22 November: An earlier version said …”: what stands before a colon is a heading.
  for (let k = source.to - 2; k > source.from; k--)
    if (wordAt(page, k) === ':') return { from: k + 1, to: source.to }
  return source
}
