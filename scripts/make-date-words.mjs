/**
 * Writes src/records/date-words.ts: the months and weekdays of five dozen languages as Unicode’s locale data (CLDR) has
 * them in this Node. Kept as a file because asking for them costs 50 to 90 ms a process, and differs between versions.
 *
 * A word that is one month here and another there is the month of the language that stands first, and Croatian is left
 * out: its “listopad” is October, the Polish and Czech one November.
 */
import { writeFile } from 'node:fs/promises'

const languages = (
  'de fr es it pt nl pl ru uk cs sk ro hu el tr sv da nb fi et lv lt id bg ca ' +
  'sl sr sr-Latn mk sq is gl eu af ms fil sw az kk ka hy be ar ar-SY ar-MA ar-DZ fa he ur hi bn mr ta te ml gu kn pa ne th lo my km am'
).split(' ')
const bare = (word) => word.toLowerCase().replace(/\.$/, '')
// Three letters of an alphabet, or two where vowels are marks: “मई”. Hebrew says “in May” with a letter before it.
const isWord = (word) =>
  /^\p{L}{3}/u.test(word) || /^[\p{L}\p{M}]*\p{M}/u.test(word) || /^[\u0590-\u06ff]{2}/u.test(word)
const latin = { numberingSystem: 'latn', calendar: 'gregory' }
const months = new Map()
const days = new Set()
for (const language of languages) {
  for (const style of ['long', 'short']) {
    const ofDate = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: style,
      timeZone: 'UTC',
      ...latin,
    })
    const ofMonth = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC', ...latin })
    const ofDay = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC', ...latin })
    for (let month = 1; month <= 12; month++) {
      // With a day the month stands in the genitive: “4 марта”, alone in the nominative: “март”.
      for (const format of [ofDate, ofMonth])
        for (const part of format.formatToParts(Date.UTC(2023, month - 1, 15)))
          if (part.type === 'month' && isWord(part.value) && !months.has(bare(part.value)))
            months.set(bare(part.value), month)
    }
    for (let day = 1; day <= 7; day++) days.add(bare(ofDay.format(Date.UTC(2023, 0, day))))
  }
}
const lines = Array.from({ length: 12 }, (_, i) =>
  [...months].flatMap(([word, month]) => (month === i + 1 ? [word] : [])).join('|'),
)
await writeFile(
  new URL('../src/records/date-words.ts', import.meta.url),
  `// Written by scripts/make-date-words.mjs from CLDR ${process.versions.cldr} (Unicode licence). Do not edit.

/** The names and abbreviations of each month, January first, in lower case without a full stop, parted by bars. */
export const monthWords: readonly string[] = ${JSON.stringify(lines, null, 2).replaceAll('"', "'")}

/** The names and abbreviations of the days of the week. */
export const dayWords = '${[...days].join('|')}'
`,
)
