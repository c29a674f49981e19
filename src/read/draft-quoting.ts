import { contentEnd, contentStartAfter, trimContent } from './find-content.ts'
import { contentBefore } from './find-content-before.ts'
import { subjectBefore } from './find-subject.ts'
import type { FoundCue } from './found-cue.ts'
import { restAfterTag } from './rest-after-tag.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'

/** “…,” MTA quoted Veresk as saying; “Veresk was quoted by MTA as saying …”: the one quoted speaks, the other relays. */
export function draftQuoting(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
): StatementDraft | null {
  const subject = subjectBefore(view, cue.from, cueTokens)
  const named = { from: cue.from + 1, to: view.lower[cue.to - 1] === ':' ? cue.to - 1 : cue.to - 2 }
  const isBy = view.lower[named.from] === 'by'
  // “…, Veresk was quoted as saying, after …”: who quotes is not named.
  const isPassive = named.to === named.from || isBy
  const relay = isBy ? { ...named, from: named.from + 1 } : isPassive ? null : subject
  const source = isPassive ? subject : named
  if (!source) return null
  const start = contentStartAfter(view, cue)
  const before = subject && contentBefore(view, subject.from, true, false)
  const rest = before ? restAfterTag(view, cue.to) : -1
  const content =
    before ??
    (start === -1 ? null : trimContent(view, { from: start, to: contentEnd(view, start, cue, found) }))
  if (!content) return null
  return {
    cue: { ...cue, to: cue.from + 1 },
    source,
    content: rest === -1 ? content : { from: content.from, to: contentEnd(view, rest, cue, found) },
    ...(rest === -1 ? {} : { gap: { from: content.to, to: rest } }),
    ...(relay ? { relay } : {}),
  }
}
