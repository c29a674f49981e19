import { isAdverb } from './find-noun-phrase.ts'
import type { PlacedStatement } from './place-drafts.ts'
import { holds, overlap, type Page, sameRange, wordAt } from './statement-page.ts'
import { negations } from './word-classes.ts'

/** How many statements before and after one may hold it: a quotation of some sentences holds a dozen. */
const relayReach = 40

/** A statement with the one that relays it: its place in the same list; -1 for none. */
export interface RelatedStatement extends PlacedStatement {
  readonly nestedIn: number
}

/**
 * Finds for every statement the one that relays it: the one with the smallest content that holds its cue.
 *
 * Leaves out what is inside another’s words and attributes nothing to anybody else: see `saysOfOthers`.
 */
export function relateStatements(statements: readonly PlacedStatement[], page: Page): RelatedStatement[] {
  const kept = statements.filter((statement, i) => {
    const relay = statements[findRelay(statement, i, statements)]
    if (!relay) return true
    return saysOfOthers(statement, page) && !(relay.cueModality === 'denied' && isJoined(statement, page))
  })
  const citers = kept.map((statement, i) => findCiter(statement, i, kept))
  const passedOn = kept.map((statement, i) => ({
    ...statement,
    content: (kept[citers[i] ?? -1] ?? statement).content,
  }))
  return passedOn.map((statement, i) => {
    const citer = citers[i] ?? -1
    return { ...statement, nestedIn: citer === -1 ? findRelay(statement, i, passedOn) : citer }
  })
}

/** “The paper, citing two officials, said …”: the officials’ statement is the paper’s, word for word, and is inside it. */
function findCiter(
  { relay, content }: PlacedStatement,
  index: number,
  statements: readonly PlacedStatement[],
): number {
  if (!relay) return -1
  for (let i = Math.max(0, index - relayReach); i < Math.min(statements.length, index + relayReach); i++) {
    const outer = statements[i]
    if (!outer?.source || outer.relay || i === index || !overlap(outer.source, relay)) continue
    if (outer.content.some((part) => content.some((own) => overlap(part, own)))) return i
  }
  return -1
}

function findRelay(
  statement: PlacedStatement,
  index: number,
  statements: readonly PlacedStatement[],
): number {
  let nearest = -1
  for (let i = Math.max(0, index - relayReach); i < Math.min(statements.length, index + relayReach); i++) {
    const outer = statements[i]
    if (!outer || i === index || !outer.source || outer.cueModality === 'no-comment') continue
    if (!outer.content.some((part) => holds(part, statement.cue))) continue
    if (statement.source && sameRange(outer.source, statement.source)) continue
    // A relay says more than what it relays: with this no chain runs in a circle.
    if (lengthOf(outer) <= lengthOf(statement)) continue
    const best = statements[nearest]
    const isCited = best && lengthOf(outer) === lengthOf(best) && outer.relay !== null
    if (!best || lengthOf(outer) < lengthOf(best) || isCited) nearest = i
  }
  return nearest
}

/** “denied that Quintero had asked for money or | agreed to go”: the second half of what is denied is no saying of his. */
function isJoined({ cue }: PlacedStatement, page: Page): boolean {
  let k = cue.from - 1
  while (isAdverb(wordAt(page, k)) || /^(?:has|have|had)$/.test(wordAt(page, k))) k--
  return /^(?:or|and|nor)$/.test(wordAt(page, k))
}

const lengthOf = ({ content }: PlacedStatement) => (content.at(-1)?.to ?? 0) - (content[0]?.from ?? 0)

/**
 * Whether a statement inside another’s content passes on somebody else’s words.
 *
 * “‘I think we won,’ said Marsh.” and “Marsh said he hoped to win” are Marsh’s own mind, already hers by the outer
 * statement; “if you say so” is nobody’s. What “he” told somebody is another occasion, and stays. Silence without
 * words is only part of what the outer one tells: “said the ambassador could not be reached”.
 */
function saysOfOthers({ source, cue, content, cueModality, kind }: PlacedStatement, page: Page): boolean {
  if (!source) return kind === 'passive' || kind === 'nobody'
  if (content.length === 0) return false
  if (source.to - source.from > 1) return true
  const who = wordAt(page, source.from).toLowerCase()
  if (/^(?:i|we|you|me|us|one|it|this|that|which|who|there|these|those|what|here)$/.test(who)) return false
  // “said that he did not believe it”: of his own mind, too.
  const isNegated = [0, 1].some((k) => negations.has(wordAt(page, cue.from + k).toLowerCase()))
  const isMind = /^(?:hedged|planned)$/.test(cueModality ?? '') || (cueModality === 'denied' && isNegated)
  return !(isMind && /^(?:he|she|they|him|her|them)$/.test(who))
}
