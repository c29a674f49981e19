import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Announcement } from './announce.tsx'
import { KeyList } from './key-list.tsx'
import { ProgressLine } from './live/progress-line.tsx'
import { useBulletins } from './live/use-bulletins.ts'
import { PageMenu } from './page-menu.tsx'
import { Palette } from './palette/palette.tsx'
import { PrintedFrom } from './printed-from.tsx'
import { SignedIn } from './signed-in.tsx'
import { strings } from './strings.ts'
import { ThemeSwitch } from './theme-switch.tsx'
import { useGoKeys } from './use-go-keys.ts'
import { useKeys } from './use-keys.ts'

/** Focuses the page’s search field; false when the page has none. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')
  field?.select()
  return field !== null
}

/** What stands around every page: the bar with the pages, and the page itself. */
export function Layout() {
  const navigate = useNavigate()
  const page = useLocation({ select: (location) => location.pathname })
  const isAtDoor = page === '/sign-in'
  const content = useRef<HTMLElement>(null)
  const shownPage = useRef(page)
  useEffect(() => {
    if (shownPage.current === page) return
    shownPage.current = page
    // The link that led here is gone, and the focus with it: reading goes on where the new page begins.
    content.current?.focus({ preventScroll: true })
  }, [page])
  useGoKeys()
  useBulletins(!isAtDoor)
  useKeys({
    '/': () => {
      if (!focusSearch())
        void navigate({ to: '/articles', search: {} }).then(() => requestAnimationFrame(focusSearch))
      return undefined
    },
  })
  return (
    <>
      <a className="skip" href="#content">
        {strings.skipToContent}
      </a>
      <header className="bar">
        <Link to="/" className="product">
          {strings.product}
        </Link>
        {!isAtDoor && <PageMenu />}
        <div className="bar-end">
          {!isAtDoor && <ProgressLine />}
          <ThemeSwitch />
          {!isAtDoor && (
            <>
              <KeyList />
              <Palette />
              <SignedIn />
            </>
          )}
        </div>
      </header>
      <main id="content" ref={content} tabIndex={-1}>
        <Outlet />
      </main>
      <PrintedFrom />
      <Announcement />
    </>
  )
}
