import type { Report } from '../records/report.ts'
import { daysApart, isPlaced } from './days-apart.ts'
import { areContrary, findOpposition, type Opposition } from './find-opposition.ts'
import { toMs } from './to-ms.ts'
import { getAct, type Proposition, type PropositionWord, toProposition } from './to-proposition.ts'

/** That two reports tell one proposition, or two that cannot both hold, with what shows it. */
export interface ReportLink {
  /** Ids of the reports; `a` is the lesser. */
  readonly a: string
  readonly b: string
  readonly score: number
  readonly relation: 'same' | 'against'
  /** What keeps them apart; null for `same`. */
  readonly opposition: Opposition | null
  /** What they share, in stems: names, acts, rare words. */
  readonly basis: readonly string[]
}

/** Least weight shared of the shorter proposition, by who speaks; of the worked examples, none below is one claim. */
const least = {
  /** One speaker, in one story’s days: what is said twice is told in other words. */
  speaker: 0.5,
  /** A denial is told in the denier’s words, never in the claim’s. */
  denial: 0.5,
  /** What is merely negated denies only what is told in nearly its words. */
  negation: 0.75,
  /** Anybody: no more than a word in seven may be another. */
  anybody: 0.84,
}
/** Days between two articles within which one speaker’s like words are one saying. */
const speakerDays = 4
const denialDays = 10
const anybodyDays = 30

/**
 * Days between two articles beyond which like words are told anew: the ledger then looks no further back
 * (`claimGraph` says the same), so that what one more article costs does not grow with its years.
 */
const mostDaysApart = 45

/**
 * Compares two reports by themselves: the same proposition, one against the other, or null where neither can be told.
 *
 * Order does not matter, and nothing but the two reports does. Figures, hedges and who says so make no other claim.
 */
export function compareReports(a: Report, b: Report): ReportLink | null {
  if (a.kind !== b.kind || a.id === b.id || !within(a, b, mostDaysApart)) return null
  const [first, second] = a.id < b.id ? [a, b] : [b, a]
  const [p, q] = [toProposition(first), toProposition(second)]
  if (!p.words.size || !q.words.size) return null
  const opposition = findOpposition(first, second)
  const shared = findShared(p, q, opposition)
  if (shared.dice === 0) return null
  const likeness = judge(first, second, p, q, shared, opposition === 'corrected-day')
  if (likeness === 0) return null
  const link = { a: first.id, b: second.id, score: Math.round(likeness * 1000) / 1000, basis: shared.basis }
  if (opposition === null) return { ...link, relation: 'same', opposition }
  // A denial or a doubt of the contrary is no second voice and no conflict.
  if (
    [first, second].some((report) => isDenial(report) || report.stance === 'doubts') ||
    !mayConflict(opposition, shared)
  )
    return null
  if (!within(first, second, anybodyDays)) return null
  return { ...link, relation: 'against', opposition }
}

/** What must be alike in all else for two claims to stand against each other: what is wrong here shows as a conflict. */
function mayConflict(opposition: Opposition, { dice, rare, names }: Shared): boolean {
  if (opposition === 'polarity' || opposition === 'act') return dice >= 0.6
  if (opposition === 'corrected-day') return dice >= 0.6 && rare + names >= 3
  if (opposition === 'actor') return dice >= 0.8 && rare >= 3
  return (opposition === 'place' || opposition === 'thing') && dice >= 0.75 && rare + names >= 2
}

/** Least words of a sentence that two articles print alike because one has it from the other. */
const leastPrinted = 6

function isOneSentence(a: Report, b: Report): boolean {
  const [one, other] = [a, b].map(({ sentenceText }) => wordsOf(sentenceText))
  return (
    one !== undefined &&
    other !== undefined &&
    one.length >= leastPrinted &&
    one.join(' ') === other.join(' ')
  )
}

const wordsOf = (text: string) =>
  text
    .slice(0, 1000)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

interface Shared {
  /** Share of the lighter proposition’s weight that the other has too. */
  readonly contained: number
  /** Share of the weight of both. */
  readonly dice: number
  /** Rare words that are no names, acts among them. */
  readonly rare: number
  readonly names: number
  readonly basis: readonly string[]
  readonly onlyA: readonly PropositionWord[]
  readonly onlyB: readonly PropositionWord[]
}

/** How alike two propositions are, from 0 (no claim in common) to 1 (the same words); contraries count as alike. */
function judge(
  a: Report,
  b: Report,
  p: Proposition,
  q: Proposition,
  shared: Shared,
  isCorrected: boolean,
): number {
  // A reprint’s sentence is the original’s, whoever “she” and “the agency” are.
  if (p.print === q.print && isOneSentence(a, b) && within(a, b, anybodyDays)) return 1
  if (p.print === q.print) return p.words.size > 0 && mayShareWords(a, b, p, q) ? 1 : 0
  if (p.isQuestion !== q.isQuestion) return 0
  const { contained, dice } = shared
  const enough = shared.rare + shared.names
  if (a.kind === 'event' && isOneEvent(a, b, p, q, shared))
    return Math.max(dice, 0.6) * (isPlaced(a) && isPlaced(b) ? 1 : 0.7)
  if (differInCondition(p, q)) return 0
  if (isDenial(a) !== isDenial(b)) {
    const sharesAct = [...p.acts].some((name) => q.acts.has(name))
    if ((otherVerbs(shared) && !sharesAct) || otherThings(shared)) return 0
    const isPlainDenial = [a, b].some((report) => isDenial(report) && report.modality !== 'negated')
    const enoughHeld = contained >= (isPlainDenial ? least.denial : least.negation)
    return shared.rare >= 2 && shared.names >= 1 && enoughHeld && within(a, b, denialDays) ? dice : 0
  }
  if (p.isFirstPerson !== q.isFirstPerson && !isOneSpeaker(p, q)) return 0
  if (a.kind === 'event' && daysApart(a, b) > 0 && !isCorrected) {
    // The same two days later is another happening; one day more or less may be a slip, where all else is the same.
    if (daysApart(a, b) > 1 || contained < 0.9 || shared.rare < 3) return 0
  }
  if (isOneSpeaker(p, q)) {
    // “will be welcome”, “could find shelter”: one saying, told twice.
    if (!within(a, b, speakerDays))
      return contained >= least.anybody && dice >= 0.6 && shared.rare >= 2 ? dice : 0
    // “Quintero’s days in office were running out”, “time was running out for Quintero”.
    if (enough === 2 && shared.rare > 0 && dice >= 0.8) return otherVerbs(shared) ? 0 : dice
    if (enough < 3 || dice < 0.4) return 0
    if (oneSideOperates(shared)) return shared.rare >= 3 && contained >= least.anybody ? dice : 0
    if (shared.rare >= 2) return contained >= least.speaker ? dice : 0
    return shared.rare >= 1 && contained >= 0.65 && !otherVerbs(shared) ? dice : 0
  }
  if (p.isFirstPerson || q.isFirstPerson) return 0
  // “dozens were killed in the attack” is told of every attack.
  if (!within(a, b, anybodyDays)) return 0
  if (shared.names === 0 && (shared.rare < 4 || !within(a, b, speakerDays))) return 0
  if (enough < 3 || shared.rare < 1 || dice < 0.45) return 0
  if (otherVerbs(shared) || oneSideOperates(shared)) return 0
  if (sharesContrary(p, q)) return contained >= 0.6 ? dice : 0
  if (contained >= least.anybody) return dice
  // “Roake will travel to Selgrad, where Veresk is to receive him”, “Veresk will receive Roake in Selgrad”.
  const [lighter, heavier] =
    p.weight <= q.weight ? [shared.onlyA, shared.onlyB] : [shared.onlyB, shared.onlyA]
  return shared.names >= 3 && contained >= 0.75 && lighter.every(isVerbal) && !heavier.some(isVerbal)
    ? dice
    : 0
}

/** One type, the same actors and days, and an act or a rare word more that both name. */
function isOneEvent(a: Report, b: Report, p: Proposition, q: Proposition, shared: Shared): boolean {
  if (a.eventType === null || a.eventType !== b.eventType) return false
  if (daysApart(a, b) !== 0) return false
  const mutual = [...p.acts].some((name) => q.acts.has(name) && getAct(name)?.isMutual)
  const [doer, done, otherDoer, otherDone] = [a.actor, a.recipient, b.actor, b.recipient].map(toNames)
  if (!doer || !done || !otherDoer || !otherDone) return false
  if (doer.size === 0 || otherDoer.size === 0 || done.size === 0 || otherDone.size === 0) return false
  const straight = meets(doer, otherDoer) && meets(done, otherDone)
  const crossed = mutual && meets(doer, otherDone) && meets(done, otherDoer)
  if (!straight && !crossed) return false
  if (oneSideOperates(shared)) return false
  const sameAct = [...p.acts].some((name) => q.acts.has(name))
  return sameAct || shared.rare >= 2
}

const names = /\p{Lu}[\p{L}\p{M}.’'-]*/gu
const toNames = (words: string | null): Set<string> =>
  new Set([...(words ?? '').slice(0, 200).matchAll(names)].map(([name]) => name.toLowerCase()))

/** Most of what both say stands in a condition of one: “if the regime used gas” does not say that it did. */
function differInCondition(p: Proposition, q: Proposition): boolean {
  let [shared, differing] = [0, 0]
  for (const [stem, { kind, weight, isConditional }] of p.words) {
    const other = q.words.get(stem)
    if (!other || kind === 'name' || weight < 0.5) continue
    shared++
    if (other.isConditional !== isConditional) differing++
  }
  return differing * 2 > shared
}

function isOneSpeaker(p: Proposition, q: Proposition): boolean {
  return meets(p.speaker, q.speaker)
}

/** The same words are one claim in whatever mouth, but for “we” and “I” of two speakers, and for two words of no weight. */
function mayShareWords(a: Report, b: Report, p: Proposition, q: Proposition): boolean {
  if (p.speaker.size > 0 && q.speaker.size > 0 && !isOneSpeaker(p, q)) {
    if (p.isFirstPerson) return false
    if (p.weight < 2) return false
  }
  // “no comment” of nobody in particular is said every day.
  if (p.weight < 2 && (a.articleId === b.articleId || !isOneSpeaker(p, q))) return false
  return a.kind === 'event' ? daysApart(a, b) === 0 || within(a, b, 1) : true
}

/** One negates, or names the contrary of, what the other says: near enough to be told apart as contraries. */
function sharesContrary(p: Proposition, q: Proposition): boolean {
  for (const [stem, word] of p.words) {
    const other = q.words.get(stem)
    if (other && word.kind !== 'name' && word.isNegated !== other.isNegated) return true
  }
  return false
}

const isDenial = ({ stance, modality }: Report) => stance === 'denies' || modality === 'denied'
/** “released”, “announced”: each has a verb that the other lacks, and no table knows the two as one. */
const otherVerbs = ({ onlyA, onlyB }: Shared) => onlyA.some(isVerbal) && onlyB.some(isVerbal)
/** “potash exports”, “grain exports”. */
const otherThings = ({ onlyA, onlyB }: Shared) => onlyA.some(isThing) && onlyB.some(isThing)
const isThing = ({ kind, isVerb, weight }: PropositionWord) => kind === 'word' && !isVerb && weight > 0.5
/** “proposed to weaken” is no weakening. */
const oneSideOperates = ({ onlyA, onlyB }: Shared) =>
  [...onlyA, ...onlyB].some(({ isOperator }) => isOperator)
const isVerbal = ({ isVerb, weight }: PropositionWord) => isVerb && weight > 0.5

function within(a: Report, b: Report, days: number): boolean {
  const [at, bt] = [a, b].map(({ publishedAt }) => toMs(publishedAt))
  const apart = Math.abs((at ?? 0) - (bt ?? 0)) / 86_400_000
  return Number.isNaN(apart) || apart <= days
}

/** What two propositions share; where they oppose each other, what they oppose in counts as shared: all else must be alike. */
function findShared(p: Proposition, q: Proposition, opposition: Opposition | null): Shared {
  const basis: string[] = []
  let [rare, names] = [0, 0]
  const isAlias = aliasesOf(p, q)
  for (const stem of opposedIn(p, q, opposition)) isAlias.add(stem)
  const lacks = (of: Proposition) => (word: PropositionWord) =>
    !of.words.has(word.stem) && !isAlias.has(word.stem)
  const onlyA = [...p.words.values()].filter(lacks(q))
  const onlyB = [...q.words.values()].filter(lacks(p))
  for (const [stem, { kind, weight }] of p.words) {
    if (weight < 0.5 || !(q.words.has(stem) || isAlias.has(stem))) continue
    basis.push(stem)
    if (kind === 'name') names++
    else rare++
  }
  const [mine, theirs] = [p.weight - sum(onlyA), q.weight - sum(onlyB)]
  const lighter = p.weight <= q.weight ? mine / p.weight : theirs / q.weight
  return {
    contained: p.weight === q.weight ? Math.min(mine, theirs) / p.weight : lighter,
    dice: (mine + theirs) / (p.weight + q.weight),
    rare,
    names,
    basis,
    onlyA,
    onlyB,
  }
}

const sum = (words: readonly PropositionWord[]) => words.reduce((total, { weight }) => total + weight, 0)

/** The words in which two propositions oppose each other: the contrary acts, the two places, the two actors. */
function opposedIn(p: Proposition, q: Proposition, opposition: Opposition | null): string[] {
  if (opposition === 'act') {
    return [...p.acts].flatMap((act) => {
      const others = [...q.acts].filter(
        (other) => areContrary(act, other) && !p.acts.has(other) && !q.acts.has(act),
      )
      return others.length > 0 ? [act, ...others] : []
    })
  }
  if (opposition === 'place') return [...p.places, ...q.places]
  if (opposition === 'actor') {
    const [mine, theirs] = [
      [p, q],
      [q, p],
    ].map(([of, by]) =>
      [...(of?.words.values() ?? [])]
        .filter(({ stem, kind }) => kind === 'name' && !by?.words.has(stem))
        .map(({ stem }) => stem),
    )
    // “Tomás Arce” for “Pavel Strend”; where more names differ, more than an actor does.
    return mine && theirs && mine.length <= 3 && theirs.length <= 3 ? [...mine, ...theirs] : []
  }
  if (opposition === 'thing')
    return [p, q].flatMap(({ words, models }) =>
      [...words.keys()].filter((stem) =>
        [...models].some(
          ([name, number]) => stem.startsWith(name) && stem.includes(number.replaceAll('.', '')),
        ),
      ),
    )
  return []
}

/** “UAE” beside “United Arab Emirates”: the words of the one stand for the other. */
function aliasesOf(p: Proposition, q: Proposition): Set<string> {
  const aliases = new Set<string>()
  for (const [of, by] of [
    [p, q],
    [q, p],
  ] as const) {
    for (const [initials, stems] of of.initials) {
      if (!by.words.has(initials)) continue
      aliases.add(initials)
      for (const stem of stems) aliases.add(stem)
    }
  }
  return aliases
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of a) if (b.has(each)) return true
  return false
}
