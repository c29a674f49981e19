import type { Modality, Sentence, Statement } from '../records/reading.ts'
import type { Cues } from '../records/resources.ts'
import type { Span } from '../records/span.ts'
import { draftStatements, type StatementDraft } from './draft-statements.ts'
import { trimContent } from './find-content.ts'
import type { FoundCue } from './find-cues.ts'
import type { TokenRange } from './find-noun-phrase.ts'
import type { Quotation } from './find-quotations.ts'
import { firstIndex } from './first-index.ts'
import { judgeModality } from './judge-modality.ts'
import { type SentenceView, spanOf, viewSentences } from './sentence-view.ts'

/** The article’s text as the pieces of statements are cut from it. */
interface Page {
  readonly text: string
  readonly tokens: readonly Span[]
  readonly views: readonly SentenceView[]
  readonly quotations: readonly Quotation[]
  /** The span of each quotation, its marks included. */
  readonly quoted: readonly Span[]
}

/**
 * Finds who is reported to have said what: one statement per cue, in order of the cues; empty when nothing
 * is attributed. Rules over words and quotations, without a parse.
 */
export function findStatements(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Span[],
  quotations: readonly Quotation[],
  cues: Cues,
): Statement[] {
  const page: Page = {
    text,
    tokens,
    views: viewSentences(text, sentences, quotations),
    quotations,
    quoted: quotations.map(({ open, close }) => ({
      start: tokens[open]?.start ?? 0,
      end: tokens[close]?.end ?? 0,
    })),
  }
  const statements = page.views.flatMap((view) =>
    draftStatements(view, cues).map((draft) => toStatement(draft, view, page)),
  )
  return statements.map((statement, i) => withRelay(statement, i, statements))
}

function toStatement(draft: StatementDraft, view: SentenceView, page: Page): Statement {
  const cue = spanOf(view, draft.cue.from, draft.cue.to) ?? {
    start: view.sentence.start,
    end: view.sentence.end,
  }
  const source = draft.source && spanOf(view, draft.source.from, draft.source.to)
  const parts = draft.content ? contentParts(draft, view, page) : []
  const content = parts.length > 0 ? { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 } : null
  const judged = draft.content ? judgeModality(view, draft.content) : { modality: null, condition: null }
  return {
    source,
    cue,
    content,
    contentParts: parts,
    kind: kindOf(parts, page),
    via: draft.relay ? spanOf(view, draft.relay.from, draft.relay.to) : null,
    nestedIn: null,
    modality: strongest(draft.cue, judged.modality),
    condition: judged.condition && spanOf(view, judged.condition.from, judged.condition.to),
    sentence: view.index,
    sourceEntity: null,
    confidence: null,
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
function contentParts(draft: StatementDraft, view: SentenceView, page: Page): Span[] {
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
    return span ? [wholeQuotations(span, trimmed, view, page)] : []
  })
  const continued = continuedQuotation(draft, view, page)
  return continued ? [...spans, continued] : spans
}

/** A quotation that began sentences earlier is part of the content from its opening mark; its closing mark is too. */
function wholeQuotations(span: Span, range: TokenRange, view: SentenceView, page: Page): Span {
  const first = view.quoted[range.from] ?? -1
  const last = view.quoted[range.to - 1] ?? -1
  const begunEarlier = range.from === 0 && (page.quotations[first]?.open ?? view.firstToken) < view.firstToken
  const closesHere = (page.quotations[last]?.close ?? -1) < view.firstToken + view.words.length
  return {
    start: begunEarlier ? (page.quoted[first]?.start ?? span.start) : span.start,
    end: closesHere ? Math.max(span.end, page.quoted[last]?.end ?? span.end) : span.end,
  }
}

/** “A,” she said. “B. C.”: the quotation that follows in the same paragraph is hers too. */
function continuedQuotation(
  draft: StatementDraft,
  view: SentenceView,
  { tokens, views, quotations, quoted }: Page,
): Span | null {
  const saidBefore = draft.content && (view.quoted[draft.content.from] ?? -1) !== -1
  const next = views[view.index + 1]
  const quotation = next && quotations[next.quoted[0] ?? -1]
  if (!saidBefore || !next || !quotation || quotation.open !== next.firstToken) return null
  const lastToken = tokens[view.firstToken + view.words.length - 1]
  const span = quoted[next.quoted[0] ?? -1]
  if (!lastToken || !span || span.start - lastToken.end > 1) return null
  // Another attribution after the quotation makes it another statement.
  let closing = view.index + 1
  while (quotation.close >= (views[closing + 1]?.firstToken ?? Number.POSITIVE_INFINITY)) closing++
  const after = views[closing]
  const restIsBare = after?.words
    .slice(quotation.close - after.firstToken + 1)
    .every((word) => /^[.!?”"’]+$/u.test(word))
  return restIsBare ? span : null
}

function kindOf(parts: readonly Span[], { text, quoted }: Page): Statement['kind'] {
  let quotes = 0
  let hasPlainWords = false
  for (const part of parts) {
    let at = part.start
    for (let q = firstIndex(quoted, ({ end }) => end > part.start); q < quoted.length; q++) {
      const quotation = quoted[q]
      if (!quotation || quotation.start >= part.end) break
      quotes++
      hasPlainWords ||= hasWords(text.slice(at, quotation.start))
      at = quotation.end
    }
    hasPlainWords ||= hasWords(text.slice(at, part.end))
  }
  if (quotes === 0) return 'indirect'
  return hasPlainWords ? 'mixed' : 'direct'
}

const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** How many statements before and after one may hold it: a quotation of some sentences holds a dozen. */
const relayReach = 40

/** A statement inside another’s content is relayed by the other’s source; the smallest such content is the nearest relay. */
function withRelay(statement: Statement, index: number, statements: readonly Statement[]): Statement {
  let nearest = -1
  for (let i = Math.max(0, index - relayReach); i < Math.min(statements.length, index + relayReach); i++) {
    const outer = statements[i]
    if (!outer || i === index || !outer.source || outer.modality === 'no-comment') continue
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
