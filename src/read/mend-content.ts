import type { PlacedStatement } from './place-drafts.ts'
import type { SentenceView } from './sentence-view.ts'
import { holds, inArticle, inSentence, overlap, type Page, sameRange, wordAt } from './statement-page.ts'
import type { TokenRange } from './token-range.ts'

/** What a cue attributes, by the networks, mended where the rules’ reading of the same cue shows a known kind of error. */
export function mendContent(
  { cue, content, source }: PlacedStatement,
  twin: PlacedStatement,
  view: SentenceView,
  page: Page,
): readonly TokenRange[] {
  const [first, theirs] = [content[0], twin.content[0]]
  if (!first || !theirs) return content
  const [end, theirEnd] = [content.at(-1)?.to ?? 0, twin.content.at(-1)?.to ?? 0]
  if (twin.kind === 'source-follows') {
    // “One option, according to an official, is an amnesty”: a part was taken for the whole clause.
    const holdsAll = content.every((part) => twin.content.some((own) => holds(own, part)))
    const apart = content.every((part) => twin.content.every((own) => !overlap(own, part)))
    const free = twin.content.filter((part) => !source || !overlap(part, source))
    const isRelative = /^(?:which|who)$/.test(wordAt(page, theirs.from))
    return holdsAll || apart || isRelative ? withoutOpening(free, first, view, page) : content
  }
  if (theirs.from >= cue.from) return content
  const [before, after, ...more] = twin.content
  // “Talks, Arce told | El Faro, are close”: whom he told was taken for what he told.
  const takesGap = after && first.from >= cue.to && first.from < after.from && overlap(first, after)
  if (before && takesGap && more.length === 0 && view.lower[after.from - view.firstToken - 1] === ',')
    return twin.content
  if (before && after && more.length === 0 && first.from >= cue.to && overlap(first, after)) {
    const half = firstHalf(before, after, cue, view, page)
    if (half) return [half, ...content]
  }
  // “Nothing has been signed, Dolt stressed, | and nothing will be”: only the first half was seen.
  const goesOn = before && after && more.length === 0 && content.length === 1 && sameRange(first, before)
  if (goesOn && after.from > cue.to && /^(?:and|but|or)$/.test(wordAt(page, after.from))) return twin.content
  // “Veresk will receive the envoy in Selgrad | on Wednesday, Dolt announced”: the end was left off.
  const sameStart = before && first.from >= before.from && first.from <= before.from + 1
  if (sameStart && content.length === 1 && first.to < before.to && before.to <= cue.from)
    return [{ from: first.from, to: before.to }]
  // “Veresk would come, the agency reported, as pressure grew”: what follows is the outlet’s.
  if (first.from >= cue.to && !overlap(first, theirs) && isAfterthought(first, page)) return [theirs]
  const sameEnd = theirs.to === first.to || theirEnd === end
  if (theirs.from < first.from && first.from < theirs.to && sameEnd && !(source && overlap(theirs, source)))
    return cutsClause({ from: theirs.from, to: first.from }, view) ? twin.content : content
  return content
}

/**
 * The half of a content that the networks left off where the attribution parts it: “Marsh promised nothing, the
 * official said, but ‘she didn’t hang up’”, “The talks, he said, were dead”, “who, he said, knew”; null where what
 * stands before only says when or how: “During the war, he said, nobody slept”.
 */
function firstHalf(
  before: TokenRange,
  after: TokenRange,
  cue: TokenRange,
  view: SentenceView,
  page: Page,
): TokenRange | null {
  if (!/^[,:]$/.test(wordAt(page, cue.to)) && wordAt(page, cue.to - 1) !== ':') return null
  const { from, to } = inSentence(before, view)
  for (const end of [to, to + 1])
    if (/^(?:who|which)$/.test(view.lower[end - 1] ?? '')) return inArticle({ from: end - 1, to: end }, view)
  const lacksSubject = /^(?:AUX|VERB)$/.test(view.upos[after.from - view.firstToken] ?? '')
  const opens = /^(?:ADP|SCONJ|ADV)$/.test(view.upos[from] ?? '') || view.lower[from] === 'asked'
  return lacksSubject || (!opens && holdsClause(view, from, to)) ? before : null
}

function holdsClause(view: SentenceView, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (view.deprels[k]?.startsWith('nsubj')) return true
  return false
}

const isAfterthought = ({ from }: TokenRange, page: Page) =>
  /^(?:as|while|after|amid|even|hours|days|when)$/i.test(wordAt(page, from))

/** A conjunction that opens the sentence belongs to the outlet unless the networks kept it. */
function withoutOpening(
  content: readonly TokenRange[],
  kept: TokenRange,
  view: SentenceView,
  page: Page,
): readonly TokenRange[] {
  const [first, ...rest] = content
  if (!first || first.from === kept.from || first.from !== view.firstToken + view.start) return content
  const opens = /^(?:and|but|yet|so)$/i.test(wordAt(page, first.from)) && first.to - first.from > 1
  return opens ? [{ from: first.from + 1, to: first.to }, ...rest] : content
}

/**
 * Whether words before a content belong to its clause: “Roake, 58, | will travel”, not “As it stands, | prices rise”.
 *
 * PolNeAR dev: such starts are exactly right in 12 of 29 cases as the rules have them, in 8 as the networks do.
 */
function cutsClause(before: TokenRange, view: SentenceView): boolean {
  const { from, to } = inSentence(before, view)
  if (view.words.slice(from, to).some((word) => /^[:;—]$/.test(word))) return false
  for (let k = from; k < to; k++) {
    const head = view.heads[k] ?? -1
    const isTop = head < from || head >= to
    if (isTop && !/^(?:cc|mark|advcl|advmod|punct|discourse)(?::|$)/.test(view.deprels[k] ?? '')) return true
  }
  return false
}
