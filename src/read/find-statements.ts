import type { Modality, Sentence, Statement, Token } from '../records/reading.ts'
import type { Cues } from '../records/resources.ts'
import type { Span } from '../records/span.ts'
import { contentEnd, contentStartAfter, trimContent } from './find-content.ts'
import { type FoundCue, findCues } from './find-cues.ts'
import {
  canSpeak,
  isAdverb,
  isVerbLike,
  mainSubject,
  nounPhraseAfter,
  type Subject,
  subjectBefore,
  type TokenRange,
} from './find-noun-phrase.ts'
import type { Quotation } from './find-quotations.ts'
import { judgeModality } from './judge-modality.ts'
import { type SentenceView, spanOf, viewSentences } from './sentence-view.ts'
import { coordinators, prepositions, timeNouns } from './word-classes.ts'

/** A statement while it is being found: ranges in the tokens of its sentence. */
interface Draft {
  readonly cue: FoundCue
  readonly source: TokenRange | null
  readonly content: TokenRange | null
  /** Who passes the source’s words on, where the same sentence names them: MTA in “MTA quoted Veresk as saying”. */
  readonly relay?: TokenRange
}

/**
 * Finds who is reported to have said what: one statement per cue, in order of the cues; empty when nothing
 * is attributed. Rules over words and quotations, without a parse.
 */
export function findStatements(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  cues: Cues,
): Statement[] {
  const views = viewSentences(text, sentences, quotations)
  const statements: Statement[] = []
  for (const view of views) {
    for (const draft of draftStatements(view, cues)) {
      statements.push(toStatement(draft, view, views, tokens, quotations, text))
    }
  }
  return statements.map((statement, i) => withRelay(statement, i, statements))
}

function draftStatements(view: SentenceView, cues: Cues): Draft[] {
  const found = findCues(view, cues)
  const cueTokens = new Set(
    found.flatMap((cue) => Array.from({ length: cue.to - cue.from }, (_, k) => cue.from + k)),
  )
  const drafts: Draft[] = []
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
  earlier: readonly Draft[],
): Draft | null {
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

  const source =
    (cue.kind === 'gerund' ? null : subjectBefore(view, cue.from, cueTokens)) ??
    sharedSubject(view, cue, cueTokens, earlier)
  if (!source) return null
  if (cue.kind === 'silence') return { cue, source, content: silentAbout(view, cue, found, earlier) }
  if (cue.frames.has('e') && !canSpeak(view, source)) return null
  return draftAround(view, cue, found, source)
}

/** The content of a cue whose subject stands before it: after the cue, before the subject, or around both. */
function draftAround(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  source: Subject,
): Draft | null {
  const own = cue.kind === 'verb' && source.to <= cue.from
  const start = contentStartAfter(view, cue)
  const tag = own && view.lower[source.from - 1] === ',' && view.lower[cue.to] === ','
  const opens = start !== -1 && (opensQuote(view, start) || view.lower[start - 1] === ':')
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
): Draft | null {
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

const opensQuote = (view: SentenceView, k: number) =>
  (view.quoted[k] ?? -1) !== -1 && view.quoted[k] !== (view.quoted[k - 1] ?? -1)

/** “…,” said Ana Petrov, a spokeswoman for the port. */
function draftInverted(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
): Draft | null {
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
  for (let k = from; k < view.wordEnd; k++) if (opensQuote(view, k)) return k
  return -1
}

function draftAccordingTo(
  view: SentenceView,
  cue: FoundCue,
  found: readonly FoundCue[],
  cueTokens: ReadonlySet<number>,
  earlier: readonly Draft[],
): Draft | null {
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
  earlier: readonly Draft[],
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
  earlier: readonly Draft[],
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

function toStatement(
  draft: Draft,
  view: SentenceView,
  views: readonly SentenceView[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  text: string,
): Statement {
  const cue = spanOf(view, draft.cue.from, draft.cue.to) ?? {
    start: view.sentence.start,
    end: view.sentence.end,
  }
  const source = draft.source && spanOf(view, draft.source.from, draft.source.to)
  const parts = draft.content ? contentParts(draft, view, views, tokens, quotations) : []
  const content = parts.length > 0 ? { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 } : null
  const judged = draft.content ? judgeModality(view, draft.content) : { modality: null, condition: null }
  return {
    source,
    cue,
    content,
    contentParts: parts,
    kind: kindOf(parts, tokens, quotations, text),
    via: draft.relay ? spanOf(view, draft.relay.from, draft.relay.to) : null,
    nestedIn: null,
    modality: strongest(draft.cue, judged.modality),
    condition: judged.condition && spanOf(view, judged.condition.from, judged.condition.to),
    sentence: view.index,
  }
}

/** Silence and denial are the cue’s; else what the words say of themselves outweighs a plain “said”. */
function strongest(cue: FoundCue, words: Modality | null): Modality | null {
  if (cue.modality === 'no-comment' || cue.modality === 'denied') return cue.modality
  if (cue.modality === null) return null // A question asserts nothing.
  if (words === 'conditional') return words
  if (cue.modality === 'hedged') return cue.modality
  return words ?? cue.modality
}

/** The pieces of a content: what surrounds an attribution in the middle, and quotations that run over sentences. */
function contentParts(
  draft: Draft,
  view: SentenceView,
  views: readonly SentenceView[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): Span[] {
  if (!draft.content) return []
  const { from, to } = draft.content
  const taken = [draft.cue, draft.source, draft.relay]
    .filter((range): range is TokenRange => range != null)
    .filter((range) => range.from >= from && range.to <= to)
  const pieces: TokenRange[] = []
  if (taken.length === 0) pieces.push(draft.content)
  else {
    pieces.push({ from, to: Math.min(...taken.map((range) => range.from)) })
    pieces.push({ from: Math.max(...taken.map((range) => range.to)), to })
  }
  const spans = pieces.flatMap((piece) => {
    const trimmed = trimContent(view, piece)
    const span = trimmed && spanOf(view, trimmed.from, trimmed.to)
    return span ? [wholeQuotations(span, trimmed, view, tokens, quotations)] : []
  })
  const continued = continuedQuotation(draft, view, views, tokens, quotations)
  return continued ? [...spans, continued] : spans
}

/** A quotation that began sentences earlier is part of the content from its opening mark; its closing mark too. */
function wholeQuotations(
  span: Span,
  range: TokenRange,
  view: SentenceView,
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): Span {
  const first = quotations[view.quoted[range.from] ?? -1]
  const last = quotations[view.quoted[range.to - 1] ?? -1]
  const start =
    range.from === 0 && first && first.open < view.firstToken
      ? (tokens[first.open]?.start ?? span.start)
      : span.start
  const end = last ? Math.max(span.end, tokens[last.close]?.end ?? span.end) : span.end
  return { start, end: last && last.close >= view.firstToken + view.words.length ? span.end : end }
}

/** “A,” she said. “B. C.”: the quotation that follows in the same paragraph is hers too. */
function continuedQuotation(
  draft: Draft,
  view: SentenceView,
  views: readonly SentenceView[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
): Span | null {
  const saidBefore = draft.content && (view.quoted[draft.content.from] ?? -1) !== -1
  const next = views[view.index + 1]
  const quotation = next && quotations[next.quoted[0] ?? -1]
  if (!saidBefore || !next || !quotation || quotation.open !== next.firstToken) return null
  const lastToken = tokens[view.firstToken + view.words.length - 1]
  const open = tokens[quotation.open]
  const close = tokens[quotation.close]
  if (!lastToken || !open || !close || open.start - lastToken.end > 1) return null
  // Another attribution after the quotation makes it another statement.
  const after = views.find(
    (later) => later.firstToken <= quotation.close && quotation.close < later.firstToken + later.words.length,
  )
  const restIsBare = after?.words
    .slice(quotation.close - after.firstToken + 1)
    .every((word) => /^[.!?”"’]+$/u.test(word))
  return restIsBare ? { start: open.start, end: close.end } : null
}

function kindOf(
  parts: readonly Span[],
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  text: string,
): Statement['kind'] {
  let quoted = 0
  let plain = 0
  for (const part of parts) {
    const inside = quotations.filter(
      ({ open, close }) => (tokens[open]?.start ?? 0) < part.end && (tokens[close]?.end ?? 0) > part.start,
    )
    const covered = inside.map(({ open, close }) => ({
      start: tokens[open]?.start ?? 0,
      end: tokens[close]?.end ?? 0,
    }))
    const bare = [...text.slice(part.start, part.end)].filter((character, k) => {
      const at = part.start + k
      return /[\p{L}\p{N}]/u.test(character) && !covered.some(({ start, end }) => at >= start && at < end)
    })
    quoted += inside.length
    plain += bare.length
  }
  if (quoted === 0) return 'indirect'
  return plain === 0 ? 'direct' : 'mixed'
}

/** A statement inside another’s content is relayed by the other’s source; the smallest such content is the nearest relay. */
function withRelay(statement: Statement, index: number, statements: readonly Statement[]): Statement {
  let nearest = -1
  for (const [i, outer] of statements.entries()) {
    if (i === index || !outer.source || outer.modality === 'no-comment') continue
    const holds = outer.contentParts.some(
      (part) => part.start <= statement.cue.start && part.end >= statement.cue.end,
    )
    if (!holds || samePlace(outer.source, statement.source)) continue
    const best = statements[nearest]
    if (!best || lengthOf(outer) < lengthOf(best)) nearest = i
  }
  const relay = statements[nearest]
  if (!relay) return statement
  // What somebody denies is not said to be so by anyone inside the denial.
  const modality = relay.modality === 'denied' ? relay.modality : statement.modality
  return { ...statement, via: statement.via ?? relay.source, nestedIn: nearest, modality }
}

const lengthOf = (statement: Statement) =>
  statement.content ? statement.content.end - statement.content.start : 0
const samePlace = (a: Span | null, b: Span | null) =>
  a !== null && b !== null && a.start === b.start && a.end === b.end
