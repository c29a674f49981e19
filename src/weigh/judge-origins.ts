import type { Origin } from '../records/origin.ts'
import type { Report } from '../records/report.ts'
import { type End, isContribution } from './identify-end.ts'

/** Ends of chains that are one origin, on one side of a claim. */
export interface EndGroup {
  readonly side: Origin['side']
  readonly ends: readonly End[]
}

/** An origin with the ends that it was made from. */
export interface JudgedOrigin {
  readonly origin: Origin
  readonly ends: readonly End[]
}

/** Whether a group is counted, and by which rule. */
interface Verdict {
  readonly isCounted: boolean
  readonly kind: Origin['kind']
  readonly why: string
}

const sides: readonly Origin['side'][] = ['support', 'deny', 'doubt']

const unknown = (why: string): Verdict => ({ isCounted: false, kind: 'unknown', why })

/**
 * Which groups of ends are counted as independent origins, each with the rule that says so; counted ones first, then
 * the side of support, of denial, of doubt, then those of most reports. What can’t be told of several outlets is one unknown origin.
 */
export function judgeOrigins(groups: readonly EndGroup[]): JudgedOrigin[] {
  const hasNamed = groups.some((group) => group.side === 'support' && isNamed(group))
  // Where nobody is named at all, several outlets telling it in their own voice show no independence: one is counted.
  let isOwnCounted = false
  const unknowns = new Map<string, { verdict: Verdict; side: Origin['side']; ends: End[] }>()
  const judged: JudgedOrigin[] = []
  for (const { side, ends } of groups) {
    const verdict = judge({ side, ends }, hasNamed, isOwnCounted)
    if (verdict.kind === 'unknown') {
      const key = `${side} ${verdict.why}`
      const known = unknowns.get(key)
      if (known) known.ends.push(...ends)
      else unknowns.set(key, { verdict, side, ends: [...ends] })
      continue
    }
    if (side === 'support' && verdict.isCounted && ends.every(({ isOwnVoice }) => isOwnVoice))
      isOwnCounted = true
    judged.push(toOrigin(side, ends, verdict))
  }
  for (const { verdict, side, ends } of unknowns.values()) judged.push(toOrigin(side, ends, verdict))
  return judged.sort(
    (a, b) =>
      Number(b.origin.isCounted) - Number(a.origin.isCounted) ||
      sides.indexOf(a.origin.side) - sides.indexOf(b.origin.side) ||
      b.origin.reports.length - a.origin.reports.length ||
      (a.origin.id < b.origin.id ? -1 : 1),
  )
}

const isNamed = ({ ends }: EndGroup) => ends.some(({ isOwnVoice, kind }) => !isOwnVoice && kind !== 'unknown')

function judge(group: EndGroup, hasNamed: boolean, isOwnCounted: boolean): Verdict {
  const { side, ends } = group
  if (ends.every(({ kind }) => kind === 'unknown'))
    return unknown('Others are said to have told it, and nobody says who.')
  if (side !== 'support')
    return {
      isCounted: false,
      kind: kindOf(ends),
      why:
        side === 'deny'
          ? 'Stands against the claim; denials are listed, not counted.'
          : 'Doubts the claim, and neither says nor denies it; doubts are listed, not counted.',
    }
  if (isNamed(group)) return { isCounted: true, kind: kindOf(ends), why: whyOne(ends) }
  if (ends.some(({ interest }) => interest !== null))
    return {
      isCounted: true,
      kind: 'institution',
      why: 'A state-run outlet in its own voice: its government’s interest.',
    }
  if (hasNamed)
    return unknown(
      'In the outlet’s own voice, beside others who name a source: what it rests on is not told.',
    )
  if (ends.every(({ report }) => isCount(report)))
    return unknown('A count in the outlet’s own voice that it can’t have established itself.')
  if (ends.every(({ links }) => links.some(({ how, words }) => how === 'credits' && isContribution(words))))
    return unknown('An agency contributed to the article: whose words these are can’t be told.')
  if (isOwnCounted)
    return unknown('Another outlet tells it in its own voice too; that they are independent is not shown.')
  return { isCounted: true, kind: kindOf(ends), why: 'The outlet’s own reporting: it names nobody else.' }
}

function toOrigin(
  side: Origin['side'],
  ends: readonly End[],
  { isCounted, kind, why }: Verdict,
): JudgedOrigin {
  const identities = [...new Set(ends.flatMap((end) => end.identities))].sort()
  return {
    ends,
    origin: {
      id: kind === 'unknown' ? `${side} unknown: ${identities.join(', ')}` : `${side} ${identities[0]}`,
      kind,
      name: nameOf(ends, kind),
      country: ends.find(({ country }) => country !== null)?.country ?? null,
      interest: ends.find(({ interest }) => interest !== null)?.interest ?? null,
      side,
      isCounted,
      identities,
      why,
      reports: [...new Set(ends.map(({ report }) => report.id))],
    },
  }
}

/** Tolls and totals: “12 people were killed”. */
const isCount = ({ counts, proposition }: Report) =>
  counts.some(({ of }) => of !== 'money' && of !== 'other') ||
  /\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)\s+(?:\p{L}+\s+){0,2}(?:people|dead|killed|deaths|wounded|injured|victims|soldiers|civilians|children|missiles)\b/iu.test(
    proposition,
  )

/** The kind that says most of whom a group ends at. */
function kindOf(ends: readonly End[]): Origin['kind'] {
  const kinds = new Set(ends.filter(({ isOwnVoice }) => !isOwnVoice).map(({ kind }) => kind))
  for (const kind of ['institution', 'speaker', 'document', 'agency', 'outlet', 'anonymous'] as const)
    if (kinds.has(kind)) return kind
  return ends[0]?.kind ?? 'unknown'
}

/** The mouths of an origin by name, those heard most first: “Leon Panetta, Pentagon”; at most three. */
function nameOf(ends: readonly End[], kind: Origin['kind']): string | null {
  const counts = new Map<string, number>()
  for (const end of ends) {
    if (end.name === null || (kind !== 'unknown' && end.kind !== kind)) continue
    const name = end.name.replace(/^the /i, '')
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
  // “Hollande” beside “François Hollande” says nothing more.
  const fullest = names.filter((name) => !names.some((other) => other !== name && other.includes(name)))
  // “two officials familiar with the talks, to The Examiner” are “two unnamed officials” elsewhere.
  if (kind === 'anonymous' && fullest[0] !== undefined)
    return [...fullest].sort((a, b) => b.length - a.length)[0] ?? null
  return fullest.length === 0 ? (ends[0]?.name ?? null) : fullest.slice(0, 3).join(', ')
}

function whyOne(ends: readonly End[]): string {
  const names = new Set(ends.map(({ name }) => name))
  switch (kindOf(ends)) {
    case 'institution':
      return names.size > 1 ? 'One institution, through all its mouths.' : 'An institution, by name.'
    case 'speaker':
      return 'One speaker, however many relay them.'
    case 'document':
      return 'One document, however many cite it.'
    case 'agency':
    case 'outlet':
      return 'The outlet that others cite, with whoever spoke to it.'
    case 'anonymous':
      return 'Unnamed people: one origin for each outlet that heard them.'
    case 'unknown':
      return 'It can’t be told what this rests on.'
  }
}
