import { Link, useRouterState } from '@tanstack/react-router'
import { useRef } from 'react'
import { strings } from './strings.ts'
import { useDestinations } from './use-destinations.ts'

/** The pages: in the bar where they fit, else in a menu that the button beside them opens. */
export function PageMenu() {
  const destinations = useDestinations()
  const menu = useRef<HTMLElement>(null)
  const current = useRouterState({
    select: ({ location }) => destinations.find(({ to }) => location.pathname.startsWith(to)),
  })
  return (
    <>
      <button type="button" className="page-menu-button" popoverTarget="page-menu">
        {current?.name ?? strings.navigation} <span aria-hidden="true">▾</span>
      </button>
      <nav id="page-menu" ref={menu} popover="auto" aria-label={strings.navigation}>
        {destinations.map(({ to, name }) => (
          <Link key={to} to={to} search={{}} onClick={() => menu.current?.hidePopover()}>
            {name}
          </Link>
        ))}
      </nav>
    </>
  )
}
