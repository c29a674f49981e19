import { clauseAround } from './clause-around.ts'
import { contentEnd, trimContent } from './find-content.ts'
import { phraseOf } from './find-parsed-subject.ts'
import type { FoundCue } from './found-cue.ts'
import { questionStart } from './question-start.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'
import { negations } from './word-classes.ts'

/** “It was reported that …”, “Asked whether …, she …”, “No arrangement has been announced”: nobody is named. */
export function draftPassive(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
): StatementDraft | null {
  const next = view.lower[cue.to] ?? ''
  if (cue.isQuestion) {
    const start = Math.max(cue.to, questionStart(view, cue.to))
    const comma = view.lower.indexOf(',', start)
    const to = comma === -1 ? contentEnd(view, start, cue, found) : comma
    const content = trimContent(view, { from: view.lower[start] === 'about' ? start + 1 : start, to })
    return content ? { cue, source: null, content } : null
  }
  const verb = cue.to - 1
  const subject = view.heads.findIndex((head, k) => head === verb && view.deprels[k] === 'nsubj:pass')
  if (view.lower[verb] === 'accused') return draftAccused(view, cue, found, subject)
  if (next !== 'that' && next !== 'to') {
    if (subject === -1) return null
    const content = phraseOf(view, subject, verb)
    const words = [...view.lower.slice(cue.from, cue.to), view.lower[content.from] ?? '']
    const negated = words.some((word) => negations.has(word))
    return {
      cue: negated ? { ...cue, modality: unsaid(view.lower[verb] ?? '') } : cue,
      source: null,
      content,
    }
  }
  // “is said to have fled”: who fled stands before the cue.
  const raised = subject === -1 ? clauseAround(view, cue).from : phraseOf(view, subject, verb).from
  const start = next === 'that' ? cue.to : Math.min(raised, cue.from)
  const content = trimContent(view, { from: start, to: contentEnd(view, cue.to, cue, found) })
  return content ? { cue, source: null, content } : null
}

/** “The government is accused by critics of hiding the dead”: critics say so, or nobody who is named. */
function draftAccused(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  subject: number,
): StatementDraft | null {
  if (subject === -1) return null
  const accused = phraseOf(view, subject, cue.to - 1)
  const of = view.lower.indexOf('of', cue.to)
  if (of === -1 || of - cue.to > 12 || accused.to > cue.from) return null
  const source = view.lower[cue.to] === 'by' ? { from: cue.to + 1, to: of } : null
  const content = trimContent(view, { from: accused.from, to: contentEnd(view, of, cue, found) })
  return content && { cue, source, content, gap: { from: accused.to, to: of } }
}

/** What nobody has announced nobody has spoken of; what is not confirmed may have been said, and is not asserted. */
const unsaid = (verb: string) =>
  /^(?:announced|disclosed|revealed|reported)$/.test(verb) ? 'no-comment' : null
