import { nounPhraseAfter } from './find-noun-phrase.ts'
import { phraseOf } from './find-parsed-subject.ts'
import type { FoundCue } from './found-cue.ts'
import { opensQuotation } from './has-complement.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'
import { auxiliaries } from './word-classes.ts'

const noTokens: ReadonlySet<number> = new Set()

/** Tokens; no name is longer. */
const reach = 24

/** “what Aldany calls an invasion”: Aldany’s word is the name it gives, and the rest of the clause is the outlet’s. */
export function draftNaming(view: SentenceView, cue: FoundCue): StatementDraft | null {
  const what = view.lower.lastIndexOf('what', cue.from - 2)
  let last = cue.from - 1
  while (last > what && auxiliaries.has(view.lower[last] ?? '')) last--
  const source = { from: what + 1, to: last + 1 }
  const start = view.lower[cue.to] === 'as' ? cue.to + 1 : cue.to
  if (what === -1 || source.from >= source.to) return null
  const to = opensQuotation(view, start) ? quotationEnd(view, start) : nameEnd(view, start)
  return to > start ? { cue: { ...cue, to: start }, source, content: { from: start, to } } : null
}

function quotationEnd(view: SentenceView, start: number): number {
  let to = start
  while (to < view.words.length && view.quoted[to] === view.quoted[start]) to++
  return to
}

function nameEnd(view: SentenceView, start: number): number {
  const words = nounPhraseAfter(view, start, noTokens)?.to ?? start
  if (!view.parsed) return words
  // “an operation against smugglers”, “a ‘rescue’”: the parse knows how far the noun’s phrase runs.
  let head = start
  for (let steps = 0; steps < reach && (view.heads[head] ?? -1) >= start; steps++)
    head = view.heads[head] ?? -1
  const parsed = phraseOf(view, head)
  return parsed.from >= start && parsed.to - start <= reach ? Math.max(parsed.to, words) : words
}
