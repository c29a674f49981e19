/** Two sentences cut into what both begin with, what each has of its own, and what both end with. */
export interface Difference {
  readonly before: string
  readonly of: string
  readonly by: string
  readonly after: string
}

/** Where an edited sentence differs from the one that it was made of; cut between words. */
export function findDifference(of: string, by: string): Difference {
  const [ofWords, byWords] = [of.split(/(?<=\s)/), by.split(/(?<=\s)/)]
  const shorter = Math.min(ofWords.length, byWords.length)
  let start = 0
  while (start < shorter && ofWords[start] === byWords[start]) start += 1
  let end = 0
  while (end < shorter - start && ofWords.at(-1 - end) === byWords.at(-1 - end)) end += 1
  return {
    before: ofWords.slice(0, start).join(''),
    of: ofWords.slice(start, ofWords.length - end).join(''),
    by: byWords.slice(start, byWords.length - end).join(''),
    after: ofWords.slice(ofWords.length - end).join(''),
  }
}
