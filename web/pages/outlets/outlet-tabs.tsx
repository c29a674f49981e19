import { Link } from '@tanstack/react-router'
import { strings } from '../../strings.ts'
import './outlet-tabs.css'

/** Outlets and their feeds are one place with two pages. */
export function OutletTabs() {
  return (
    <nav className="outlet-tabs" aria-label={strings.outletList.views}>
      <Link to="/outlets" search={{}} activeOptions={{ exact: true, includeSearch: false }}>
        {strings.outlets}
      </Link>
      <Link to="/feeds">{strings.feeds}</Link>
    </nav>
  )
}
