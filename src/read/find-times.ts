import type { Holidays } from '../records/holidays.ts'
import type { Sentence, Time } from '../records/reading.ts'
import { fromIso } from './times/calendar.ts'
import { findExpressions } from './times/find-expressions.ts'
import { placeExpressions } from './times/place-expressions.ts'
import { viewTimes } from './times/time-page.ts'

/** The day an article counts from: its publication date, or null when nobody knows it. */
export type AnchorDay = string | null

/**
 * Finds expressions of time and places those that can be placed against the day of publication and against each
 * other, in order of the text. Without that day relative expressions keep null bounds: nothing is invented.
 */
export function findTimes(
  text: string,
  sentences: readonly Sentence[],
  anchor: AnchorDay,
  holidays: Holidays,
): Time[] {
  const pages = sentences.map((sentence) => viewTimes(text, sentence))
  const found = pages.map((page) => ({ page, expressions: findExpressions(page, holidays) }))
  return placeExpressions(found, anchor === null ? null : fromIso(anchor))
}
