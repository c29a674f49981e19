import type { Outlet } from '../records/gazetteer.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'

/** Finds an outlet by a name that a page or an article gives it; null for one that the tables do not hold. */
export type FindOutlet = (name: string) => Outlet | null

/** Opens the look-up of outlets by name, however it is written: “the AP”, “CNN (Web News)”, “New York Times - News”. */
export function openOutlets(outlets: ReadonlyMap<string, Outlet>): FindOutlet {
  const byKey = new Map<string, Outlet>()
  for (const [written, outlet] of outlets) byKey.set(toOutletKey(written), outlet)
  return (name) => {
    const key = toOutletKey(name)
    return (
      byKey.get(key) ??
      byKey.get(key.replace(/ (?:online news|web news)$/, ' news')) ??
      byKey.get(key.replace(/ (?:online news|web news|online|news)$/, '')) ??
      null
    )
  }
}
