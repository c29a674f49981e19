import type { Claim, Report } from '../records/claim.ts'
import type { Modality } from '../records/reading.ts'
import { findProvenance } from './find-provenance.ts'
import { toContentWords } from './to-content-words.ts'

/** Least share of words that two propositions have in common to be one, of all their words. */
const leastJaccard = 0.5
/** Least share of the shorter proposition’s words that the longer one has too: a cut quotation is the same claim. */
const leastContainment = 0.8
/** Fewer content words than this are a phrase that many statements share (“no comment”): only all of them count. */
const leastWords = 4

interface Draft {
  readonly seed: Report
  readonly words: ReadonlySet<string>
  readonly reports: Report[]
}

/**
 * Groups reports that say the same in the same words into claims, most outlets first.
 *
 * Each claim is measured against its earliest report alone, so that claims cannot chain into one another. The
 * result depends on the reports only, not on their order. A rewrite in other words makes a claim of its own.
 */
export function groupClaims(reports: readonly Report[]): Claim[] {
  const drafts: Draft[] = []
  const byWord = new Map<string, Set<number>>()
  for (const report of [...reports].sort(byTime)) {
    const words = new Set(toContentWords(report.proposition))
    if (words.size === 0) continue
    const best = bestMatch(report, words, drafts, byWord)
    if (best) {
      best.reports.push(report)
      continue
    }
    for (const word of words) byWord.set(word, (byWord.get(word) ?? new Set()).add(drafts.length))
    drafts.push({ seed: report, words, reports: [report] })
  }
  return drafts.map(toClaim).sort(byWeight)
}

function bestMatch(
  report: Report,
  words: ReadonlySet<string>,
  drafts: readonly Draft[],
  byWord: ReadonlyMap<string, ReadonlySet<number>>,
): Draft | null {
  const shared = new Map<number, number>()
  for (const word of words) {
    for (const at of byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  let best: Draft | null = null
  let bestShare = 0
  for (const [at, common] of [...shared].sort((a, b) => a[0] - b[0])) {
    const draft = drafts[at]
    if (!draft || draft.seed.kind !== report.kind || !maySpeakAlike(draft.seed, report)) continue
    if (!mayMeanAlike(draft.seed, report)) continue
    const share = likeness(common, words.size, draft.words.size)
    if (share > bestShare) {
      best = draft
      bestShare = share
    }
  }
  return best
}

/** 0 when two propositions are not one claim, else the share of words they have in common. */
function likeness(common: number, size: number, otherSize: number): number {
  const jaccard = common / (size + otherSize - common)
  const shorter = Math.min(size, otherSize)
  if (shorter < leastWords) return jaccard === 1 ? 1 : 0
  return jaccard >= leastJaccard || common / shorter >= leastContainment ? jaccard : 0
}

/**
 * Whether two propositions in the same words may be one: not where one denies what the other says, where they give
 * different numbers (“12 killed”, “21 killed”), or where the same names stand in another order (“A to B”, “B to A”).
 */
function mayMeanAlike(a: Report, b: Report): boolean {
  if (isAgainst(a) !== isAgainst(b)) return false
  const [numbersA, numbersB] = [numbersIn(a.proposition), numbersIn(b.proposition)]
  if (numbersA.length > 0 && numbersB.length > 0 && numbersA.join() !== numbersB.join()) return false
  const namesA = namedIn(a.proposition)
  const namesB = namedIn(b.proposition)
  const shared = namesA.filter((name) => namesB.includes(name))
  return shared.join() === namesB.filter((name) => namesA.includes(name)).join()
}

const isAgainst = ({ modality }: Report) => modality === 'denied' || modality === 'negated'

const numbersIn = (text: string): string[] => [...new Set(text.match(/\d+(?:[.,]\d+)*/g) ?? [])].sort()

/** Each capitalised word once, in order, but for days and months. */
const namedIn = (text: string): string[] => [
  ...new Set(
    (text.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []).filter(
      // “On Thursday, Veresk …” and “Veresk … on Thursday” say one thing.
      (word) =>
        !/day$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|The|On|In|At|He|She|It|They)/.test(word),
    ),
  ),
]

/** Two named sources that share no name say two things, be the words the same; a pronoun or nobody may be either. */
function maySpeakAlike(a: Report, b: Report): boolean {
  const [namesA, namesB] = [namesOf(a), namesOf(b)]
  if (namesA.length === 0 || namesB.length === 0) return true
  return namesA.some((name) => namesB.includes(name))
}

const namesOf = ({ source, sourceEntity }: Report) => [...namesIn(source), ...namesIn(sourceEntity)]

const namesIn = (source: string | null) =>
  (source?.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []).filter(
    (word) =>
      !/^(?:The|A|An|He|She|They|It|His|Her|Their|We|One|President|Minister|Secretary|Ambassador|Foreign|Prime|State)$/.test(
        word,
      ),
  )

function toClaim({ seed, reports }: Draft): Claim {
  const outlets = [...new Set(reports.map(({ outlet }) => outlet).filter((outlet) => outlet !== null))].sort()
  const modalities = [
    ...new Set(
      reports.map(({ modality }) => modality).filter((modality): modality is Modality => modality !== null),
    ),
  ]
  return {
    id: seed.id,
    kind: seed.kind,
    // “that” joins the words to their cue, which is no part of the claim.
    proposition: seed.proposition.replace(/^that\s+/, ''),
    source: whoSays(reports.find((report) => namesOf(report).length > 0) ?? seed),
    modalities,
    firstPublishedAt: seed.publishedAt,
    outlets,
    stories: [],
    provenance: findProvenance(reports, []),
    disagreements: [],
    history: [],
    credibility: { grade: 6, rule: 'Not weighed.' },
    reports,
  }
}

/** The source in the article’s words, or by name where those are a pronoun or a description. */
const whoSays = ({ source, sourceEntity }: Report) =>
  namesIn(source).length > 0 ? source : (sourceEntity ?? source)

/** Instants compare as instants, whatever time zone they are written in; undated reports come last. */
function byTime(a: Report, b: Report): number {
  const [at, bt] = [a, b].map(({ publishedAt }) =>
    publishedAt ? Date.parse(publishedAt) : Number.POSITIVE_INFINITY,
  )
  if (at !== bt) return (at ?? 0) < (bt ?? 0) ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function byWeight(a: Claim, b: Claim): number {
  return b.outlets.length - a.outlets.length || b.reports.length - a.reports.length || (a.id < b.id ? -1 : 1)
}
