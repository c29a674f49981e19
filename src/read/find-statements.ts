import type { Modality, Sentence, Statement } from '../records/reading.ts'
import type { Cues } from '../records/resources.ts'
import type { Span } from '../records/span.ts'
import { cutContentTail } from './cut-content-tail.ts'
import { endAtSentence } from './end-at-sentence.ts'
import { extendQuotations } from './extend-quotations.ts'
import type { Quotation } from './find-quotations.ts'
import { isSupposed } from './is-supposed.ts'
import { joinStatements } from './join-statements.ts'
import { judgeKind } from './judge-kind.ts'
import { type Judgement, judgeModality } from './judge-modality.ts'
import type { Networks } from './neural/open-networks.ts'
import { placeAttributions } from './place-attributions.ts'
import { type PlacedStatement, placeDrafts } from './place-drafts.ts'
import { type RelatedStatement, relateStatements } from './relate-statements.ts'
import { saysSomething } from './says-something.ts'
import {
  inArticle,
  inSentence,
  openPage,
  overlap,
  type Page,
  spanAt,
  viewAt,
  wordAt,
} from './statement-page.ts'
import type { TokenRange } from './token-range.ts'

/**
 * Finds who is reported to have said what: one statement per cue, in order of the cues; empty when nothing is
 * attributed. With networks, what they find is joined with what the rules find; without, the rules stand alone.
 */
export function findStatements(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Span[],
  quotations: readonly Quotation[],
  cues: Cues,
  networks: Networks | null = null,
): Statement[] {
  const page = openPage(text, sentences, tokens, quotations)
  const ruled = placeDrafts(page, cues)
  const placed = networks
    ? joinStatements(placeAttributions(page, networks, cues), ruled, page, cues)
    : ruled.filter((statement) => !isSupposed(statement, false, page))
  const reported = placed
    .filter((statement) => !isCorrection(statement, page) && saysSomething(statement, page))
    .map((statement) => cutContentTail(endAtSentence(statement, page), page))
  const related = relateStatements(extendQuotations(reported, page), page)
  return related.map((statement) => toStatement(statement, related, page))
}

/** “Correction: An earlier version said …”: an outlet’s note on its own page reports nobody. */
function isCorrection({ cue }: PlacedStatement, page: Page): boolean {
  const view = viewAt(page, cue.from)
  const opening = view?.words.slice(0, 8).join(' ') ?? ''
  return /^(?:Correction|CORRECTION|Corrections|Clarification|Editor ?[’']s note)\b[^.]*:/i.test(opening)
}

function toStatement(
  statement: RelatedStatement,
  statements: readonly RelatedStatement[],
  page: Page,
): Statement {
  const { source, cue, content, relay, nestedIn, confidence } = statement
  const parts = content.flatMap((part) => spanAt(page, part) ?? [])
  const [first, last] = [parts[0], parts.at(-1)]
  const { modality, condition } = judgeContent(cue, content, page)
  const outer = statements[nestedIn]
  const via = relay ?? outer?.source
  return {
    source: source && spanAt(page, source),
    cue: spanAt(page, cue) ?? { start: 0, end: 0 },
    content: first && last ? { start: first.start, end: last.end } : null,
    contentParts: parts,
    kind: judgeKind(content, page),
    via: via ? spanAt(page, via) : null,
    nestedIn: outer ? nestedIn : null,
    // What somebody denies is not said to be so by anyone inside the denial.
    modality: isDenied(statement, statements) ? 'denied' : strongest(statement, modality, page),
    condition: condition && spanAt(page, condition),
    sentence: viewAt(page, cue.from)?.index ?? 0,
    sourceEntity: null,
    sourceActor: null,
    confidence,
  }
}

function isDenied({ nestedIn }: RelatedStatement, statements: readonly RelatedStatement[]): boolean {
  const outer = statements[nestedIn]
  return outer !== undefined && (outer.cueModality === 'denied' || isDenied(outer, statements))
}

/**
 * What the words of a content say of themselves: those in the cue’s sentence, else those of its first sentence.
 *
 * “It is a start,” he said. “If they stay, we will talk.”: the condition is not that of the whole.
 */
function judgeContent(cue: TokenRange, content: readonly TokenRange[], page: Page): Judgement {
  const [first, last] = [content[0], content.at(-1)]
  const own = viewAt(page, cue.from)
  if (!first || !last || !own) return { modality: null, condition: null }
  const whole = { from: first.from, to: last.to }
  const isHere = overlap(whole, inArticle({ from: 0, to: own.words.length }, own))
  const view = isHere ? own : (viewAt(page, first.from) ?? own)
  const { modality, condition } = judgeModality(view, inSentence(whole, view))
  return { modality, condition: condition && inArticle(condition, view) }
}

/** Silence and denial are the cue’s; else what the words say of themselves outweighs a plain “said”. */
function strongest(
  { cueModality, source }: PlacedStatement,
  words: Modality | null,
  page: Page,
): Modality | null {
  if (cueModality === 'no-comment' || cueModality === 'denied') return cueModality
  if (cueModality === null) return null // A question asserts nothing, nor does what was not said.
  if (source && /^(?:neither|no|nobody|none)$/i.test(wordAt(page, source.from))) return null
  if (words === 'conditional') return words
  if (cueModality === 'hedged') return cueModality
  return words ?? cueModality
}
