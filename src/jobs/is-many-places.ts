import { stat } from 'node:fs/promises'

/** Whether places may hold more than one document: several of them, or a folder. */
export async function isManyPlaces(places: readonly string[]): Promise<boolean> {
  const [only] = places
  if (places.length !== 1 || only === undefined) return places.length > 1
  return stat(only).then(
    (found) => found.isDirectory(),
    () => false, // An address, “-”, or a file that is not there: collecting says so.
  )
}
