import { toOutletKey } from './to-outlet-key.ts'

/** Each outlet once, sorted, as it is written first: “The Courier” and “Courier” are one. */
export function listOutlets(names: Iterable<string | null>): string[] {
  const outlets = new Map<string, string>()
  for (const name of names)
    if (name !== null && !outlets.has(toOutletKey(name))) outlets.set(toOutletKey(name), name)
  return [...outlets.values()].sort()
}
