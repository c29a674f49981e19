import { canSpeak } from './can-speak.ts'
import { contentEnd, trimContent } from './find-content.ts'
import { nounPhraseAfter } from './find-noun-phrase.ts'
import type { FoundCue } from './found-cue.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'
import type { TokenRange } from './token-range.ts'
import { coordinators } from './word-classes.ts'

/** “According to the army, …”, “…, according to the army”: the source follows the cue. */
export function draftAccordingTo(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
): StatementDraft | null {
  const source = nounPhraseAfter(view, cue.to, cueTokens)
  if (!source) return null
  const opensSentence =
    cue.from <= view.start + 1 && (cue.from === view.start || coordinators.has(view.lower[view.start] ?? ''))
  const content = opensSentence
    ? clauseAfter(view, cue, found, source)
    : trimContent(view, clauseBefore(view, cue, source))
  return content ? { cue, source, content } : null
}

function clauseAfter(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  source: TokenRange,
): TokenRange | null {
  const comma = view.lower.indexOf(',', source.to)
  if (comma === -1 || comma - source.to > 4) return null
  const others = found.filter(({ kind }) => kind !== 'verb')
  const from = afterAside(view, comma + 1)
  return trimContent(view, { from, to: contentEnd(view, from, cue, others) })
}

/** “According to MTA, as cited by Meridian, Veresk …”: the aside is no content. */
function afterAside(view: SentenceView, from: number): number {
  const close = view.lower.indexOf(',', from)
  return view.lower[from] === 'as' && close !== -1 && close - from < 10 ? close + 1 : from
}

function clauseBefore(view: SentenceView, cue: FoundCue, source: TokenRange): TokenRange {
  // “San Telmo, which, according to the envoy, ‘knows …’”: only what the relative clause says.
  const isRelative =
    view.lower[cue.from - 1] === ',' && /^(?:which|who)$/.test(view.lower[cue.from - 2] ?? '')
  const from = isRelative ? cue.from - 2 : view.start
  // “One option, according to the official, is …”: the clause goes on behind the attribution.
  const goesOn =
    view.lower[source.to] === ',' && view.lower[cue.from - 1] === ',' && source.to + 1 < view.wordEnd
  return { from, to: goesOn ? view.wordEnd : cue.from }
}

/**
 * “The road is shut, the paper said, citing the police”, “Citing the police, the paper said …”: the police say it, the
 * paper relays it. Who cites something to justify what it does reports nobody: “refused, citing the vote of 2018”.
 */
export function draftCiting(
  view: SentenceView,
  cue: FoundCue,
  cueTokens: ReadonlySet<number>,
  others: readonly StatementDraft[],
): StatementDraft | null {
  const source = nounPhraseAfter(view, cue.to, cueTokens)
  if (!source || !canSpeak(view, source)) return null
  const says = (draft: StatementDraft) => draft.cue.kind === 'verb' && draft.source && draft.content
  const relaying =
    others.findLast((draft) => says(draft) && draft.cue.from < cue.from) ??
    (cue.from === view.start ? others.find(says) : undefined)
  if (!relaying?.source) return null
  return { cue, source, content: relaying.content, relay: relaying.source }
}
