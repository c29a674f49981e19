import type { Modality } from '../records/reading.ts'
import type { Cues } from '../records/resources.ts'
import { draftStatements } from './draft-statements.ts'
import { trimContent } from './find-content.ts'
import type { FoundCue } from './found-cue.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'
import { inArticle, type Page, viewAt, wordAt } from './statement-page.ts'
import type { TokenRange } from './token-range.ts'

/** A statement while it is being made, in tokens of the article. */
export interface PlacedStatement {
  readonly cue: TokenRange
  readonly source: TokenRange | null
  /** In order; empty when there are no words to point at. */
  readonly content: readonly TokenRange[]
  readonly relay: TokenRange | null
  readonly kind: FoundCue['kind']
  /** What the cue alone says of the content; null for a question. */
  readonly cueModality: Modality | null
  /** Whether the cue is a fixed phrase of the table. */
  readonly isPhrase: boolean
  /** The networks’ calibrated probability; null where rules alone found it. */
  readonly confidence: number | null
}

/** Finds by rules what every sentence attributes, in order of the cues. */
export function placeDrafts(page: Page, cues: Cues): PlacedStatement[] {
  const placed = page.views.flatMap((view) =>
    draftStatements(view, cues).map((draft) => placeDraft(draft, view, page)),
  )
  return placed.map((statement, i) => answerQuestion(statement, placed[i - 1], page))
}

/** “The Ledger asked whether he would go. He declined to say.”: silence is about what was asked just before. */
function answerQuestion(
  statement: PlacedStatement,
  before: PlacedStatement | undefined,
  page: Page,
): PlacedStatement {
  if (statement.kind !== 'silence' || statement.content.length > 0) return statement
  const question = questionBefore(statement, page)
  if (question) return { ...statement, content: [question] }
  if (!before) return statement
  const [own, asked] = [viewAt(page, statement.cue.from), viewAt(page, before.cue.from)]
  const isNext = own !== undefined && asked !== undefined && own.index - asked.index <= 1
  const isQuestion =
    before.cueModality === null &&
    /^(?:whether|if|how|why|what|who|when|where)$/.test(wordAt(page, before.content[0]?.from ?? -1))
  return isNext && isQuestion ? { ...statement, content: before.content } : statement
}

/** “Is that an offer of asylum? Nobody in Selgrad will say.”: the paper’s own question, in the sentence before. */
function questionBefore({ cue }: PlacedStatement, page: Page): TokenRange | null {
  const view = viewAt(page, cue.from)
  const asked = page.views[(view?.index ?? 0) - 1]
  if (asked?.lower.at(-1) !== '?' || asked.quoted.some((q) => q !== -1)) return null
  return inArticle({ from: 0, to: asked.wordEnd }, asked)
}

function placeDraft(draft: StatementDraft, view: SentenceView, page: Page): PlacedStatement {
  return {
    cue: inArticle(draft.cue, view),
    source: draft.source && inArticle(draft.source, view),
    content: contentParts(draft, view, page),
    relay: draft.relay ? inArticle(draft.relay, view) : null,
    kind: draft.cue.kind,
    cueModality: draft.cue.modality,
    isPhrase: draft.cue.isPhrase === true,
    confidence: null,
  }
}

/** The pieces of a content: what surrounds an attribution in the middle, and quotations that run over sentences. */
function contentParts(draft: StatementDraft, view: SentenceView, page: Page): TokenRange[] {
  if (!draft.content) return []
  const { from, to } = draft.content
  if (draft.cue.kind === 'nobody') return [wholeQuotations(draft.content, view, page)]
  const taken = [draft.cue, draft.source, draft.relay, draft.gap]
    .filter((range): range is TokenRange => range != null)
    .filter((range) => range.from >= from && range.to <= to)
  const pieces: TokenRange[] = []
  if (taken.length === 0) pieces.push(draft.content)
  else {
    pieces.push({ from, to: Math.min(...taken.map((range) => range.from)) })
    pieces.push({ from: Math.max(...taken.map((range) => range.to)), to })
  }
  return pieces.flatMap((piece) => {
    const trimmed = trimContent(view, piece)
    return trimmed ? [wholeQuotations(trimmed, view, page)] : []
  })
}

/** A quotation that began sentences earlier is part of the content from its opening mark; its closing mark is too. */
function wholeQuotations(range: TokenRange, view: SentenceView, { quotations }: Page): TokenRange {
  const first = quotations[view.quoted[range.from] ?? -1]
  const last = quotations[view.quoted[range.to - 1] ?? -1]
  const begunEarlier = range.from === 0 && first !== undefined && first.open < view.firstToken
  const from = begunEarlier ? first.open : view.firstToken + range.from
  const to = view.firstToken + range.to
  const closesHere = last !== undefined && last.close < view.firstToken + view.words.length
  // “The minister said: ‘We will pay. But not today.’”: a quotation that opens in the content is taken whole.
  if (last && !closesHere && last.open >= from) return { from, to: last.close + 1 }
  if (!closesHere) return { from, to }
  // “Adair ‘thinks the calendar works’”: of a quotation that opened before, the closing mark is not taken either.
  return {
    from,
    to: last.open < from ? Math.max(from + 1, Math.min(to, last.close)) : Math.max(to, last.close + 1),
  }
}
