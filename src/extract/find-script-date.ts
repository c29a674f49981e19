import { type DateOrder, type ParsedDate, parseMachineDate, parsePrintedDate } from './parse-date.ts'

/** Characters of scripts that are searched. */
const longestScripts = 5_000_000

/** Keys under which content systems hand a page's scripts the date of its article, the surer first. */
const keys = [
  /["']?\b(?:datePublished|first[_-]?publi(?:shed|cation)(?:Date|At)?|publishedFirst|article[_-]?publi(?:shed|cation)[_-]?(?:date|time))["']?\s*:\s*["']([^"'<>]{8,40})["']/gi,
  /["']?\b(?:publi(?:shed|cation|sh)[_-]?(?:date|time|at|on)?|pub[_-]?date|date[_-]?published|published)["']?\s*:\s*["']([^"'<>]{8,40})["']/gi,
]

/**
 * The day of publication in what a page hands its scripts, for pages whose data are for a program alone; null unless all
 * values of a key are of the same day, since the page's other stories are described there, too.
 */
export function findScriptDate(scripts: readonly string[], order: DateOrder): ParsedDate | null {
  for (const key of keys) {
    const dates: ParsedDate[] = []
    let left = longestScripts
    for (const script of scripts) {
      if (left <= 0) break
      // Scripts that are strings in a script escape their quotes.
      const bare = script.slice(0, left).replaceAll('\\"', '"')
      left -= script.length
      for (const [, value = ''] of bare.matchAll(key)) {
        const date = parseMachineDate(value) ?? parsePrintedDate(value, order)
        if (date !== null && date.value.length >= 10) dates.push(date)
        if (dates.length > 200) break
      }
    }
    const [first] = dates
    if (first !== undefined) {
      const isOne = dates.every(({ value }) => value.slice(0, 10) === first.value.slice(0, 10))
      return isOne ? (dates.find(({ precision }) => precision !== 'day') ?? first) : null
    }
  }
  return null
}
