import type { RefObject } from 'react'
import { useKeys } from './use-keys.ts'

/** Lets j, k and the arrows move the focus from row to row: to what `selector` finds in each; it stops at the ends. */
export function useRowKeys(rows: RefObject<HTMLElement | null>, selector: string): void {
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
  useKeys({ j: down, k: up, ArrowDown: down, ArrowUp: up })
}
