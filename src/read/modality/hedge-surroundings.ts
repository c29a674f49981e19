import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'
import { modalAt, readOperators } from './read-operators.ts'
import { hasFeature, lemmaAt, oncePerToken, treeOf } from './sentence-tree.ts'

/** Tokens on either side whose lemmas are looked at. */
const reach = 5

/** Openers of a sentence that are looked at: a list of a thousand questions is no condition. */
const mostOpeners = 16

/** Clauses above a clause that are looked at. */
const mostAbove = 3

/**
 * What around a word tells whether it sets or follows a condition: the words near it, the openers of conditions
 * before and behind it, and how its clause and those above it stand in time.
 *
 * “The port would close if …” has an opener ahead; “said that the port would close” stands under a past verb.
 */
export function hedgeSurroundings(view: SentenceView, { from, to }: TokenRange, clause: number): string[] {
  const about: string[] = []
  for (let k = Math.max(0, from - reach); k < Math.min(view.words.length, to + reach); k++) {
    if (k < from || k >= to) about.push(`near ${lemmaAt(view, k)}`)
  }
  for (const { at, name } of openersOf(view)) {
    if (at >= from && at < to) continue
    about.push(`${at < from ? 'behind' : 'ahead of'} ${name}`, `with ${name}`)
  }
  about.push(...clauseTimes(view, clause), ...timesAbove(view, clause), ...subjectFeatures(view, clause))
  if (view.lower[from] === 'if') about.push(...ifFeatures(view, from, clause))
  return about
}

/** Words under which “if” asks: “asked if”, “it is unclear if”. */
const asks =
  /^(?:ask|argue|check|clear|decide|determine|doubt|know|learn|question|see|sure|tell|test|unclear|unknown|unsure|verify|wonder)$/

/** What tells an “if” that sets no condition: “competent, if tedious”, “see if”. */
function ifFeatures(view: SentenceView, k: number, clause: number): string[] {
  const about: string[] = []
  const before = view.lower[k - 1] ?? ''
  const above = view.heads[clause] ?? -1
  if (above >= 0 && above < k && asks.test(lemmaAt(view, above)))
    about.push(`if asks ${view.deprels[clause]}`)
  const { subject, copula } = readOperators(view, clause)
  const isVerbless = view.upos[clause] !== 'VERB' && subject === -1 && copula === -1
  if (isVerbless) about.push(`if verbless ${view.upos[clause]} ${before === ',' ? 'comma' : ''}`)
  if (/[“"‘'`]/.test(before)) about.push('if quoted')
  if (k > 0 && /^\p{Lu}/u.test(view.words[k] ?? '')) about.push('if title')
  return about
}

/** Of whom a clause tells: “this would …” goes on with what was supposed before. */
function subjectFeatures(view: SentenceView, clause: number): string[] {
  const { subject } = readOperators(view, clause)
  if (subject === -1) return ['subject none']
  const definite = (treeOf(view).children[subject] ?? []).find((k) => view.deprels[k] === 'det')
  return [
    `subject ${lemmaAt(view, subject)}`,
    `subject det ${definite === undefined ? '' : view.lower[definite]}`,
    `subject form ${view.sentence.tokens[subject]?.features ?? ''}`,
  ]
}

interface Opener {
  readonly at: number
  readonly name: string
}

const openers = new Set(
  'if unless whether when once provided providing otherwise without until than because although though so would could will might may can'.split(
    ' ',
  ),
)

const ofSentences = new WeakMap<SentenceView, readonly Opener[]>()

/** “if”, “unless”, “once”, the “should” of “Should he leave, …”, and the modals that answer them. */
function openersOf(view: SentenceView): readonly Opener[] {
  const known = ofSentences.get(view)
  if (known) return known
  const found: Opener[] = []
  for (let k = 0; k < view.words.length && found.length < mostOpeners; k++) {
    const word = view.lower[k] ?? ''
    const beginsClause = k === 0 || /^[,;:(]$/.test(view.lower[k - 1] ?? '')
    if (openers.has(word)) found.push({ at: k, name: word })
    else if (beginsClause && /^(?:should|had|were)$/.test(word))
      found.push({ at: k, name: `inverted ${word}` })
  }
  ofSentences.set(view, found)
  return found
}

/** How a clause stands in time, and what it takes. */
function clauseTimes(view: SentenceView, clause: number): string[] {
  const about = [`clause tense ${tenseAt(view, clause)}`]
  if (readOperators(view, clause).isPassive) about.push('clause passive')
  for (const child of treeOf(view).children[clause] ?? []) {
    const relation = view.deprels[child] ?? ''
    if (!/^(?:obj|ccomp|xcomp|advcl|obl)/.test(relation)) continue
    about.push(`clause has ${relation}`)
    if (relation.startsWith('advcl'))
      about.push(`clause has advcl ${tenseAt(view, child)} ${child < clause ? 'before' : 'behind'}`)
  }
  return about
}

/** The clauses that hold a clause: “said that it would …” stands under a past verb, “believe it would …” does not. */
function timesAbove(view: SentenceView, clause: number): string[] {
  const about: string[] = []
  let below = clause
  for (let step = 0; step < mostAbove; step++) {
    const above = view.heads[below] ?? -1
    if (above < 0) break
    const relation = view.deprels[below] ?? ''
    if (/^(?:ccomp|advcl|acl|xcomp|parataxis|csubj|conj)/.test(relation)) {
      const tense = tenseAt(view, above)
      about.push(`under ${lemmaAt(view, above)}`, `under ${relation} ${tense}`, `under tense ${tense}`)
      if (step === 0) about.push(`tenses ${tenseAt(view, clause)} ${relation} ${tense}`)
    }
    below = above
  }
  return about
}

/** “past”, “present”, “would have”, “to”: how a clause stands in time. */
const tenseAt = oncePerToken((view, p) => {
  const { modal, mark, perfect } = readOperators(view, p)
  const name = modalAt(view, modal)
  if (name !== null) return perfect ? `${name} have` : name
  const below = (treeOf(view).children[p] ?? []).filter((k) => /^(?:aux|cop)/.test(view.deprels[k] ?? ''))
  const finite = [p, ...below].find((k) => hasFeature(view, k, 'VerbForm=Fin'))
  if (finite !== undefined)
    return hasFeature(view, finite, 'Tense=Past') ? 'past' : perfect ? 'perfect' : 'present'
  if (mark === 'to') return 'to'
  if (hasFeature(view, p, 'VerbForm=Ger') || hasFeature(view, p, 'Tense=Pres')) return 'ing'
  return hasFeature(view, p, 'VerbForm=Part') ? 'participle' : 'none'
})
