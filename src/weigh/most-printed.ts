/** The commonest of several ways to print a name, by how often; of equals the longest, then the first of the alphabet. */
export function mostPrinted(printed: ReadonlyMap<string, number>): string | null {
  const [first] = [...printed].sort(
    ([a, countA], [b, countB]) => countB - countA || b.length - a.length || (a < b ? -1 : 1),
  )
  return first?.[0] ?? null
}
