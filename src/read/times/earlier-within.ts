import type { Event, Sentence, Time } from '../../records/reading.ts'
import { firstIndex } from '../first-index.ts'
import { fromIso, toIso } from './calendar.ts'
import { shiftByLength } from './shift-by-length.ts'
import { ordinals, type Unit } from './time-words.ts'

type When = Event['when']

/**
 * When the event before happened, where the words count: “his second meeting in just 17 days” on a Thursday tells of
 * another in the 17 days up to that Wednesday. Null where nothing is counted, or no day of this event is known.
 *
 * @param trigger index in the sentence of the token that names what happened: “meeting”, or “met” in “met for the
 * second time in 17 days”.
 * @param when of this event, as `placeEvent` gives it.
 */
export function earlierWithin(sentence: Sentence, trigger: number, times: readonly Time[], when: When): When {
  const day = when?.precision === 'day' && when.from !== null ? fromIso(when.from) : null
  if (day === null) return null
  const { tokens } = sentence
  const begin = tokens[trigger]?.start ?? sentence.start
  const end = tokens[trigger + reach]?.end ?? sentence.end
  const first = firstIndex(times, ({ start }) => start >= begin)
  for (let index = first; index < times.length; index++) {
    const time = times[index]
    if (!time || time.start >= end) break
    const length = time.type === 'DURATION' ? toLength(time.timex) : null
    if (!length) continue
    const at = firstIndex(tokens, ({ end }) => end > time.start)
    const preposition = findIn(sentence, at)
    const noun = preposition === -1 ? -1 : findCounted(sentence, preposition)
    if (noun === -1 || !isOf(sentence, noun, trigger)) continue
    return {
      from: toIso(shiftByLength(day, length, -1)),
      to: toIso(day - 1),
      precision: 'interval',
      basis: 'said',
      time: index,
    }
  }
  return null
}

/** How far after its trigger a length is looked for, in tokens. */
const reach = 40

const unitOf: Readonly<Record<string, Unit>> = { D: 'day', W: 'week', M: 'month', Y: 'year' }

/** P17D, P2W; null for hours, for “years” and for what has parts. */
function toLength(timex: string | null): { count: number; unit: Unit } | null {
  const [, count, letter = ''] = /^P(\d{1,3})([DWMY])$/.exec(timex ?? '') ?? []
  const unit = unitOf[letter]
  return count === undefined || unit === undefined ? null : { count: Number(count), unit }
}

/** The “in” or “within” of “in just 17 days”, at most three tokens before the length; -1 where there is none. */
function findIn({ tokens }: Sentence, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const lemma = tokens[i]?.lemma ?? ''
    if (lemma === 'in' || lemma === 'within') return i
    if (!/^(?:just|only|barely|under|little|the|as|about|less|more|than|over)$/.test(lemma)) return -1
  }
  return -1
}

/** The noun that an ordinal from “second” on counts, at most six tokens before the “in”; -1 where there is none. */
function findCounted({ tokens }: Sentence, preposition: number): number {
  for (let i = preposition - 1; i >= Math.max(0, preposition - 6); i--) {
    const nth =
      ordinals.get(tokens[i]?.lemma ?? '') ??
      Number(/^(\d+)(?:nd|rd|th|st)$/.exec(tokens[i]?.lemma ?? '')?.[1] ?? 0)
    if (nth < 2) continue
    const head = tokens[i]?.head ?? -1
    return head > i && head < preposition ? head : i + 1 < preposition ? i + 1 : -1
  }
  return -1
}

/** Whether the counted noun is the trigger, what the trigger does (“held his second meeting”), or a “time” of it. */
function isOf({ tokens }: Sentence, noun: number, trigger: number): boolean {
  if (noun === trigger || tokens[noun]?.lemma === 'time') return true
  return tokens[noun]?.head === trigger || tokens[trigger]?.head === noun
}
