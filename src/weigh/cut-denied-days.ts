import { findDays } from './find-days.ts'

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])'
const denied = new RegExp(
  `(?:,\\s{0,3}|\\s{1,3})(?:and |but )?(?:not|rather than|instead of) (?:on )?(?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|${month}\\.? \\d{1,2}(?!\\d))`,
  'gu',
)

/**
 * Takes out the day that a text names only to say that it was another: “met on 14 March, not on 12 March” is of the 14th,
 * and against whoever says the 12th.
 *
 * A text that gives no other day is left as it is: “they did not meet on 12 March”, “it was not on 12 March”.
 */
export function cutDeniedDays(
  text: string,
  publishedAt: string | null,
): { readonly text: string; readonly deniedDays: readonly number[] } {
  const found = text.match(denied)
  if (!found) return { text, deniedDays: [] }
  const bare = text.replace(denied, '')
  if (findDays(bare, publishedAt).length === 0) return { text, deniedDays: [] }
  return { text: bare, deniedDays: found.flatMap((words) => findDays(words, publishedAt)) }
}
