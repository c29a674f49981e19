import type { Span } from '../../../src/records/span.ts'

/**
 * The words that are selected in the article’s text, whole words of them; null where nothing is.
 *
 * A paragraph says where it begins (`data-start`), and what it shows is the text itself, letter for letter.
 */
export function findSelected(text: string): Span | null {
  const selection = window.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [from, to] = [
    placeOf(range.startContainer, range.startOffset),
    placeOf(range.endContainer, range.endOffset),
  ]
  if (from === null || to === null) return null
  return wholeWords(text, { start: from, end: to })
}

function placeOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('.article-text p[data-start]')
  if (!paragraph) return null
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return Number(paragraph.dataset.start) + before.toString().length
}

/** Nobody means half a word: “ran Arc” is “San Arce” without the blanks around. */
function wholeWords(text: string, { start, end }: Span): Span | null {
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? ' ')
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  if (from >= to) return null
  while (from > 0 && isWord(from) && isWord(from - 1)) from--
  while (to < text.length && isWord(to - 1) && isWord(to)) to++
  return { start: from, end: to }
}
