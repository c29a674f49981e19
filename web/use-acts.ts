import { type RefObject, useEffect, useRef } from 'react'
import { type Keys, useKeys } from './use-keys.ts'

/** Something that can be done on the page that is shown. */
export type Act =
  /** Done by its key or from the palette, wherever the focus is. */
  | { readonly name: string; readonly key: string; readonly run: () => void }
  /** A move from where the focus is, by its keys alone. A key that returns false is the browser’s own and only listed. */
  | { readonly name: string; readonly keys: Keys }

const shown = new Set<RefObject<readonly Act[]>>()

/** What can be done on the page that is shown now, in the order in which its parts came. */
export function findActs(): Act[] {
  return [...shown].flatMap(({ current }) => current)
}

/** Offers acts while the component is there: by key, in the palette, and in the list of keys. */
export function useActs(acts: readonly Act[]): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    shown.add(latest)
    return () => void shown.delete(latest)
  }, [])
  useKeys(
    Object.assign(
      {},
      ...acts.map((act) =>
        'keys' in act
          ? act.keys
          : {
              [act.key]: () => {
                act.run()
                return undefined
              },
            },
      ),
    ),
  )
}
