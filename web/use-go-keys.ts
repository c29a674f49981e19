import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { isKeyForPage } from './is-key-for-page.ts'
import { useDestinations } from './use-destinations.ts'

/** How long the second key may take: long enough to look for it, short enough to be forgotten. */
const waitMs = 1500

/** Lets `g` and a letter go to a page. The letter is then no key of the page that is left. */
export function useGoKeys(): void {
  const navigate = useNavigate()
  const destinations = useDestinations()
  const latest = useRef({ navigate, destinations })
  useEffect(() => {
    latest.current = { navigate, destinations }
  })
  useEffect(() => {
    let pressedAt = Number.NEGATIVE_INFINITY
    const listen = (event: KeyboardEvent) => {
      if (!isKeyForPage(event)) return
      const isSecond = event.timeStamp - pressedAt < waitMs
      pressedAt = event.key === 'g' && !isSecond ? event.timeStamp : Number.NEGATIVE_INFINITY
      const { navigate, destinations } = latest.current
      const destination = isSecond && destinations.find(({ letter }) => letter === event.key)
      if (!destination) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void navigate({ to: destination.to, search: {} })
    }
    // Before the keys of the page hear of it.
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}
