import type { RefObject } from 'react'
import { strings } from './strings.ts'
import { useActs } from './use-acts.ts'

/** Enter on the focused link or button is the browser’s own. */
const leave = (): false => false

/**
 * Lets j, k and the arrows move the focus from row to row: to what `selector` finds in each; it stops at the ends.
 *
 * `opens` says what Enter on it does, for the list of keys.
 */
export function useRowKeys(
  rows: RefObject<HTMLElement | null>,
  selector: string,
  opens: string = strings.keys.openRow,
): void {
  const move = (step: 1 | -1) => {
    const elements = [...(rows.current?.querySelectorAll<HTMLElement>(selector) ?? [])]
    const { activeElement } = document
    const at = activeElement instanceof HTMLElement ? elements.indexOf(activeElement) : -1
    const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), elements.length - 1)
    elements[next]?.focus()
    return undefined
  }
  const down = () => move(1)
  const up = () => move(-1)
  useActs([
    { name: strings.keys.nextPrevious, keys: { j: down, k: up, ArrowDown: down, ArrowUp: up } },
    { name: opens, keys: { Enter: leave } },
  ])
}
