import type { Cues } from '../records/resources.ts'
import { contentEnd, contentStartAfter, trimContent } from './find-content.ts'
import { type FoundCue, findCues, opensQuotation } from './find-cues.ts'
import {
  canSpeak,
  isAdverb,
  isVerbLike,
  mainSubject,
  nounPhraseAfter,
  type Subject,
  subjectBefore,
} from './find-noun-phrase.ts'
import { findSubjectHead, phraseOf } from './find-parsed-subject.ts'
import type { SentenceView } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'
import { coordinators, prepositions, timeNouns } from './word-classes.ts'

/** A statement while it is being found: ranges in the tokens of its sentence. */
export interface StatementDraft {
  readonly cue: FoundCue
  readonly source: TokenRange | null
  readonly content: TokenRange | null
  /** Who passes the source’s words on, where the same sentence names them: MTA in “MTA quoted Veresk as saying”. */
  readonly relay?: TokenRange
}

/** Finds the statements of one sentence, one for each cue that has what it needs, in order. */
export function draftStatements(view: SentenceView, cues: Cues): StatementDraft[] {
  const found = findCues(view, cues)
  const cueTokens = new Set(
    found.flatMap((cue) => Array.from({ length: cue.to - cue.from }, (_, k) => cue.from + k)),
  )
  const drafts: StatementDraft[] = []
  for (const cue of found) {
    const draft = draftStatement(view, cue, found, cueTokens, drafts)
    if (draft) drafts.push(draft)
  }
  return drafts
}

function draftStatement(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
  earlier: readonly StatementDraft[],
): StatementDraft | null {
  if (cue.kind === 'nobody') {
    const content = trimContent(view, clauseAround(view, cue))
    return content ? { cue, source: null, content } : null
  }
  if (cue.kind === 'source-follows') return draftAccordingTo(view, cue, found, cueTokens, earlier)
  if (cue.kind === 'quoting') return draftQuoting(view, cue, found, cueTokens)
  if (cue.kind === 'passive') {
    const start = view.lower[cue.to] === 'that' ? cue.to : clauseAround(view, cue).from
    const content = trimContent(view, { from: start, to: contentEnd(view, cue.to, cue, found) })
    return content ? { cue, source: null, content } : null
  }
  const inverted = cue.kind === 'verb' ? draftInverted(view, cue, found, cueTokens) : null
  if (inverted) return inverted

  const source = whoSays(view, cue, cueTokens, earlier)
  if (!source) return null
  if (cue.kind === 'silence') return { cue, source, content: silentAbout(view, cue, found, earlier) }
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
  const byWords =
    (cue.kind === 'gerund' ? null : subjectBefore(view, cue.from, cueTokens)) ??
    sharedSubject(view, cue, cueTokens, earlier)
  if (!view.parsed) return byWords
  const verb = firstVerb(view, cue)
  const head = verb === -1 ? -1 : findSubjectHead(view, verb)
  if (head === -1) return cue.kind === 'gerund' || cue.kind === 'silence' ? byWords : null
  if ((byWords && byWords.from <= head && head < byWords.to)) return byWords
  return phraseOf(view, head, verb)
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
  const tag = own && view.lower[source.from - 1] === ',' && view.lower[cue.to] === ','
  const opens = start !== -1 && (opensQuotation(view, start) || view.lower[start - 1] === ':')
  const before = own ? contentBefore(view, source.from, start === -1 || opens, tag) : null
  if (before) {
    const rest = opens ? start : tag ? cue.to + 1 : -1
    const to = rest === -1 ? before.to : contentEnd(view, rest, cue, found)
    return { cue, source, content: { from: before.from, to: Math.max(to, before.to) } }
  }
  if (start === -1) return null
  const end = contentEnd(view, start, cue, found)
  const comma = source.relative ? view.lower.indexOf(',', start) : -1
  const content = trimContent(view, { from: start, to: comma > start ? Math.min(end, comma) : end })
  return content ? { cue, source, content } : null
}

/** “…,” MTA quoted Veresk as saying. */
function draftQuoting(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
): StatementDraft | null {
  const relay = subjectBefore(view, cue.from, cueTokens)
  const source = { from: cue.from + 1, to: cue.to - 2 }
  const start = contentStartAfter(view, cue)
  const content =
    (relay && contentBefore(view, relay.from, true, false)) ??
    (start === -1 ? null : trimContent(view, { from: start, to: contentEnd(view, start, cue, found) }))
  if (!content) return null
  const draft = { cue: { ...cue, to: cue.from + 1 }, source, content }
  return relay ? { ...draft, relay } : draft
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
  if (next === 'that' || next === ':' || next === ',' || prepositions.has(next) || timeNouns.has(next))
    return null
  const source = nounPhraseAfter(view, cue.to, cueTokens)
  if (!source || !canSpeak(view, source)) return null
  // “…, Aldany’s capital, said the ambassador was away”: a clause follows, no inversion.
  if (isVerbLike(view, source.to)) return null
  // “On Thursday, said the minister …” aside, an inversion needs something said before or a quotation after it.
  const content = contentBefore(view, cue.from, true, false)
  if (!content) return null
  const rest = firstQuoteAfter(view, source.to)
  return {
    cue,
    source,
    content: rest === -1 ? content : { from: content.from, to: contentEnd(view, rest, cue, found) },
  }
}

function firstQuoteAfter(view: SentenceView, from: number): number {
  for (let k = from; k < view.wordEnd; k++) if (opensQuotation(view, k)) return k
  return -1
}

function draftAccordingTo(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
  earlier: readonly StatementDraft[],
): StatementDraft | null {
  const source = nounPhraseAfter(view, cue.to, cueTokens)
  const citing = view.lower[cue.from] === 'citing'
  if (!source || (citing && !canSpeak(view, source))) return null
  // “the paper said, citing the police”: the police say it, the paper relays it.
  const relayed = citing
    ? earlier.findLast((draft) => draft.cue.kind === 'verb' && draft.source && draft.content)
    : undefined
  if (relayed?.source) return { cue, source, content: relayed.content, relay: relayed.source }
  const opensSentence =
    cue.from <= view.start + 1 && (cue.from === view.start || coordinators.has(view.lower[view.start] ?? ''))
  if (opensSentence) {
    const comma = view.lower.indexOf(',', source.to)
    if (comma === -1 || comma - source.to > 4) return null
    const end = contentEnd(
      view,
      comma + 1,
      cue,
      found.filter((other) => other.kind !== 'verb'),
    )
    const content = trimContent(view, { from: comma + 1, to: end })
    return content ? { cue, source: { from: source.from, to: source.to }, content } : null
  }
  const before = trimContent(view, { from: view.start, to: cue.from })
  // “One option, according to the official, is …”: the clause goes on behind the attribution.
  const goesOn =
    view.lower[source.to] === ',' && view.lower[cue.from - 1] === ',' && source.to + 1 < view.wordEnd
  return before ? { cue, source, content: goesOn ? { from: before.from, to: view.wordEnd } : before } : null
}

/** What stands before an attribution: the sentence up to the comma or the closing quotation mark. */
function contentBefore(view: SentenceView, end: number, allowed: boolean, tag: boolean): TokenRange | null {
  if (!(allowed || tag) || end < view.start + 2) return null
  const last = view.words[end - 1] ?? ''
  const closesQuote = (view.quoted[end - 1] ?? -1) !== -1
  if (last !== ',' && !closesQuote) return null
  // “On Thursday, officials …” says nothing before its comma.
  if (last === ',' && !closesQuote && !tag && isOpening(view, end - 1)) return null
  return trimContent(view, { from: view.start, to: end })
}

/** Whether the words before a comma only say when, where or how: too few for a clause, or a lone prepositional phrase. */
function isOpening(view: SentenceView, comma: number): boolean {
  const words = view.lower.slice(view.start, comma)
  if (words.length < 3 || (words.length === 3 && prepositions.has(words[0] ?? ''))) return true
  if (coordinators.has(words[0] ?? '') && words.length < 4) return true
  if (!prepositions.has(words[0] ?? '') && !isAdverb(words[0]))
    return /^(?:if|when|while|although|though|because|as)$/.test(words[0] ?? '')
  return !words.some((word) =>
    /^(?:is|are|was|were|has|have|had|will|would|could|can|may|must|did|does)$/.test(word),
  )
}

/** The clause that an adverb such as “reportedly” stands in. */
function clauseAround(view: SentenceView, cue: FoundCue): TokenRange {
  let from = cue.from
  while (from > view.start && !/^[;:—–]$/.test(view.words[from - 1] ?? '') && !startsNewClause(view, from))
    from--
  let to = cue.to
  while (to < view.wordEnd && !/^[;—–]$/.test(view.words[to] ?? '')) to++
  return { from, to }
}

const startsNewClause = (view: SentenceView, k: number) =>
  (view.lower[k - 1] === ',' && /^(?:but|and|while|although|though)$/.test(view.lower[k] ?? '')) ||
  /^(?:that|who)$/.test(view.lower[k - 1] ?? '')

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

/** What nobody would comment on: the question that follows, or the one that was asked in the same sentence. */
function silentAbout(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  earlier: readonly StatementDraft[],
): TokenRange | null {
  const follows = view.lower[cue.to] ?? ''
  if (/^(?:whether|if|how|why|what|who|when|where|which)$/.test(follows)) {
    return trimContent(view, { from: cue.to, to: contentEnd(view, cue.to, cue, found) })
  }
  const asked = earlier.findLast(
    (draft) =>
      draft.content &&
      /^(?:whether|if|how|why|what|who|when|where)$/.test(view.lower[draft.content.from] ?? ''),
  )
  if (asked) return asked.content
  if (!/^(?:to|on|about)$/.test(follows)) return null
  return trimContent(view, { from: cue.to + 1, to: contentEnd(view, cue.to + 1, cue, found) })
}
