/** A rectangle in CSS pixels of the viewport, as `getBoundingClientRect` gives it. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Space between a card and its line of words. */
const gapPx = 8

/**
 * Where a card goes: under its line or over it, whichever hides fewer of the words that it tells of, and
 * under it where both are as good. Gives the card’s left top corner.
 *
 * @param line the line of words that was pointed at
 * @param words every line of the words that the card tells of
 * @param room what the card should not leave: the column’s sides, the window’s top and bottom
 */
export function placeCard(
  size: { readonly width: number; readonly height: number },
  line: Box,
  words: readonly Box[],
  room: Box,
): { readonly left: number; readonly top: number } {
  const left = Math.max(Math.min(line.left, room.right - size.width), room.left)
  const right = left + size.width
  const tops = [line.bottom + gapPx, line.top - gapPx - size.height]
  const fitting = tops.filter((top) => top >= room.top && top + size.height <= room.bottom)
  const [best] = (fitting.length > 0 ? fitting : tops)
    .map((top) => ({ top, hidden: hiddenArea({ left, right, top, bottom: top + size.height }, words) }))
    .sort((a, b) => a.hidden - b.hidden)
  return { left, top: best?.top ?? line.bottom + gapPx }
}

function hiddenArea(card: Box, words: readonly Box[]): number {
  let area = 0
  for (const { left, top, right, bottom } of words) {
    const width = Math.min(right, card.right) - Math.max(left, card.left)
    const height = Math.min(bottom, card.bottom) - Math.max(top, card.top)
    if (width > 0 && height > 0) area += width * height
  }
  return area
}
