import { cleanText } from './clean-text.ts'

/** Lines of saved text are wrapped by hand at some width up to this. */
const widestWrap = 110

/**
 * Cuts plain text into paragraphs: at blank lines, and at line ends unless the lines were wrapped to a width.
 *
 * A line end is a wrap when the next line's first word would not have fitted on the line before it: pages saved
 * by a text browser and mails are wrapped, pages copied from a window are not. Never gives an empty paragraph.
 */
export function splitParagraphs(text: string): string[] {
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
  const width = groups.reduce(
    (most, lines) => lines.reduce((most, line) => Math.max(most, line.length), most),
    0,
  )
  if (width > widestWrap) return groups.flat()
  return groups.flatMap((lines) => joinWrapped(lines, width))
}

function joinWrapped(lines: readonly string[], width: number): string[] {
  const paragraphs: string[] = []
  let last: string | undefined
  for (const line of lines) {
    const firstWord = /^\S+/.exec(line)?.[0] ?? ''
    // Editors differ by a few columns from paragraph to paragraph, hence the slack.
    if (last !== undefined && last.length + 1 + firstWord.length > width - 3) {
      paragraphs[paragraphs.length - 1] += ` ${line}`
    } else paragraphs.push(line)
    last = line
  }
  return paragraphs
}
