import type { Time } from '../../records/reading.ts'
import { type Day, toDate, toDay, toIso } from './calendar.ts'
import { countsFrom, isBeside } from './counts-from.ts'
import { openTenseJudge, type Tense, type TenseJudge } from './judge-tense.ts'
import type { Expression, Length, Meaning } from './moment.ts'
import { placeMoment } from './place-moment.ts'
import type { Frame, Placed } from './placed.ts'
import { shiftByLength } from './shift-by-length.ts'
import type { TimePage } from './time-page.ts'
import { ordinals } from './time-words.ts'
import { toPeriod } from './to-period.ts'

interface Told {
  readonly placed: Placed
  readonly index: number
}

interface Story extends Told {
  /** Index of the sentence that told it last. */
  readonly sentence: number
  /** How many months or days of earlier years it has told. */
  readonly dates: number
}

interface PageExpressions {
  readonly page: TimePage
  readonly expressions: readonly Expression[]
}

/** Places what was found, sentence by sentence: each against the article’s day and what was told before it. */
export function placeExpressions(pages: readonly PageExpressions[], published: Day | null): Time[] {
  const times: Time[] = []
  let told: Told | null = null
  let period: Told | null = null
  let story: Story | null = null
  for (const [sentence, { page, expressions }] of pages.entries()) {
    const judge = openTenseJudge(page.sentence, tokensOf(expressions))
    for (const expression of expressions) {
      const first = page.tokens[expression.from]
      const last = page.tokens[expression.to - 1]
      if (!first || !last) continue
      const frame: Frame = {
        published,
        told: told?.placed ?? null,
        period: period?.placed ?? null,
        story: storyAt(story, sentence),
        isAttribute: isAttribute(page, expression),
        tense: tenseOf(page, expression, judge),
      }
      const { type, placed } = keepInCalendar(place(expression, frame, page))
      const base: Told | null = countsFrom(expression.meaning, {
        told,
        period,
        story: storyAt(story, sentence) && story,
      })
      times.push({
        start: first.start,
        end: last.end,
        type,
        timex: placed.timex,
        mod: expression.mod,
        from: placed.from === null ? null : toIso(placed.from),
        to: placed.to === null ? null : toIso(placed.to),
        anchor: base?.index ?? null,
      })
      story = nextStory(
        story,
        { placed, index: times.length - 1, sentence, dates: 0 },
        expression.meaning,
        published,
      )
      if (type === 'SET' || type === 'DURATION' || placed.from === null || isBeside(expression.meaning))
        continue
      told = { placed, index: times.length - 1 }
      if (placed.grain === 'quarter' || placed.grain === 'half') period = told
    }
  }
  return times
}

/** How many sentences a story of an earlier year goes on without a date. */
const storySentences = 3

/** How many dates of earlier years, with nothing of the article’s own in between, make a story. */
const storyDates = 3

const storyAt = (story: Story | null, sentence: number): Placed | null =>
  story !== null && story.dates >= storyDates && sentence - story.sentence <= storySentences
    ? story.placed
    : null

/**
 * The story that the text tells after an expression: “On 1 May 1941 … By 3 June 1941 …” opens one, “in July” goes on
 * with it, “on Thursday” or “last week” is back at the article’s day. One date of an earlier year is background and
 * opens none, and last year is too near to tell a story from the news.
 */
function nextStory(
  story: Story | null,
  told: Story,
  { kind, ...meaning }: Meaning,
  published: Day | null,
): Story | null {
  if (kind !== 'moment' || published === null || !('moment' in meaning)) return story
  const { moment } = meaning
  if (moment.at === 'reference' || told.placed.from === null) return story
  const isOld = toDate(told.placed.from).year < toDate(published).year - 1
  if (!isOld) return null
  const isDated = moment.at === 'part' || moment.at === 'range' || moment.at === 'nth'
  return { ...told, dates: (story?.dates ?? 0) + (isDated ? 1 : 0) }
}

/** The tense of the clause; a day that is led to by “until” or “by” lies on neither side for certain. */
function tenseOf(page: TimePage, expression: Expression, judge: TenseJudge): Tense | null {
  const before = page.lower[expression.from - 1] ?? ''
  const head = headOf(page, expression)
  const tense = judge.of(head, expression.from, before)
  if (tense === 'past' && /^(?:until|till|through|by|to)$/.test(before)) return null
  // “under a June agreement”
  return tense !== null && page.tokens[head]?.deprel === 'compound' ? null : tense
}

/** The tokens of times: the “May” of “in May it rained” is no auxiliary, whatever the parse. */
const tokensOf = (expressions: readonly Expression[]): ReadonlySet<number> =>
  new Set(expressions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)))

/** “the Jan. 6 attack”: its noun follows at once. */
function isAttribute({ tokens }: TimePage, { from, to }: Expression): boolean {
  const upos = tokens[to]?.upos
  return (
    (upos === 'NOUN' || upos === 'PROPN') &&
    (tokens[from - 1]?.upos === 'DET' || (tokens[from]?.head ?? -1) >= to)
  )
}

/** The token of an expression that hangs on a word outside it. */
function headOf({ tokens }: TimePage, { from, to }: Expression): number {
  for (let i = to - 1; i >= from; i--) {
    const head = tokens[i]?.head ?? -1
    if (head < from || head >= to) return i
  }
  return to - 1
}

function place(expression: Expression, frame: Frame, page: TimePage): { type: Time['type']; placed: Placed } {
  const { meaning } = expression
  switch (meaning.kind) {
    case 'set':
      return { type: 'SET', placed: { timex: meaning.timex, from: null, to: null, grain: 'none' } }
    case 'length':
      return { type: 'DURATION', placed: placeLength(meaning, expression, frame, page) }
    case 'moment': {
      const placed = narrow(placeMoment(meaning.moment, frame), meaning.isSoFar, frame.published)
      if (meaning.clock === null) return { type: 'DATE', placed }
      return { type: 'TIME', placed: { ...placed, timex: `${placed.timex}T${meaning.clock}` } }
    }
  }
}

/** The first and last day that ISO 8601 writes with four digits of the year. */
const [firstDay, lastDay] = [toDay(1, 1, 1) ?? 0, toDay(9999, 12, 31) ?? 0]

/** “65 million years ago”, “the past 900,000 days”: what the calendar does not hold has no days. */
function keepInCalendar({ type, placed }: { type: Time['type']; placed: Placed }): {
  type: Time['type']
  placed: Placed
} {
  const isIn = (day: Day | null) => day === null || (day >= firstDay && day <= lastDay)
  const isWritten = !/NaN|^-|^\d{5}/.test(placed.timex)
  if (isIn(placed.from) && isIn(placed.to) && isWritten) return { type, placed }
  return { type, placed: { timex: isWritten ? placed.timex : 'XXXX', from: null, to: null, grain: 'none' } }
}

/** “earlier this year” ends where the article stands; “later this year” begins there. */
function narrow(placed: Placed, isSoFar: -1 | 1 | null, published: Day | null): Placed {
  const { from, to } = placed
  if (isSoFar === null || published === null || from === null || to === null) return placed
  if (published < from || published > to) return placed
  return isSoFar === -1 ? { ...placed, to: published } : { ...placed, from: published }
}

/** A length has no days, unless it ends or begins at the article’s: “the past 17 days”, “will meet in two weeks”. */
function placeLength(
  { lengths, window }: Extract<Meaning, { kind: 'length' }>,
  { from: i }: Expression,
  { published, tense }: Frame,
  page: TimePage,
): Placed {
  const timex = toLengths(lengths)
  const unplaced: Placed = { timex, from: null, to: null, grain: 'none' }
  const [length] = lengths
  if (published === null || !length || lengths.length > 1 || length.count === null) return unplaced
  if (window === 'before') return { ...unplaced, from: shiftByLength(published, length, -1), to: published }
  if (window === 'after') return { ...unplaced, from: published, to: shiftByLength(published, length, 1) }
  if (page.lower[i - 1] === 'in' && tense === 'future' && !isMeasure(page, i - 1)) {
    const { from, to } = placeMoment(
      { at: 'shift', count: length.count, unit: length.unit, way: 1, from: 'publication' },
      { published, told: null, period: null, story: null, isAttribute: false, tense },
    )
    return { ...unplaced, from, to }
  }
  return unplaced
}

/** “will be his third visit in two weeks”, “the worst storm in ten years”: a length that something is measured by. */
function isMeasure({ lower, tokens }: TimePage, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const word = lower[i] ?? ''
    if (ordinals.has(word) || /^(?:only|most|least|worst|best|time|times)$/.test(word)) return true
    if (tokens[i]?.features?.includes('Degree=Sup')) return true
  }
  return false
}

/** “2 years and 3 months” is P2Y3M. */
function toLengths(lengths: readonly Length[]): string {
  const [first, second] = lengths.map(({ count, unit }) => toPeriod(count, unit))
  if (first === undefined) return 'PXX'
  if (second === undefined) return first
  const time =
    second.startsWith('PT') && !first.startsWith('PT') ? second.slice(1) : second.replace(/^PT?/, '')
  return `${first}${time}`
}
