import { canSpeak } from './can-speak.ts'
import { citesAt, withoutCited } from './cites-at.ts'
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
  const named = nounPhraseAfter(view, cue.to, cueTokens)
  if (!named) return null
  const source = withoutCited(view.lower, withModifier(view, named))
  const opensSentence =
    cue.from <= view.start + 1 && (cue.from === view.start || coordinators.has(view.lower[view.start] ?? ''))
  const content = opensSentence
    ? clauseAfter(view, cue, found, source)
    : trimContent(view, clauseBefore(view, cue, source))
  const relay = relayAfter(view, source.to, cueTokens)
  return content ? { cue, source, content, ...(relay ? { relay } : {}) } : null
}

/** “according to a person | briefed on the inquiry”, “officials | familiar with the matter”. */
function withModifier(view: SentenceView, { from, to }: TokenRange): TokenRange {
  // “According to Arce, | who leads the delegation, talks are close”
  const close = view.lower.indexOf(',', to + 1)
  if (view.lower[to] === ',' && view.lower[to + 1] === 'who' && close !== -1 && close - to < 20)
    return { from, to: close }
  const isModifier =
    /^(?:familiar|close|who)$/.test(view.lower[to] ?? '') ||
    (view.upos[to] === 'VERB' && view.deprels[to]?.startsWith('acl'))
  if (!view.parsed || !isModifier) return { from, to }
  for (let k = to; k < Math.min(view.wordEnd, to + 14); k++)
    if (/^[,;:—–]$/.test(view.lower[k] ?? '')) return { from, to: k }
  return view.wordEnd - to < 14 ? { from, to: view.wordEnd } : { from, to }
}

/** “According to MTA, as cited by Meridian Press, …”: Meridian Press passes MTA’s words on. */
function relayAfter(view: SentenceView, comma: number, cueTokens: ReadonlySet<number>): TokenRange | null {
  const [as = '', cited = '', by = ''] = view.lower.slice(comma + 1, comma + 4)
  const isAside = as === 'as' && /^(?:cited|quoted|reported|carried|relayed)$/.test(cited) && by === 'by'
  return isAside ? nounPhraseAfter(view, comma + 4, cueTokens) : null
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

/** “According to MTA, as cited by Meridian, Veresk …”, “…, citing the navy, …”: the aside is no content. */
function afterAside(view: SentenceView, from: number): number {
  const close = view.lower.indexOf(',', from)
  const isAside = view.lower[from] === 'as' || citesAt(view.lower, from) || citesAt(view.lower, from + 1)
  return isAside && close !== -1 && close - from < 10 ? close + 1 : from
}

function clauseBefore(view: SentenceView, cue: FoundCue, source: TokenRange): TokenRange {
  // “San Telmo, which, according to the envoy, ‘knows …’”: only what the relative clause says.
  const isRelative =
    view.lower[cue.from - 1] === ',' && /^(?:which|who)$/.test(view.lower[cue.from - 2] ?? '')
  const from = isRelative ? cue.from - 2 : view.start
  // “One option, according to the official, is …”: the clause goes on behind the attribution; “…, according to the
  // agency, and she left the room” tells what happened next.
  const goesOn =
    view.lower[source.to] === ',' &&
    view.lower[cue.from - 1] === ',' &&
    source.to + 1 < view.wordEnd &&
    !opensOwnClause(view, source.to + 1)
  return { from, to: goesOn ? view.wordEnd : cue.from }
}

const opensOwnClause = (view: SentenceView, k: number) =>
  /^(?:while|as|which|who|citing|quoting)$/.test(view.lower[k] ?? '') ||
  (/^(?:and|but)$/.test(view.lower[k] ?? '') && /^(?:he|she|they|it)$/.test(view.lower[k + 1] ?? ''))

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
  const says = (draft: StatementDraft) =>
    /^(?:verb|source-follows)$/.test(draft.cue.kind) && draft.source && draft.content
  // “MTA, citing the ministry, said …” before “MTA said …, citing the ministry”.
  const comma = /^(?:which|who)$/.test(view.lower[cue.from - 1] ?? '') ? cue.from - 2 : cue.from - 1
  const parts = (draft: StatementDraft) =>
    says(draft) && draft.source?.to === comma && (draft.cue.from > cue.from || comma < cue.from - 1)
  const relaying =
    others.find(parts) ??
    others.findLast((draft) => says(draft) && draft.cue.from < cue.from) ??
    (cue.from === view.start ? others.find(says) : undefined)
  if (!relaying?.source) return null
  return { cue, source, content: relaying.content, relay: relaying.source }
}
