import type { Cues } from '../records/resources.ts'
import { canSpeak } from './can-speak.ts'
import { citesAt, withoutCited } from './cites-at.ts'
import { draftAccordingTo, draftCiting } from './draft-according-to.ts'
import { draftAside } from './draft-aside.ts'
import { draftNaming } from './draft-naming.ts'
import { draftNobody } from './draft-nobody.ts'
import { draftPassive } from './draft-passive.ts'
import { draftQuoting } from './draft-quoting.ts'
import { silentAbout } from './draft-silence.ts'
import { draftUnanswered } from './draft-unanswered.ts'
import { contentEnd, contentStartAfter, trimContent } from './find-content.ts'
import { contentBefore } from './find-content-before.ts'
import { findCues } from './find-cues.ts'
import { isAdverb, isVerbLike, nounPhraseAfter } from './find-noun-phrase.ts'
import { findSubjectHead, phraseOf } from './find-parsed-subject.ts'
import { mainSubject, type Subject, subjectBefore } from './find-subject.ts'
import type { FoundCue } from './found-cue.ts'
import { opensQuotation } from './has-complement.ts'
import { restAfterTag } from './rest-after-tag.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'
import type { TokenRange } from './token-range.ts'
import { coordinators, prepositions, timeNouns } from './word-classes.ts'

/** Finds the statements of one sentence, one for each cue that has what it needs, in order. */
export function draftStatements(view: SentenceView, cues: Cues): StatementDraft[] {
  const found = findCues(view, cues)
  const cueTokens = new Set(
    found.flatMap((cue) => Array.from({ length: cue.to - cue.from }, (_, k) => cue.from + k)),
  )
  const drafts: StatementDraft[] = []
  for (const cue of found.filter((other) => !cites(view, other))) {
    const draft = draftStatement(view, cue, found, cueTokens, drafts)
    if (draft) drafts.push(draft)
  }
  for (const cue of found.filter((other) => cites(view, other))) {
    const draft = draftCiting(view, cue, cueTokens, drafts)
    if (draft) drafts.push(draft)
  }
  return drafts.sort((a, b) => a.cue.from - b.cue.from)
}

const cites = (view: SentenceView, cue: FoundCue) =>
  cue.kind === 'source-follows' && citesAt(view.lower, cue.from)

function draftStatement(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
  earlier: readonly StatementDraft[],
): StatementDraft | null {
  if (cue.kind === 'nobody') return draftNobody(view, cue)
  if (cue.kind === 'aside') return draftAside(view, cue)
  if (cue.kind === 'naming') return draftNaming(view, cue)
  if (cue.kind === 'source-follows') return draftAccordingTo(view, cue, found, cueTokens)
  if (cue.kind === 'quoting') return draftQuoting(view, cue, found, cueTokens)
  if (cue.kind === 'passive') return draftPassive(view, cue, found)
  if (cue.unanswered) return draftUnanswered(view, cue, found, cueTokens, earlier)
  const inverted = cue.kind === 'verb' ? draftInverted(view, cue, found, cueTokens) : null
  if (inverted) return inverted

  const source = whoSays(view, cue, cueTokens, earlier)
  if (!source || isSpeakersOwn(view, cue, source)) return null
  if (cue.kind === 'silence') {
    const silent = ofNobody(view, source, cue)
    return { cue, source: silent, content: silentAbout(view, cue, silent, found, earlier) }
  }
  if (cue.frames.has('e') && !canSpeak(view, source)) return null
  return draftAround(view, cue, found, source)
}

/**
 * Who says what a cue attributes: by the words before it, unless the parse sees another subject.
 *
 * “The ads that aired in Tarn, critics note …”: words alone would take “Tarn, critics”.
 */
function whoSays(
  view: SentenceView,
  cue: FoundCue,
  cueTokens: ReadonlySet<number>,
  earlier: readonly StatementDraft[],
): Subject | null {
  const shared = () => sharedSubject(view, cue, cueTokens, earlier)
  const before = cue.kind === 'gerund' ? null : subjectBefore(view, cue.from, cueTokens)
  const byWords = (before && { ...before, ...withoutCited(view.lower, before) }) ?? shared()
  if (!view.parsed) return byWords
  const verb = firstVerb(view, cue)
  const head = verb === -1 ? -1 : findSubjectHead(view, verb)
  // “said she had never met him, adding that …”: the one who said adds, whatever a greedy parser hangs it on.
  const isSaid = ({ content }: StatementDraft) =>
    content !== null && content.from <= head && head < content.to
  if (cue.kind === 'gerund' && view.lower[cue.from - 1] === ',' && byWords && earlier.some(isSaid))
    return byWords
  if (head < view.start || (byWords && byWords.from <= head && head < byWords.to)) return byWords
  const parsed = withoutCited(view.lower, phraseOf(view, head, verb))
  // “According to MTA, Veresk told …”: what holds another cue is no one phrase.
  for (let k = parsed.from; byWords && k < parsed.to; k++) if (cueTokens.has(k)) return byWords
  // “declared that the ships would stay and declined …”: the one who can decline.
  return byWords && canSpeak(view, byWords) && !canSpeak(view, parsed) ? byWords : parsed
}

/** “Nobody | in Selgrad will say”: where the silent ones are is part of who they are. */
function ofNobody(view: SentenceView, source: TokenRange, cue: FoundCue): TokenRange {
  const isNobody = /^(?:nobody|none|neither)$/.test(view.lower[source.from] ?? '')
  const rest = view.lower.slice(source.to, cue.from)
  return isNobody && /^(?:in|at|of|from)$/.test(rest[0] ?? '') && !rest.includes(',')
    ? { from: source.from, to: cue.from }
    : source
}

/** “‘I think we won,’ Marsh said.”: within a quotation “I think” is the speaker’s own manner of speaking. */
function isSpeakersOwn(view: SentenceView, cue: FoundCue, source: TokenRange): boolean {
  const quotation = view.quoted[cue.from] ?? -1
  if (quotation === -1 || quotation !== view.quoted[source.from] || source.to - source.from > 1) return false
  return /^(?:i|we|you|one|it|which|who|that|what)$/.test(view.lower[source.from] ?? '')
}

function firstVerb(view: SentenceView, { from, to }: TokenRange): number {
  for (let k = from; k < to; k++) if (view.upos[k] === 'VERB') return k
  return -1
}

/** The content of a cue whose subject stands before it: after the cue, before the subject, or around both. */
function draftAround(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  source: Subject,
): StatementDraft | null {
  const own = cue.kind === 'verb' && source.to <= cue.from
  const start = contentStartAfter(view, cue)
  const comma = own && view.lower[source.from - 1] === ',' ? tagEnd(view, cue) : -1
  const tag = comma !== -1
  const opens = start !== -1 && (opensQuotation(view, start) || view.lower[start - 1] === ':')
  const before = own ? contentBefore(view, source.from, start === -1 || opens, tag) : null
  if (before) {
    const rest = opens ? start : tag && !opensAnother(view, comma + 1, found) ? restAfterTag(view, comma) : -1
    if (rest === -1) return { cue, source, content: before }
    const to = Math.max(before.to, contentEnd(view, rest, cue, found))
    return { cue, source, content: { from: before.from, to }, gap: { from: before.to, to: rest } }
  }
  if (start === -1) return null
  const end = contentEnd(view, start, cue, found)
  const isRelative =
    source.relative ||
    (source.to - source.from === 1 && /^(?:who|which)$/.test(view.lower[source.from] ?? ''))
  const close = isRelative ? view.lower.findIndex((word, k) => k > start && /^[,—–]$/.test(word)) : -1
  const content = trimContent(view, { from: start, to: close > start ? Math.min(end, close) : end })
  return content ? { cue, source, content } : null
}

/** “…, she told reporters, | and she would not rule out force”: the next clause has an attribution of its own. */
function opensAnother(view: SentenceView, from: number, found: readonly FoundCue[]): boolean {
  if (!coordinators.has(view.lower[from] ?? '')) return false
  return found.some((other) => other.from > from && other.from - from <= 4 && other.kind !== 'source-follows')
}

/** The comma that ends an attribution in the middle: “…, he said, …”, “…, Arce told El Faro, …”; -1 for none. */
function tagEnd(view: SentenceView, cue: FoundCue): number {
  if (view.lower[cue.to] === ',') return cue.to
  if (!cue.frames.has('a')) return -1
  for (let k = cue.to; k < Math.min(view.wordEnd, cue.to + 6); k++) {
    if (view.lower[k] === ',') return opensQuotation(view, k + 1) ? -1 : k
    if (!/^(?:PROPN|NOUN|DET|ADJ|PRON|X)$/.test(view.upos[k] ?? '') || opensQuotation(view, k)) return -1
  }
  return -1
}

/** “…,” said Ana Petrov, a spokeswoman for the port. */
function draftInverted(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
): StatementDraft | null {
  const before = view.words[cue.from - 1] ?? ''
  const closesQuote = (view.quoted[cue.from - 1] ?? -1) !== -1 && view.quoted[cue.from] === -1
  if (!closesQuote && before !== ',' && cue.from !== 0) return null
  const next = view.lower[cue.to] ?? ''
  if (/^tells?$|^told$/.test(view.lower[cue.from] ?? '')) return null // “…, its director told MTA”
  if (next === 'that' || next === ':' || next === ',' || prepositions.has(next) || timeNouns.has(next))
    return null
  const named = nounPhraseAfter(view, cue.to, cueTokens)
  const source = named && withoutCited(view.lower, named)
  if (!source || !canSpeak(view, source)) return null
  // “…, Aldany’s capital, said the ambassador was away”: a clause follows, no inversion.
  if (isVerbLike(view, source.to) || /^(?:VERB|AUX)$/.test(view.upos[source.to] ?? '')) return null
  // “On Thursday, said the minister …” aside, an inversion needs something said before or a quotation after it.
  const content = contentBefore(view, cue.from, true, false)
  if (!content) return null
  const rest = firstQuoteAfter(view, source.to)
  if (rest === -1) return { cue, source, content }
  const whole = { from: content.from, to: contentEnd(view, rest, cue, found) }
  return { cue, source, content: whole, gap: { from: content.to, to: rest } }
}

function firstQuoteAfter(view: SentenceView, from: number): number {
  for (let k = from; k < view.wordEnd; k++) if (opensQuotation(view, k)) return k
  return -1
}

/** A second verb or a participle says what the first one’s subject says. */
function sharedSubject(
  view: SentenceView,
  cue: FoundCue,
  cueTokens: ReadonlySet<number>,
  earlier: readonly StatementDraft[],
): TokenRange | null {
  const previous = earlier.findLast((draft) => draft.source && draft.cue.kind !== 'source-follows')
  // “… said the ambassador was away and could not be reached”: the ambassador could not.
  const inside = previous?.content && previous.content.from <= cue.from && cue.from < previous.content.to
  if (inside && previous.content) return mainSubject(view, cue.from, cueTokens, previous.content.from)
  if (view.lower[cue.from - 1] === 'or') return null // “denied that he had asked or agreed”
  if (previous?.source) return previous.source
  let k = cue.from - 1
  while (k >= 0 && isAdverb(view.lower[k])) k--
  if (cue.kind !== 'gerund' && !coordinators.has(view.lower[k] ?? '')) return null
  return mainSubject(view, cue.from, cueTokens)
}
