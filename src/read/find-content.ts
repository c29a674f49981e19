import { isAdverb, isVerbLike } from './find-noun-phrase.ts'
import { subjectBefore } from './find-subject.ts'
import type { FoundCue } from './found-cue.ts'
import { hasComplement, opensQuotation, startsInfinitive } from './has-complement.ts'
import type { SentenceView } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'
import { appositionOpeners, coordinators, prepositions, timeNouns } from './word-classes.ts'

const noTokens: ReadonlySet<number> = new Set()

/**
 * Where what a cue attributes begins after it: past adverbs, times, asides and the addressee; -1 when
 * nothing that fits the cue’s frames follows.
 */
export function contentStartAfter(view: SentenceView, cue: FoundCue): number {
  let k = cue.to
  const asks = /^(?:whether|how|why|what|who|when|where)$/.test(view.lower[k] ?? '')
  if (cue.frames.has('a') && !(asks && cue.frames.has('w'))) {
    const afterAddressee = findAfterAddressee(view, cue)
    if (afterAddressee !== -1) return afterAddressee
  }
  const frames = new Set([...cue.frames].filter((frame) => frame !== 'a'))
  for (let moved = true; moved; ) {
    moved = false
    while (isAdverb(view.lower[k]) && view.lower[k] !== 'not') {
      k++
      moved = true
    }
    const end = asideEnd(view, k)
    if (end > k) {
      k = end
      moved = true
    }
  }
  if (view.lower[k] === ',' && opensQuotation(view, k + 1)) return k + 1
  if (view.lower[k] === ':') return frames.has('q') ? k + 1 : -1
  if (view.lower[k] === ',') k = afterParenthesis(view, k)
  return hasComplement(view, k, frames) ? k : -1
}

/** “reported on Friday, citing two officials, that …”: what stands between the commas is no content. */
function afterParenthesis(view: SentenceView, comma: number): number {
  const close = view.lower.indexOf(',', comma + 1)
  return close !== -1 && close - comma < 14 && view.lower[close + 1] === 'that' ? close + 1 : comma
}

/** “said on Thursday that”, “said in a statement that”, “said Thursday”: the aside is no content. */
function asideEnd(view: SentenceView, k: number): number {
  const word = view.lower[k] ?? ''
  if (timeNouns.has(word)) return k + 1
  if (/^(?:last|earlier|late|early|this|next)$/.test(word) && timeNouns.has(view.lower[k + 1] ?? ''))
    return k + 2
  if (!prepositions.has(word) || word === 'about' || word === 'of') return k
  for (let j = k + 1; j < Math.min(view.wordEnd, k + 14); j++) {
    const later = view.lower[j] ?? ''
    if (later === 'that' || later === ':' || opensQuotation(view, j)) return j
    if (later === ',') return opensQuotation(view, j + 1) ? j : k
    if (timeNouns.has(later) && !prepositions.has(view.lower[j + 1] ?? '')) return j + 1
  }
  return k
}

/** “told reporters in Selgrad that …”, “informed President Marsh that …”, “urged both sides to …”. */
function findAfterAddressee(view: SentenceView, cue: FoundCue): number {
  for (let j = cue.to + 1; j < Math.min(view.wordEnd, cue.to + 16); j++) {
    const word = view.lower[j] ?? ''
    if (word === 'that' && cue.frames.has('t')) return j
    // “urged | Morvenia to withdraw”: who should withdraw is part of what was urged. “asked for help or agreed to go”
    // asks nobody to go.
    if (cue.frames.has('i') && startsInfinitive(view, j)) return mayBeAsked(view, cue.to, j) ? cue.to : -1
    if (cue.frames.has('w') && /^(?:whether|how|why|what)$/.test(word)) return j
    if (word === ':') return j + 1
    if (word === ',' && opensQuotation(view, j + 1)) return j + 1
    if (opensQuotation(view, j)) return j
    const goesOn =
      appositionOpeners.has(view.lower[j + 1] ?? '') ||
      /^\p{Lu}/u.test(view.words[j + 1] ?? '') ||
      view.lower[j + 1] === 'that'
    if (word === ',' && !goesOn) return -1
    // “told reporters he would go”: a subject pronoun begins the content.
    if (/^(?:he|she|they|it|we|i|there)$/.test(word) && !prepositions.has(view.lower[j - 1] ?? '')) return j
  }
  return -1
}

function mayBeAsked(view: SentenceView, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (isVerbLike(view, k) || view.lower[k] === 'or' || view.lower[k] === 'for') return false
  return true
}

/**
 * Where a content that begins at `from` ends: at the sentence’s last word, or where another attribution
 * takes over (“…, according to …”, “… and declined …”, “…, adding that …”, “…, but his office did not reply”).
 */
export function contentEnd(
  view: SentenceView,
  from: number,
  cue: FoundCue,
  cues: readonly FoundCue[],
): number {
  const later = cues.filter((other) => other.from >= from && other !== cue)
  const outside = view.quoted[from] ?? -1
  // Inside a quotation, with the cue: the content cannot outrun it.
  const within = outside !== -1 && view.quoted[cue.from] === outside
  for (let k = from; k < view.wordEnd; k++) {
    if (within && view.quoted[k] !== outside) return k
    if (within && closesQuotation(view, k)) return k
    // “…, ‘and I never was one,’ | adding that …”
    if (closesQuotation(view, k) && later.some(({ kind, from: at }) => kind === 'gerund' && at === k + 1))
      return k + 1
    const quotedElsewhere = (view.quoted[k] ?? -1) !== -1 && view.quoted[k] !== outside
    if (quotedElsewhere) continue
    const next = later.find((other) => other.from > k)
    // “said it had shot down two drones, | a claim that nobody could check”: the outlet speaks of what was said.
    const remarks =
      view.lower[k] === ',' && /^an?$/.test(view.lower[k + 1] ?? '') && sayings.test(view.lower[k + 2] ?? '')
    if (remarks && k > from) return k
    if (secondPredicate(view, k, from) || (view.lower[k] === ';' && k > from)) return k
    if (!next) continue
    const word = view.lower[k] ?? ''
    if (k === from) continue
    const joins = coordinators.has(word) && word !== 'nor'
    const startsAt = /^[,;—–]$/.test(word) ? k + 1 : k
    const conjunction = view.lower[startsAt] ?? ''
    if (startsAt > k) {
      if (next.kind === 'source-follows' && next.from === startsAt) return k
      if (next.kind === 'gerund' && next.from <= startsAt + 2) return k
      if (isTag(view, startsAt, next)) return k
      if (/^(?:but|while|although|though|whereas)$/.test(conjunction)) return k
      if (word !== ',' && coordinators.has(conjunction)) return k
      if (
        conjunction === 'and' &&
        next.from - startsAt <= 8 &&
        next.kind !== 'source-follows' &&
        !/^that$/.test(view.lower[startsAt + 1] ?? '')
      )
        return k
    }
    if (joins && conjunction !== 'or' && onlyAdverbsBetween(view, k + 1, next.from) && next.kind !== 'nobody')
      return k
  }
  return view.wordEnd
}

const sayings = /^(?:claim|charge|allegation|accusation|assertion|statement|remark)$/

/** “…, the agency reported, …”: an attribution between commas that opens nothing of its own. */
function isTag(view: SentenceView, from: number, cue: FoundCue): boolean {
  if (cue.kind !== 'verb' || cue.from - from > 12) return false
  const subject = subjectBefore(view, cue.from, noTokens)
  return subject?.from === from && contentStartAfter(view, cue) === -1
}

/** “denied that he had asked, and called the report …”: after “, and” a bare verb is the speaker’s next act. */
function secondPredicate(view: SentenceView, k: number, from: number): boolean {
  if (view.lower[k] !== ',' || view.lower[k + 1] !== 'and' || k === from) return false
  return (
    isVerbLike(view, k + 2) && /ed$|^(?:said|told|made|gave|took|went|put)$/.test(view.lower[k + 2] ?? '')
  )
}

const closesQuotation = (view: SentenceView, k: number) =>
  /^[”"»]$/.test(view.words[k] ?? '') && view.quoted[k] !== view.quoted[k + 1]

function onlyAdverbsBetween(view: SentenceView, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (!isAdverb(view.lower[k]) && !/^(?:has|have|had)$/.test(view.lower[k] ?? '')) return false
  return true
}

/** Leaves out marks at either end that belong to the sentence, not to the content; quotation marks stay whole. */
export function trimContent(view: SentenceView, range: TokenRange): TokenRange | null {
  let { from, to } = range
  while (from < to && /^[,;:—–-]$/.test(view.words[from] ?? '')) from++
  while (to > from && /^[,;:—–-]$/.test(view.words[to - 1] ?? '')) to--
  return from < to ? { from, to } : null
}
