/** One line of a robots.txt file, read for itself. */
export interface RobotsLine {
  /** Counted from 1. */
  readonly number: number
  /** What the line is; null for a line that says nothing (empty, a comment, words). */
  readonly kind: 'user-agent' | 'allow' | 'disallow' | 'crawl-delay' | 'sitemap' | 'unknown' | null
  readonly value: string
  readonly hasComment: boolean
  /** The colon is missing: `Disallow /private`. */
  readonly lacksColon: boolean
  /** The name is misspelt: `Dissallow`. */
  readonly isTypo: boolean
  /** It was cut off at `mostOctets`. */
  readonly isTooLong: boolean
}

/** RFC 9309, section 2.5: at least 500 KiB are read. */
export const mostRobotsBytes = 500 * 1024

/** Where Google’s parser cuts a line: eight times the longest address that browsers once took, less the end mark. */
const mostOctets = 2083 * 8 - 1

/**
 * Reads the lines of a robots.txt file (RFC 9309, section 2.2), in their order, as far as `mostRobotsBytes`.
 *
 * Lenient as RFC 9309 lets parsers be: the colon may be missing, and names that forbid or address are taken
 * misspelt, since whoever wrote `Dissallow` wants to be left alone.
 */
export function parseRobotsLines(text: string): RobotsLine[] {
  // A byte order mark may be cut short, which decoding turns into U+FFFD.
  return text
    .slice(0, mostRobotsBytes)
    .replace(/^[\ufeff\ufffd]/, '')
    .split(/\r\n|\n|\r/)
    .map(parseLine)
}

function parseLine(raw: string, i: number): RobotsLine {
  const whole = cut(raw)
  const mark = whole.indexOf('#')
  const said = trimBlanks(mark === -1 ? whole : whole.slice(0, mark))
  const colon = said.indexOf(':')
  const gap = colon === -1 ? /^[^ \t]+[ \t]+(?=[^ \t]+$)/.exec(said) : null
  const end = gap === null ? colon : gap[0].length
  const name = trimBlanks(said.slice(0, Math.max(0, end))).toLowerCase()
  const kind = name === '' ? null : (kinds[name] ?? misspelt(name))
  return {
    number: i + 1,
    kind: kind ?? (name === '' ? null : 'unknown'),
    value: name === '' ? '' : trimBlanks(said.slice(gap === null ? end + 1 : end)),
    hasComment: mark !== -1,
    lacksColon: gap !== null,
    isTypo: kind !== null && kinds[name] === undefined,
    isTooLong: whole !== raw,
  }
}

// Not `trim`, which takes byte order marks for blanks: inside a file they make a name unknown.
function trimBlanks(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && text.charCodeAt(start) <= 32) start++
  while (end > start && text.charCodeAt(end - 1) <= 32) end--
  return text.slice(start, end)
}

/** The line as far as it is read; octets count as in UTF-8. */
function cut(line: string): string {
  if (line.length * 3 <= mostOctets) return line
  const octets = Buffer.from(line)
  return octets.length <= mostOctets ? line : octets.subarray(0, mostOctets).toString()
}

const kinds: Readonly<Record<string, RobotsLine['kind']>> = Object.assign(Object.create(null), {
  'user-agent': 'user-agent',
  allow: 'allow',
  disallow: 'disallow',
  'crawl-delay': 'crawl-delay',
  sitemap: 'sitemap',
})

/** What is meant by a name that is nearly one; a misspelt `allow` opens nothing. */
function misspelt(name: string): RobotsLine['kind'] {
  if (/^user ?agents?$/.test(name)) return 'user-agent'
  // Dissallow, Disalow, Disallaw, Diasllow.
  if (/^(?:dis{1,2}al{1,2}[ao]w|diasllow|disallows)$/.test(name)) return 'disallow'
  if (/^site[- ]?maps?$/.test(name)) return 'sitemap'
  return null
}
