import { strings } from '../../strings.ts'
import { useActs } from '../../use-acts.ts'
import { rowIdOf } from './bring-into-view.ts'

/** Lets a, c and x judge the statement or event that the focus, the pointer or the address is at. */
export function useReviewKeys(current: string | null): void {
  const press = (kind: string) => () => {
    const row = current === null ? null : document.getElementById(rowIdOf(current))?.closest('li')
    const button = row?.querySelector<HTMLButtonElement>(`[data-review="${kind}"]`)
    if (!button) return false
    button.click()
    return undefined
  }
  const keys = { a: press('accept'), c: press('correct'), x: press('reject') }
  useActs([{ name: strings.keys.judge, keys }])
}
