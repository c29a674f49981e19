import type { Event, Sentence, Time } from '../../records/reading.ts'
import { firstIndex } from '../first-index.ts'
import { type Day, fromIso, toIso } from './calendar.ts'
import { openTenseJudge, type TenseJudge } from './judge-tense.ts'

type When = Event['when']

/**
 * When an event happened: by the expression of time in its trigger’s own clause (“said”), else by the tense of its verb
 * (“tense”: to the article’s day, or from it on); null where nothing tells or nobody knows the article’s day.
 *
 * A time counts where the parse hangs it on the trigger, on the verb that governs a trigger that is a noun (“held talks
 * on Thursday”), or before the verb that the trigger is joined to (“On Thursday, they met and signed”). One inside another
 * clause does not: in “He said on Thursday that they would meet on Friday” each verb has its own.
 *
 * @param trigger index in the sentence of the token that names what happened.
 * @param times every time of the article, in order.
 * @param publishedDay ISO 8601; null when nobody knows it.
 */
export function placeEvent(
  sentence: Sentence,
  trigger: number,
  times: readonly Time[],
  publishedDay: string | null,
): When {
  const published = publishedDay === null ? null : fromIso(publishedDay)
  const told = findTold(sentence, trigger, times)
  if (told) return bound(sentence, told, times, published)
  if (published === null) return null
  const tense = judgeOf(sentence).of(trigger, trigger, '')
  const day = toIso(published)
  if (tense === 'past') return { from: null, to: day, precision: 'interval', basis: 'tense', time: null }
  if (tense === 'future') return { from: day, to: null, precision: 'interval', basis: 'tense', time: null }
  return null
}

/** The judges of sentences in use, so that many events of one long sentence go through its parse once. */
const judges = new WeakMap<Sentence, TenseJudge>()

function judgeOf(sentence: Sentence): TenseJudge {
  const judge = judges.get(sentence) ?? openTenseJudge(sentence)
  judges.set(sentence, judge)
  return judge
}

interface Candidate {
  /** Index in the article’s times. */
  readonly index: number
  /** First token of the time. */
  readonly from: number
  /** Steps up the tree to the trigger; more for a time that is only shared. */
  readonly distance: number
}

/** How far from its trigger a time is looked for, in tokens: longer than clauses of news, and a bound on hostile ones. */
const reach = 80

/** The nearest placed time of the trigger’s clause; of two as near, the finer. */
function findTold(sentence: Sentence, trigger: number, times: readonly Time[]): Candidate | null {
  const { tokens } = sentence
  const anchors = findAnchors(sentence, trigger)
  let best: Candidate | null = null
  const begin = tokens[Math.max(0, trigger - reach)]?.start ?? sentence.start
  const end = tokens[trigger + reach]?.end ?? sentence.end
  const first = firstIndex(times, ({ start }) => start >= begin)
  for (let index = first; index < times.length; index++) {
    const time = times[index]
    if (!time || time.start >= end) break
    if (time.type === 'SET' || time.from === null || time.to === null) continue
    const from = firstIndex(tokens, ({ end }) => end > time.start)
    const to = firstIndex(tokens, ({ start }) => start >= time.end)
    const distance = distanceTo(sentence, { from, to }, anchors)
    if (distance === null) continue
    const rival = best === null ? undefined : times[best.index]
    const isBetter =
      best === null ||
      distance < best.distance ||
      (distance === best.distance && rival !== undefined && daysOf(time) < daysOf(rival))
    if (isBetter) best = { index, from, distance }
  }
  return best
}

const daysOf = ({ from, to }: Time) => (fromIso(to ?? '') ?? 0) - (fromIso(from ?? '') ?? 0)

interface Anchor {
  readonly token: number
  /** What reaching it adds to a time’s distance. */
  readonly cost: number
  /** Only a time that stands before this token reaches it: “On Thursday, they met and signed.” */
  readonly before: number | null
}

/** Verbs whose “to” shares what stands before them: “On Thursday the sides are expected to meet.” */
const raising = /^(?:expect|set|schedule|due|be|have|slate|plan|begin|start|continue|need)$/

/** The tokens that a time of the event may hang on: the trigger and the verbs that it is part of. */
function findAnchors({ tokens }: Sentence, trigger: number): Anchor[] {
  const anchors: Anchor[] = [{ token: trigger, cost: 0, before: null }]
  let at = trigger
  let cost = 0
  // Each step leads up the tree; four are more than “is expected to hold talks” needs.
  for (let steps = 0; steps < 4; steps++) {
    const word = tokens[at]
    const head = word?.head ?? -1
    const above = tokens[head]
    if (!word || !above) break
    const relation = word.deprel.split(':')[0] ?? ''
    const isNoun = word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'NUM'
    if (isNoun && above.upos === 'VERB' && /^(?:obj|nsubj|obl|iobj)$/.test(relation)) {
      // “held talks on Thursday”; “arrived for talks on Thursday” too.
      cost += 1
      anchors.push({ token: head, cost, before: null })
    } else if (relation === 'conj' && (above.upos === 'VERB') === (word.upos === 'VERB')) {
      cost += 2
      anchors.push({ token: head, cost, before: head })
    } else if (relation === 'xcomp' && raising.test(above.lemma)) {
      cost += 2
      anchors.push({ token: head, cost, before: at })
    } else break
    at = head
  }
  return anchors
}

/** Relations that lead out of a clause: what hangs below them belongs to another. */
const clause = /^(?:acl|advcl|ccomp|csubj|parataxis|conj|xcomp|appos)$/

/** Nouns that are happenings themselves: a time on one of them is its own, not the verb’s. */
const happening =
  /(?:tion|sion|ment|ing|ance|ence|attack|strike|raid|talk|summit|visit|vote|war|protest|speech|trip|debate|trial|death|arrest|crash|blast|coup|deal|rally|riot|clash|fall|election|report|statement)s?$/

/** How far a time is from the nearest anchor; null where its path leads through another clause or happening. */
function distanceTo(
  { tokens }: Sentence,
  { from, to }: { from: number; to: number },
  anchors: readonly Anchor[],
): number | null {
  let at = from
  for (let i = from; i < to; i++) {
    const head = tokens[i]?.head ?? -1
    if (head < from || head >= to) at = i
  }
  for (let steps = 0; steps < 4; steps++) {
    const word = tokens[at]
    const head = word?.head ?? -1
    if (!word || head < 0) return null
    if (clause.test(word.deprel.split(':')[0] ?? '')) return null
    const anchor = anchors.find(({ token }) => token === head)
    if (anchor && (anchor.before === null || from < anchor.before)) return anchor.cost + steps
    if (anchor) return null
    const above = tokens[head]
    if (!above || above.upos === 'VERB' || above.upos === 'AUX') return null
    // “met the envoy on Thursday”, however the parse hangs it; “denied the attack on Thursday” stays open.
    if (happening.test(above.lemma)) return null
    at = head
  }
  return null
}

/** The days of a time, as the word before it bounds them: “since Monday”, “by Friday”, “before March”. */
function bound(
  { tokens }: Sentence,
  { index, from: first }: Candidate,
  times: readonly Time[],
  published: Day | null,
): When {
  const time = times[index]
  const from = time?.from ?? null
  const to = time?.to ?? null
  if (!time || from === null || to === null) return null
  const open = { precision: 'interval', basis: 'said', time: index } as const
  switch (tokens[first - 1]?.lemma) {
    case 'since': {
      const isPast = published !== null && from <= toIso(published)
      return { ...open, from, to: isPast ? toIso(published) : null }
    }
    case 'until':
    case 'till':
    case 'by':
      return { ...open, from: null, to }
    case 'before':
      return { ...open, from: null, to: toIso((fromIso(from) ?? 0) - 1) }
    case 'after':
      return { ...open, from: toIso((fromIso(to) ?? 0) + 1), to: null }
    case 'from':
      // “from 1 December”; a range has both its ends.
      if (!time.timex?.includes('/')) return { ...open, from, to: null }
      break
    default:
      break
  }
  const joined = findJoined(tokens, time, times[index + 1])
  if (joined !== null && joined > to) return { ...open, from, to: joined }
  return { from, to, precision: precisionOf(time), basis: 'said', time: index }
}

/** “on Saturday and Sunday”: the last day of a time that “and” joins to another; null where none is joined. */
function findJoined(tokens: Sentence['tokens'], time: Time, next: Time | undefined): string | null {
  if (!next || next.to === null || next.type !== time.type || next.timex?.length !== time.timex?.length)
    return null
  const after = firstIndex(tokens, ({ start }) => start >= time.end)
  const isNext = tokens[after]?.lemma === 'and' && tokens[after + 1]?.start === next.start
  return isNext ? next.to : null
}

function precisionOf({ from, to, timex, type }: Time): NonNullable<When>['precision'] {
  if (from === to) return 'day'
  if (type === 'DURATION' || timex === null) return 'interval'
  if (/^\d{4}-W\d{2}$/.test(timex)) return 'week'
  if (/^\d{4}-\d{2}$/.test(timex)) return isWhole(from, to, 27) ? 'month' : 'interval'
  if (/^\d{4}$/.test(timex)) return isWhole(from, to, 364) ? 'year' : 'interval'
  return 'interval'
}

/** Whether a month or year is whole: “earlier this year” is not. */
const isWhole = (from: string | null, to: string | null, days: number) =>
  (fromIso(to ?? '') ?? 0) - (fromIso(from ?? '') ?? 0) >= days
