/** That a place gave one article from one collect to another, as far as the order of versions needs it. */
export interface SeenVersion {
  /** The address or file that gave it. */
  readonly where: string
  /** Instants in one notation and zone, so that text order is time order. */
  readonly from: string
  readonly to: string
  /** The same for two that a reader would call the same version. */
  readonly content: string
}

/**
 * Which sightings of a page, in order of time, show that it changed: each with the one that it is to be compared with.
 *
 * Compared is what one address gave before and gives now. An address that is seen for the first time is compared with one
 * that gave the page before and does not any more, since pages move; one that still gives it is a twin (the page for
 * telephones), and twins differ without anybody having changed anything. Files are one place: whoever saves a page anew
 * saves it under another name.
 */
export function findVersionPairs<Seen extends SeenVersion>(
  seen: readonly Seen[],
): { readonly before: Seen; readonly after: Seen }[] {
  const lastAt = new Map<string, string>()
  for (const one of seen) {
    const place = placeOf(one)
    if ((lastAt.get(place) ?? '') < one.to) lastAt.set(place, one.to)
  }
  const latest = new Map<string, Seen>()
  const pairs: { before: Seen; after: Seen }[] = []
  const told = new Map<string, string>()
  for (const after of seen) {
    const place = placeOf(after)
    const before = latest.get(place) ?? findMoved(latest, lastAt, after)
    latest.set(place, after)
    if (!before || before.content === after.content) continue
    // Twins are changed alike: that is one change.
    const change = `${before.content} ${after.content}`
    const toldAt = told.get(change)
    if (toldAt !== undefined && toldAt !== place) continue
    told.set(change, place)
    pairs.push({ before, after })
  }
  return pairs
}

const placeOf = ({ where }: SeenVersion) => (/^https?:\/\//i.test(where) ? where : 'file')

/** What was seen last at a place that has not given the page since. */
function findMoved<Seen extends SeenVersion>(
  latest: ReadonlyMap<string, Seen>,
  lastAt: ReadonlyMap<string, string>,
  after: Seen,
): Seen | null {
  let found: Seen | null = null
  for (const [place, one] of latest) {
    if ((lastAt.get(place) ?? '') > after.from) continue
    if (!found || found.to < one.to || (found.to === one.to && found.from < one.from)) found = one
  }
  return found
}
