import { useLocation } from '@tanstack/react-router'

const id = 'announcement'

/** Where what `announce` says is read out from; once, around all pages. What was said of one page is not left on the next. */
export function Announcement() {
  const pathname = useLocation({ select: (location) => location.pathname })
  return <p key={pathname} id={id} className="unseen" role="status" />
}

/** Says words to those who hear the page, for what others see at a glance; the same words again are said again. */
export function announce(words: string): void {
  const place = document.getElementById(id)
  if (!place) return
  place.textContent = ''
  // A screen reader tells of what changed between two frames.
  requestAnimationFrame(() => {
    place.textContent = words
  })
}
