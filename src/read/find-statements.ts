import type { Sentence, Statement } from '../records/reading.ts'
import type { Cues } from '../records/resources.ts'
import type { Span } from '../records/span.ts'
import { cutContentTail } from './cut-content-tail.ts'
import { endAtSentence } from './end-at-sentence.ts'
import { extendQuotations } from './extend-quotations.ts'
import type { Quotation } from './find-quotations.ts'
import { isSupposed } from './is-supposed.ts'
import { joinStatements } from './join-statements.ts'
import { judgeKind } from './judge-kind.ts'
import { judgeStatement } from './modality/judge-statement.ts'
import { treeOf } from './modality/sentence-tree.ts'
import type { Networks } from './neural/open-networks.ts'
import { partAccusation } from './part-accusation.ts'
import { placeAttributions } from './place-attributions.ts'
import { type PlacedStatement, placeDrafts } from './place-drafts.ts'
import { type RelatedStatement, relateStatements } from './relate-statements.ts'
import { saysSomething } from './says-something.ts'
import { openPage, type Page, spanAt, viewAt } from './statement-page.ts'

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
    .filter((statement) => !isOnlyIf(statement, page))
    .map((statement) => partAccusation(cutContentTail(endAtSentence(statement, page), page), page))
  const related = relateStatements(extendQuotations(reported, page), page)
  return related.map((statement) => toStatement(statement, related, page, cues))
}

/** “If Aldany agrees, the bank would pay”: nobody has agreed, and nobody says so. */
function isOnlyIf({ cue }: PlacedStatement, page: Page): boolean {
  const view = viewAt(page, cue.from)
  if (!view) return false
  const verb = cue.to - 1 - view.firstToken
  return (treeOf(view).children[verb] ?? []).some(
    (k) =>
      view.deprels[k] === 'mark' && /^(?:if|unless)$/.test(view.lower[k] ?? '') && view.lower[k - 1] !== 'as',
  )
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
  cues: Cues,
): Statement {
  const { source, cue, content, relay, nestedIn, confidence } = statement
  const parts = content.flatMap((part) => spanAt(page, part) ?? [])
  const [first, last] = [parts[0], parts.at(-1)]
  const { modality, condition } = judgeStatement(statement, statements, page, cues)
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
    modality,
    condition: condition && spanAt(page, condition),
    sentence: viewAt(page, cue.from)?.index ?? 0,
    sourceEntity: null,
    sourceActor: null,
    addressee: null,
    addresseeActor: null,
    when: null,
    confidence,
  }
}
