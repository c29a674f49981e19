import { strings } from '../../strings.ts'
import { useActs } from '../../use-acts.ts'
import { useUser } from '../../use-user.ts'
import { rowIdOf } from './bring-into-view.ts'

/** Presses a button to judge in the row of a statement or an event; false where there is none. */
export function pressInRow(address: string, kind: 'accept' | 'correct' | 'reject'): boolean {
  const row = document.getElementById(rowIdOf(address))?.closest('li')
  const button = row?.querySelector<HTMLButtonElement>(`[data-review="${kind}"]`)
  button?.click()
  return button !== null && button !== undefined
}

/** Lets whoever may judge do so by a, c and x: the statement or event that the focus, the pointer or the address is at. */
export function useReviewKeys(current: string | null): void {
  const press = (kind: 'accept' | 'correct' | 'reject') => () =>
    current !== null && pressInRow(current, kind) ? undefined : false
  const keys = { a: press('accept'), c: press('correct'), x: press('reject') }
  useActs(useUser().may('review') ? [{ name: strings.keys.judge, keys }] : [])
}
