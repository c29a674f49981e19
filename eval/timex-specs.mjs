/**
 * Dates in running text, on the English cases of Microsoft Recognizers (`*.jsonl`: Input, Context, Results, _file),
 * beside chrono-node and Recognizers itself in the same run.
 *
 * Scored are the cases that expect one expression with one reading: a day or a range of days, with or without a time
 * of day, each input with its reference day once. The rest is counted by kind in `left`: several or no expressions,
 * two readings (“Friday”: the last or the next), times without a day, durations, sets, open ranges (“after 2016”), time
 * zones, cases without values.
 *
 * Right: an expression that overlaps the words has exactly the days expected, and the minute where one is expected; or,
 * for a period that is qualified (“early next week”, which the cases cut in halves and the reader does not), the period
 * and the qualifier. For Recognizers any of its readings will do.
 *
 * Recognizers’ own cases favour it, and chrono-node is made to find one date, not a period: its month without a day is
 * taken as the month. All three are asked in the same way.
 */
import { readFile } from 'node:fs/promises'
import { openEngine } from '../dist/read/open-engine.js'
import { stages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { percent } from './measures.mjs'

export async function score([file], { mode, say }) {
  const { cases, left } = await loadCases(file)
  const finders = {
    hearsay: await openReader(mode),
    chrono: await openChrono(),
    recognizers: await openRecognizers(),
  }
  const scores = {}
  for (const [name, find] of Object.entries(finders)) {
    const kinds = {}
    let right = 0
    for (const each of cases) {
      const ok = find(each).some((found) => overlaps(found, each) && isRight(found, each))
      right += ok
      kinds[each.type] ??= { right: 0, of: 0 }
      const kind = kinds[each.type]
      kind.of++
      kind.right += ok
      if (process.env.EXPLAIN === name && !ok)
        say(
          `${each.type} ${each.reference} ${each.input} | ${each.words} | ${each.from}..${each.to} ${each.minute ?? ''} | ${JSON.stringify(find(each))}`,
        )
    }
    scores[name] = { right: percent(right / cases.length), kinds }
    say(`${name}: ${scores[name].right} % of ${cases.length}`)
  }
  return { cases: cases.length, left, ...scores }
}

async function loadCases(file) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  const left = {}
  const cases = new Map()
  for (const spec of lines.map((line) => JSON.parse(line))) {
    const read = readSpec(spec)
    if (typeof read === 'string') left[read] = (left[read] ?? 0) + 1
    else cases.set(`${read.reference} ${read.input}`, read)
  }
  left['told twice'] = lines.length - cases.size - Object.values(left).reduce((sum, count) => sum + count, 0)
  return { cases: [...cases.values()], left }
}

/** A case, or the kind of what is not scored. */
function readSpec({ Input: input, Context: context, Results: results }) {
  if (results.length === 0) return 'nothing expected'
  if (results.length > 1) return 'several expressions'
  const [result] = results
  const reference = context?.ReferenceDateTime
  const readings = toReadings(result)
  if (readings === null || !reference) return 'no value'
  const type = readings[0].type
  if (!['date', 'daterange', 'datetime', 'datetimerange'].includes(type)) return `${type} without a day`
  const days = readings.map((reading) => toDays(type, reading))
  if (days.some((each) => each === null)) return 'open range'
  if (new Set(days.map((each) => JSON.stringify(each))).size > 1) return 'two readings'
  const end = result.End === undefined ? result.Start + result.Length : result.End + 1
  const { timex, mod } = readings[0]
  return {
    input,
    words: result.Text,
    reference: reference.slice(0, 10),
    instant: reference.slice(0, 19),
    start: result.Start,
    end,
    type,
    timex,
    mod,
    ...days[0],
  }
}

function toReadings({ Value: value, Resolution: resolution, Type: type = '' }) {
  const values = resolution?.values ?? value?.values
  if (values) return values.map((each) => ({ ...each, timex: each.timex, mod: each.Mod }))
  if (!value) return null
  return [value.FutureResolution, value.PastResolution].map((each = {}) => ({
    type: type.replace('datetimeV2.', ''),
    timex: value.Timex,
    mod: value.Mod,
    value: each.date ?? each.dateTime,
    start: each.startDate ?? each.startDateTime,
    end: each.endDate ?? each.endDateTime,
  }))
}

/**
 * First and last day; the minute where a moment is told. The cases write the end of a range as the day itself where
 * the words tell it (“from 4 to 22 June”) and as the day after where a period ends: either is taken as the last.
 */
function toDays(type, { value, start, end }) {
  if (type === 'date' || type === 'datetime') {
    if (!/^\d{4}-/.test(value ?? '')) return null
    const day = value.slice(0, 10)
    return { from: day, to: day, last: day, minute: type === 'datetime' ? value.slice(11, 16) : null }
  }
  if (!/^\d{4}-/.test(start ?? '') || !/^\d{4}-/.test(end ?? '')) return null
  const last = end.slice(0, 10)
  const to = type === 'daterange' && last > start.slice(0, 10) ? shiftDay(end, -1) : last
  return { from: start.slice(0, 10), to, last, minute: null }
}

const shiftDay = (day, by) =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

const overlaps = (found, { start, end }) => found.start < end && start < found.end

const isRight = (found, { from, to, last, minute, timex, mod }) =>
  (found.from === from &&
    (found.to === to || found.to === last) &&
    (minute === null || found.minute === minute)) ||
  (mod !== undefined && found.timex === timex && found.mod?.toLowerCase() === mod)

async function openReader(mode) {
  const resources = await loadResources()
  const engine = openEngine(resources, mode)
  return ({ input, reference }) => {
    const article = {
      text: input,
      language: 'en',
      title: null,
      publishedAt: { value: reference, precision: 'day', basis: 'given' },
    }
    let draft = {}
    for (const stage of stages) {
      if (['find-quotations', 'find-mentions'].includes(stage.name)) continue
      draft = { ...draft, ...stage.run(article, draft, resources, engine) }
      if (stage.name === 'find-times') break
    }
    return draft.times.map((time) => ({
      ...time,
      minute: /T(\d\d:\d\d)/.exec(time.timex ?? '')?.[1] ?? null,
    }))
  }
}

async function openChrono() {
  const chrono = await import('chrono-node')
  return ({ input, instant }) =>
    chrono
      .parse(input, { instant: new Date(`${instant}Z`), timezone: 0 })
      .map(({ index, text, start, end }) => {
        const own = toChronoDays(start)
        return {
          start: index,
          end: index + text.length,
          from: own.from,
          to: end ? toChronoDays(end).to : own.to,
          minute: start.isCertain('hour') ? start.date().toISOString().slice(11, 16) : null,
        }
      })
}

function toChronoDays(components) {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => components.get(part))
  const iso = (...parts) => new Date(Date.UTC(...parts)).toISOString().slice(0, 10)
  const has = (part) => components.isCertain(part)
  if (has('day') || has('weekday') || (!has('month') && !has('year')))
    return { from: iso(year, month - 1, day), to: iso(year, month - 1, day) }
  if (has('month')) return { from: iso(year, month - 1, 1), to: iso(year, month, 0) }
  return { from: iso(year, 0, 1), to: iso(year, 11, 31) }
}

async function openRecognizers() {
  const { default: recognizers } = await import('@microsoft/recognizers-text-date-time')
  return ({ input, instant }) => {
    const found = recognizers.recognizeDateTime(
      input,
      recognizers.Culture?.English ?? 'en-us',
      0,
      new Date(instant),
    )
    return found.flatMap(({ start, end, resolution }) =>
      (resolution?.values ?? []).flatMap((value) => {
        const days = toDays(value.type, value)
        return days ? [{ start, end: end + 1, ...days, timex: value.timex, mod: value.Mod }] : []
      }),
    )
  }
}
