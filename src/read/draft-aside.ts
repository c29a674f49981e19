import { asideStart } from './aside-start.ts'
import { trimContent } from './find-content.ts'
import { nounPhraseAfter } from './find-noun-phrase.ts'
import type { FoundCue } from './found-cue.ts'
import { opensQuotation } from './has-complement.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'

const noTokens: ReadonlySet<number> = new Set()

/**
 * “The dam, as one engineer put it, is ‘a promise’”: the words around the aside, or the quotation alone where one
 * follows: “ended in, as she put it, ‘a mess’”.
 */
export function draftAside(view: SentenceView, cue: FoundCue): StatementDraft | null {
  const open = asideStart(view, cue.from)
  const named = nounPhraseAfter(view, open + 1, noTokens)
  if (open === -1 || !named || named.to > cue.from) return null
  const source = { from: named.from, to: cue.from }
  const close = asideEnd(view, cue.to)
  if (opensQuotation(view, close)) {
    let to = close + 1
    while (to < view.words.length && view.quoted[to] === view.quoted[close]) to++
    return { cue, source, content: { from: close, to } }
  }
  const startsAnew = open === view.start || subjectFollows(view, cue.from, close)
  const content = trimContent(view, { from: startsAnew ? close : view.start, to: view.wordEnd })
  return content && { cue, source, content, gap: { from: open, to: close } }
}

/** Past “in a statement” to the comma or the quotation. */
function asideEnd(view: SentenceView, from: number): number {
  for (let k = from; k < Math.min(view.wordEnd, from + 14); k++) {
    if (opensQuotation(view, k)) return k
    if (/^[,:]$/.test(view.lower[k] ?? '')) return k + 1
  }
  return from
}

/** “It is late because, as she put it, the clock is broken”: only what has its subject after the aside is hers. */
function subjectFollows(view: SentenceView, verb: number, from: number): boolean {
  const clause = view.heads[verb] ?? -1
  if (!view.parsed || clause < from) return false
  for (let k = from; k < clause; k++)
    if (view.heads[k] === clause && view.deprels[k]?.startsWith('nsubj')) return true
  return false
}
