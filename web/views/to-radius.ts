/**
 * How large a mark is for so many independent origins, in CSS pixels: its area grows with them, so that four look like
 * four times one. None is still seen.
 *
 * @param most the largest radius, reached at 36 origins
 */
export const toRadius = (origins: number, most: number): number => {
  const least = 3
  return least + (most - least) * Math.min(1, Math.sqrt(origins) / 6)
}
