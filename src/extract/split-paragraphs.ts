import { cleanText } from './clean-text.ts'

/** Lines of saved text are wrapped by hand at some width up to this. */
const widestWrap = 110

/**
 * Cuts plain text into paragraphs: at blank lines, and at line ends unless the lines were wrapped to a width.
 *
 * A line end is a wrap when the next line's first word would not have fitted on the line before it: pages saved
 * by a text browser and mails are wrapped, pages copied from a window are not. Never gives an empty paragraph.
 *
 * @param isTypeset whether words may be cut at line ends, as typesetters do: “govern-” and “ment” are one word.
 */
export function splitParagraphs(text: string, isTypeset = false): string[] {
  const groups: string[][] = []
  let group: string[] = []
  for (const line of text.split('\n')) {
    const trimmed = line === '' ? '' : cleanText(line)
    if (trimmed !== '') group.push(trimmed)
    else if (group.length > 0) {
      groups.push(group)
      group = []
    }
  }
  if (group.length > 0) groups.push(group)
  const width = findWidth(groups.flat())
  if (width > widestWrap) return groups.flat()
  return groups.flatMap((lines) => joinWrapped(lines, width, isTypeset))
}

/** No program wraps inside an address. */
const longAddress = /https?:\/\/\S{30}/i

// One line in thirty may be longer than the rest: an address, a heading that was not wrapped.
function findWidth(lines: readonly string[]): number {
  const lengths = lines
    .filter((line) => !longAddress.test(line))
    .map(({ length }) => length)
    .sort((left, right) => right - left)
  return lengths[Math.floor(lengths.length / 30)] ?? 0
}

function joinWrapped(lines: readonly string[], width: number, isTypeset: boolean): string[] {
  const paragraphs: string[][] = []
  let last: string | undefined
  for (const line of lines) {
    const firstWord = /^\S+/.exec(line)?.[0] ?? ''
    // Editors differ by a few columns from paragraph to paragraph, hence the slack.
    const isFull = last !== undefined && last.length + 1 + firstWord.length > width - 3
    const parts = paragraphs.at(-1)
    if (last === undefined || parts === undefined) paragraphs.push([line])
    else if (/\p{L}-$/u.test(last.slice(-3)) && /^\p{L}/u.test(line)) {
      // Nothing else ends in a hyphen. “long-” and “term” in a mail were written so; in print it is the typesetter's.
      if (isTypeset && /^\p{Ll}/u.test(line)) parts[parts.length - 1] = parts.at(-1)?.slice(0, -1) ?? ''
      parts.push(line)
    } else if (isFull) parts.push(' ', line)
    else paragraphs.push([line])
    last = line
  }
  return paragraphs.map((parts) => parts.join(''))
}
