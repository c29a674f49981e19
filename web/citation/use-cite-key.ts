import { strings } from '../strings.ts'
import { useActs } from '../use-acts.ts'

/** Lets y copy a citation of what is chosen: presses the button to cite in the element that `find` gives. */
export function useCiteKey(find: () => Element | null | undefined): void {
  const press = () => {
    const button = find()?.querySelector<HTMLButtonElement>('[data-cite]')
    if (!button) return false
    button.click()
    return undefined
  }
  useActs([{ name: strings.keys.cite, keys: { y: press } }])
}
