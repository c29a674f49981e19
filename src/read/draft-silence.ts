import { contentEnd, trimContent } from './find-content.ts'
import { phraseOf } from './find-parsed-subject.ts'
import { enquiries } from './find-unanswered.ts'
import type { FoundCue } from './found-cue.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'
import type { TokenRange } from './token-range.ts'
import { prepositions, timeNouns } from './word-classes.ts'

const asking = /^(?:whether|if|how|why|what|who|when|where|which)$/

/** How far behind a cue the question may begin: “did not respond to two emails from the paper about whether …”. */
const reach = 16

/**
 * What nobody would comment on: the question that follows, or the one that was asked in the same sentence, or the
 * matter behind “on” and “about”; null where none is named.
 */
export function silentAbout(
  view: SentenceView,
  cue: FoundCue,
  source: TokenRange | null,
  found: readonly FoundCue[],
  earlier: readonly StatementDraft[],
): TokenRange | null {
  const question = questionAfter(view, cue)
  if (question !== -1)
    return trimContent(view, { from: question, to: contentEnd(view, question, cue, found) })
  // “Which matters he meant he did not explain.”
  const opening = view.lower[view.start] ?? ''
  if (source && /^(?:which|what|whether|how|why|who)$/.test(opening) && source.from > view.start + 1)
    return trimContent(view, { from: view.start, to: source.from })
  const asked = earlier.findLast(({ content }) => content && asking.test(view.lower[content.from] ?? ''))
  if (asked) return asked.content
  return matterAfter(view, cue, found)
}

function questionAfter(view: SentenceView, cue: FoundCue): number {
  const end = Math.min(view.wordEnd, cue.to + reach)
  for (let k = cue.to; k < end; k++) {
    const word = view.lower[k] ?? ''
    if (/^[,;:—–]$/.test(word)) return -1
    const before = view.lower[k - 1] ?? ''
    if (asking.test(word) && (k === cue.to || word === 'whether' || word === 'if' || before === 'about'))
      return k
    if (
      asking.test(word) &&
      /(?:say|tell|explain|disclose|specify|reveal|confirm)$/.test(view.lower[cue.to - 1] ?? '')
    )
      return k
  }
  return -1
}

/** “on the letter”, “about its plans”, “discuss his advice”; “to requests for comment” names no matter. */
function matterAfter(view: SentenceView, cue: FoundCue, found: readonly FoundCue[]): TokenRange | null {
  const from = matterStart(view, cue)
  if (from === -1 || from >= view.wordEnd) return null
  const head = headOf(view, from)
  const to = head === -1 ? contentEnd(view, from, cue, found) : Math.max(from + 1, phraseOf(view, head).to)
  // “on the invitation by Friday morning”: when is no part of what.
  const time = view.lower.findIndex(
    (word, k) => k > from && k < to && prepositions.has(word) && timeNouns.has(view.lower[k + 1] ?? ''),
  )
  return trimContent(view, { from, to: time === -1 ? to : time })
}

function matterStart(view: SentenceView, cue: FoundCue): number {
  // “could not verify | the footage”
  if (/^(?:discuss|verify|confirm|authenticate|corroborate)$/.test(view.lower[cue.to - 1] ?? ''))
    return cue.to
  if (view.lower[cue.from] === 'referred') return -1
  for (let k = cue.to; k < Math.min(view.wordEnd, cue.to + reach); k++) {
    const word = view.lower[k] ?? ''
    if (/^[,;:—–]$/.test(word)) break
    if (/^(?:on|about|regarding)$/.test(word) && !timeNouns.has(view.lower[k + 1] ?? '')) return k + 1
  }
  return view.lower[cue.to] === 'to' && !namesEnquiry(view, cue.to + 1) ? cue.to + 1 : -1
}

const namesEnquiry = (view: SentenceView, from: number) =>
  view.lower.slice(from, from + 8).some((word) => enquiries.test(word))

/** The noun that the parse puts at the head of a phrase beginning at `from`. */
function headOf(view: SentenceView, from: number): number {
  if (!view.parsed) return -1
  let head = from
  while ((view.heads[head] ?? -1) >= from && (view.heads[head] ?? -1) < view.wordEnd && head - from < 12)
    head = view.heads[head] ?? -1
  return head
}
