import { foldName } from '../records/fold-name.ts'
import type { Outlet } from '../records/gazetteer.ts'

/** Finds an outlet by a name that a page or an article gives it; null for one that the tables do not hold. */
export type FindOutlet = (name: string) => Outlet | null

/** Opens the look-up of outlets by name, however it is written: “the AP”, “CNN (Web News)”, “New York Times - News”. */
export function openOutlets(outlets: ReadonlyMap<string, Outlet>): FindOutlet {
  const byKey = new Map<string, Outlet>()
  for (const [written, outlet] of outlets) byKey.set(toKey(written), outlet)
  return (name) => {
    const key = toKey(name)
    return (
      byKey.get(key) ??
      byKey.get(key.replace(/ (?:online news|web news)$/, ' news')) ??
      byKey.get(key.replace(/ (?:online news|web news|online|news)$/, '')) ??
      null
    )
  }
}

/** What is left of an outlet’s name when directories’ and writers’ additions are gone, in lower case. */
const toKey = (name: string) =>
  foldName(name)
    .toLowerCase()
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/\s+[-–—|]\s+(?:news|opinion|politics|world)$/, '')
    .trim()
    .replace(/^the\s+/, '')
    .replace(/\s+(?:newspaper|news agency|agency|website)$/, '')
    .trim()
