import { useEffect, useRef } from 'react'
import { isKeyForPage } from './is-key-for-page.ts'

/** What a key does, by `KeyboardEvent.key`; a handler that returns false leaves the key to the browser. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => undefined | false>>

/**
 * Listens for single keys on the whole page while the component is there.
 *
 * For what stands around all pages. What a page does by key is an act (`useActs`), so that it is listed.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isKeyForPage(event)) return
      const handle = latest.current[event.key]
      if (handle && handle(event) !== false) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
