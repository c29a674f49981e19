/** Cuts ids to as few digits as tell these apart: 8, or more where two begin alike; enough to be typed. */
export function shortIds(ids: Iterable<string>): (id: string) => string {
  const all = new Set(ids)
  let length = 8
  while (length < 32 && new Set([...all].map((id) => id.slice(0, length))).size < all.size) length++
  return (id) => id.slice(0, length)
}
