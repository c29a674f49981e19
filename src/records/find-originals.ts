import type { Claim } from './claim.ts'

/**
 * Of each article that is a copy the one that it was taken from. Two that are said to copy each other have the earlier
 * one as the original of both.
 */
export function findOriginals({ reports, provenance }: Claim): Map<string, string> {
  const articleOf = new Map(reports.map(({ id, articleId }) => [id, articleId]))
  const place = new Map([...new Set(reports.map(({ articleId }) => articleId))].map((id, i) => [id, i]))
  const isBackward = ({ of, by }: { of: string; by: string }) =>
    (place.get(of) ?? 0) < (place.get(by) ?? 0) ? 0 : 1
  const pairs = provenance.edges
    .flatMap(({ from, to, why }) => {
      const [by, of] = [articleOf.get(from), articleOf.get(to)]
      return why === 'copies' && by !== undefined && of !== undefined && by !== of ? [{ of, by }] : []
    })
    .sort((a, b) => isBackward(a) - isBackward(b))
  const copyOf = new Map<string, string>()
  for (const { of, by } of pairs) {
    let end: string | undefined = of
    while (end !== undefined && end !== by) end = copyOf.get(end)
    if (end === undefined && !copyOf.has(by)) copyOf.set(by, of)
  }
  return copyOf
}
