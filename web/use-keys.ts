import { useEffect, useRef } from 'react'

/** What a key does, by `KeyboardEvent.key`; a handler that returns false leaves the key to the browser. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => undefined | false>>

/**
 * Listens for single keys on the whole page while the component is there.
 *
 * Keys typed into a field, held with Ctrl, Alt or Meta, or pressed while a dialog is open are not taken.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      if (document.querySelector('dialog[open]')) return
      const { target } = event
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]'))
        return
      const handle = latest.current[event.key]
      if (handle && handle(event) !== false) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
