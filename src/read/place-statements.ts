import type { Sentence, Statement, Time } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import type { Actors } from './actors/open-actors.ts'
import { lemmaAt, treeOf } from './modality/sentence-tree.ts'
import { type SentenceView, spanOf, viewSentences } from './sentence-view.ts'
import { placeEvent } from './times/place-event.ts'

/** Verbs whose object is told: “informed President Marsh”. */
const tells = new Set(
  `advise alert ask assure beg brief caution challenge command convince counsel direct implore inform instruct
  invite lecture notify order persuade plead press promise question reassure remind request tell thank update urge
  warn`.split(/\s+/),
)

/** Verbs of saying whose “to” leads to those who are told: “said to reporters”, “wrote to the council”. */
const says = new Set(
  'announce boast comment complain confess confide confirm explain lie repeat report say speak state suggest talk testify vow write'.split(
    ' ',
  ),
)

/**
 * Adds to each statement whom the source told, and when, where the clause of its cue says so: “On Tuesday, Quintero
 * told President Marsh that …”. What stands in the content is neither.
 */
export function placeStatements(
  text: string,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  times: readonly Time[],
  day: string | null,
  cast: Actors | null,
): Statement[] {
  if (statements.length === 0) return []
  const views = viewSentences(text, sentences, [])
  return statements.map((statement) => {
    const view = views[statement.sentence]
    const verb = view ? verbOf(view, statement.cue) : -1
    if (!view || verb === -1) return statement
    const told = findAddressee(view, verb, statement)
    const taken = [...statement.contentParts, ...(statement.source ? [statement.source] : [])]
    const isOwn = (span: Span) => !taken.some((part) => part.start < span.end && span.start < part.end)
    const addressee = told && isOwn(told) ? told : null
    const placed = placeEvent(view.sentence, verb, times, day)
    const time = placed?.time == null ? undefined : times[placed.time]
    return {
      ...statement,
      addressee,
      addresseeActor: addressee && cast ? cast.at(addressee) : null,
      when: placed?.basis === 'said' && (time === undefined || isOwn(time)) ? placed : null,
    }
  })
}

/** The last verb of a cue: “has privately informed”; -1 where it has none: “according to”. */
function verbOf(view: SentenceView, cue: Span): number {
  const { tokens } = view.sentence
  for (let k = tokens.findLastIndex(({ end }) => end <= cue.end); k >= 0; k--) {
    if ((tokens[k]?.start ?? 0) < cue.start) break
    if (view.upos[k] === 'VERB') return k
  }
  return -1
}

function findAddressee(view: SentenceView, verb: number, { contentParts }: Statement): Span | null {
  const lemma = lemmaAt(view, verb)
  const children = treeOf(view).children[verb] ?? []
  for (const k of children) {
    if (
      !/^(?:PROPN|NOUN|PRON)$/.test(view.upos[k] ?? '') ||
      /^(?:what|that|which|this|it)$/.test(view.lower[k] ?? '')
    )
      continue
    const deprel = view.deprels[k] ?? ''
    if (deprel === 'iobj' || (deprel === 'obj' && tells.has(lemma))) return phraseOf(view, k, contentParts)
    // “The union was told on Monday that …”
    if (deprel === 'nsubj:pass' && tells.has(lemma)) return phraseOf(view, k, contentParts)
    if (deprel === 'obl' && says.has(lemma) && caseOf(view, k) === 'to')
      return phraseOf(view, k, contentParts)
  }
  return null
}

const caseOf = (view: SentenceView, k: number) =>
  view.lower[(treeOf(view).children[k] ?? []).find((child) => view.deprels[child] === 'case') ?? -1]

/**
 * A noun’s words: what stands before it, the rest of its name, and whose it is: “the head of the agency”; not what
 * the parse hung on it of the content.
 */
function phraseOf(view: SentenceView, k: number, contentParts: readonly Span[]): Span | null {
  const { children, extents } = treeOf(view)
  let [from, to] = [k, k + 1]
  for (const child of children[k] ?? []) {
    const extent = extents[child]
    if (!extent || extent.to - extent.from > 12) continue
    const deprel = view.deprels[child] ?? ''
    if (child < k && /^(?:det|amod|compound|nummod|nmod:poss|nmod|flat)/.test(deprel))
      from = Math.min(from, extent.from)
    const isRest = /^(?:flat|conj)/.test(deprel) || (deprel === 'nmod' && caseOf(view, child) === 'of')
    if (child > k && isRest && extent.from === to) to = extent.to
  }
  const { tokens } = view.sentence
  const begins = tokens.findIndex(
    ({ start }, at) => at > k && contentParts.some((part) => part.start === start),
  )
  return spanOf(view, from, begins === -1 ? to : Math.min(to, begins))
}
