import { findLetters, type GivenLetter } from '../ledger/find-letters.ts'
import { type CountedOutlet, findOutlets, type OutletsQuery } from '../ledger/find-outlets.ts'
import { getOutlet } from '../ledger/get-outlet.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { toFacetKey } from '../records/facet.ts'
import type { Outlet } from '../records/gazetteer.ts'
import type { KnownOutlet, OutletProfile, OutletSummary } from '../records/outlet-profile.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'
import { loadOutlets } from '../resources/load-outlets.ts'

/** Which outlets; what is asked of the table leaves out every outlet that is not in it. */
export interface OutletsAsked extends Omit<OutletsQuery, 'keys'> {
  readonly isStateRun?: boolean
  /** ISO 3166-1 alpha-3. */
  readonly country?: string
  /** As the table writes it, whatever its capitals. */
  readonly family?: string
}

let table: Promise<ReadonlyMap<string, Outlet>> | null = null

/** The outlets that the tables have, by the keys under which articles of theirs are kept. */
async function openTable(): Promise<ReadonlyMap<string, Outlet>> {
  table ??= loadOutlets(process.env.HEARSAY_GAZETTEER || null).then(
    (outlets) => new Map([...outlets.values()].map((outlet) => [toFacetKey(outlet.name), outlet])),
  )
  return table
}

/**
 * The outlets of the ledger, each with what the tables know of it.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function tellOutlets(
  ledger: Ledger,
  { isStateRun, country, family, ...query }: OutletsAsked = {},
): Promise<{ outlets: OutletSummary[]; nextCursor: string | null }> {
  const known = await openTable()
  const isAsked = (outlet: Outlet) =>
    (isStateRun === undefined || outlet.isStateRun === isStateRun) &&
    (country === undefined || outlet.country === country.toUpperCase()) &&
    (family === undefined || outlet.family?.toLowerCase() === family.toLowerCase())
  const isFiltered = isStateRun !== undefined || country !== undefined || family !== undefined
  const keys = [...known].flatMap(([key, outlet]) => (isAsked(outlet) ? [key] : []))
  const { outlets, nextCursor } = await findOutlets(ledger, { ...query, ...(isFiltered && { keys }) })
  const letters = await findLetters(ledger.db)
  return { outlets: outlets.map((outlet) => toSummary(outlet, known, letters)), nextCursor }
}

/**
 * One outlet, with what the tables know of it.
 *
 * @throws {HearsayError} `not-found` where no article is of it.
 */
export async function tellOutlet(ledger: Ledger, key: string): Promise<OutletProfile> {
  const { names, mostCopied, copiesFrom, copiedBy, credits, followed, ...counted } = await getOutlet(
    ledger,
    key,
  )
  const summary = toSummary(counted, await openTable(), await findLetters(ledger.db))
  return { ...summary, names, mostCopied, copiesFrom, copiedBy, credits, feeds: followed }
}

function toSummary(
  { feeds, failing, paused, ...counted }: CountedOutlet,
  known: ReadonlyMap<string, Outlet>,
  letters: readonly GivenLetter[],
): OutletSummary {
  const inTable = known.get(counted.key)
  const given = letters.findLast(({ name }) => toOutletKey(name) === toOutletKey(counted.name))
  return {
    ...counted,
    known: toKnown(inTable),
    reliability: given === undefined ? (inTable?.reliability ?? null) : given.letter,
    health: { feeds, failing, paused },
  }
}

function toKnown(outlet: Outlet | undefined): KnownOutlet | null {
  if (outlet === undefined) return null
  const { country, isStateRun, isWire, owner, family, hosts } = outlet
  return { country, isStateRun, isWire, owner, family, hosts }
}
