import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { formatToldTime } from './format-told-time.ts'
import { strings } from './strings.ts'

/** What stands under a page on paper: the address that shows it again, and when it was printed. */
export function PrintedFrom() {
  const [line, setLine] = useState('')
  useEffect(() => {
    // The browser takes the page as it is when the last listener returns.
    const write = () =>
      flushSync(() =>
        setLine(strings.printed(window.location.href, formatToldTime(new Date().toISOString()))),
      )
    window.addEventListener('beforeprint', write)
    // What the addresses of links are put behind: on paper they are whole. An origin is a CSS string as it is a JSON one.
    document.documentElement.style.setProperty('--origin', JSON.stringify(window.location.origin))
    return () => window.removeEventListener('beforeprint', write)
  }, [])
  return <footer className="printed-from">{line}</footer>
}
