import { silentAbout } from './draft-silence.ts'
import { contentEnd, trimContent } from './find-content.ts'
import { nounPhraseAfter } from './find-noun-phrase.ts'
import { findSubjectHead, phraseOf } from './find-parsed-subject.ts'
import type { FoundCue } from './found-cue.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'
import type { TokenRange } from './token-range.ts'
import { coordinators } from './word-classes.ts'

/**
 * “No comment was available from the embassy”, “Calls to the port went unanswered”, “The footage could not be
 * verified”: the silent one is named beside the cue, or nowhere.
 */
export function draftUnanswered(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
  earlier: readonly StatementDraft[],
): StatementDraft | null {
  if (cue.unanswered?.kind === 'check') return draftUnchecked(view, cue, found)
  const source = behind(view, cue, cueTokens) ?? asked(view, cue, cueTokens)
  // “Calls went unanswered”: whoever was called, it need not have been about the news.
  if (!source && cue.unanswered?.kind === 'enquiry' && !seeksComment(view, cue)) return null
  return { cue, source, content: silentAbout(view, cue, source, found, earlier) }
}

/** “… from the embassy”. */
function behind(view: SentenceView, cue: FoundCue, cueTokens: ReadonlySet<number>): TokenRange | null {
  const from = view.lower.slice(cue.to, cue.to + 4).findIndex((word) => word === 'from' || word === 'by')
  if (from === -1 || view.lower.slice(cue.to, cue.to + from).some((word) => /^[,;:]$/.test(word))) return null
  return nounPhraseAfter(view, cue.to + from + 1, cueTokens)
}

/** “Calls to the ministry …”, “A message left with his office …”: who was asked. */
function asked(view: SentenceView, cue: FoundCue, cueTokens: ReadonlySet<number>): TokenRange | null {
  const enquiry = cue.unanswered?.enquiry ?? -1
  if (enquiry === -1) return null
  for (const preposition of [/^to$/, /^(?:with|at|from)$/])
    for (let k = enquiry + 1; k < cue.from - 1; k++) {
      if (!preposition.test(view.lower[k] ?? '')) continue
      const named = nounPhraseAfter(view, k + 1, cueTokens)
      if (!named) continue
      // “put the question to the mayor’s office | and got no answer”
      const end = Math.min(named.to, cue.from)
      return { from: named.from, to: coordinators.has(view.lower[end - 1] ?? '') ? end - 1 : end }
    }
  return null
}

const seeksComment = (view: SentenceView, cue: FoundCue) =>
  view.lower.slice(cue.unanswered?.enquiry ?? cue.from, cue.from).includes('comment')

/** “The footage could not be independently verified”, “It could not be learned whether …”: nobody vouches for it. */
function draftUnchecked(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
): StatementDraft | null {
  if (/^(?:whether|if|that|how|why|what|who|when|where)$/.test(view.lower[cue.to] ?? '')) {
    const content = trimContent(view, { from: cue.to, to: contentEnd(view, cue.to, cue, found) })
    return content && { cue, source: null, content }
  }
  const verb = cue.to - 1
  const head = findSubjectHead(view, verb)
  if (head === -1 || head >= cue.from) return null
  const { from, to } = phraseOf(view, head, verb)
  return { cue, source: null, content: { from, to: Math.min(to, cue.from) } }
}
