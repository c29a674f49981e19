import type { Span } from '../../../src/records/span.ts'

/** The element of a statement’s or an event’s row, as its words have the address itself. */
export const rowIdOf = (address: string): string => `row-${address}`

const behavior = (): ScrollBehavior =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'

/** Where the page’s bar ends and what lies under it begins, in CSS pixels of the viewport. */
export const findBarBottom = (): number => document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0

/** Scrolls the page to the words of a statement or an event, unless they can be read as it stands. */
export function bringIntoView(address: string): void {
  const words = document.getElementById(address)
  if (!words) return
  const { top, bottom } = words.getBoundingClientRect()
  if (top >= findBarBottom() && bottom <= window.innerHeight) return
  words.scrollIntoView({ block: 'center', behavior: behavior() })
}

/** Scrolls the list to a row. Where the list lies under the words the page stays, or the words would go. */
export function bringRowIntoView(address: string): void {
  const row = document.getElementById(rowIdOf(address))?.closest('li')
  const list = row?.closest<HTMLElement>('.annotation-list')
  if (!row || !list || list.scrollHeight <= list.clientHeight) return
  const frame = list.getBoundingClientRect()
  const { top, bottom } = row.getBoundingClientRect()
  const shownHeight = Math.min(frame.bottom, window.innerHeight) - frame.top
  const isShown = top >= frame.top + shownHeight / 8 && bottom <= frame.top + shownHeight
  if (isShown) return
  list.scrollTo({ top: list.scrollTop + top - frame.top - shownHeight / 4, behavior: behavior() })
}

/** Scrolls to the heading of a part of the list and puts the focus there; where the list scrolls, only the list moves. */
export function bringHeadingIntoView(id: string): void {
  const heading = document.getElementById(id)
  const list = heading?.closest<HTMLElement>('.annotation-list')
  if (!heading || !list) return
  if (list.scrollHeight > list.clientHeight) {
    const under = list.querySelector('.list-parts')?.getBoundingClientRect().bottom ?? 0
    list.scrollTo({ top: list.scrollTop + heading.getBoundingClientRect().top - under, behavior: behavior() })
  } else heading.scrollIntoView({ block: 'start', behavior: behavior() })
  heading.focus({ preventScroll: true })
}

/** Scrolls the page to words of the text, unless they can be read as it stands. */
export function bringWordsIntoView(text: Element | null, { start, end }: Span): void {
  const parts = [...(text?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
  const first = parts.findLast((part) => Number(part.dataset.start) <= start)
  const last = parts.findLast((part) => Number(part.dataset.start) < end)
  if (!first || !last) return
  const { top } = first.getBoundingClientRect()
  const { bottom } = last.getBoundingClientRect()
  if (top >= findBarBottom() && bottom <= window.innerHeight) return
  first.scrollIntoView({ block: 'center', behavior: behavior() })
}
