import type { Notice } from '../records/notice.ts'
import type { Span } from '../records/span.ts'

/** The words of a text with which the page says that it was changed. */
export interface FoundNotice extends Span {
  readonly kind: Notice['kind']
}

/** Finds the first notice of a text; of several at one place the correction. Linear in the text. */
export type FindNotice = (text: string) => FoundNotice | null

/** Opens what finds notices, by the table of them. */
export function openNotices(notices: readonly Notice[]): FindNotice {
  const anywhere = toPattern(
    notices,
    'anywhere',
    (words) => `(?<![\\p{L}\\p{N}])(${words})(?![\\p{L}\\p{N}])`,
  )
  // “Correction: …”, “Updated 22 November”; “Correction of the markets goes on” is none.
  const head = toPattern(
    notices,
    'head',
    (words) => `^\\P{L}{0,8}(${words})(?=\\s*(?:[:：.|(–—-]|,?\\s*\\p{N}|$))`,
  )
  const kindOf = new Map(notices.map(({ words, kind }) => [words, kind]))
  return (text) => {
    const candidates: FoundNotice[] = []
    for (const pattern of [anywhere, head]) {
      const match = pattern?.exec(text)
      const words = match?.[1]
      if (!match || words === undefined) continue
      const kind = kindOf.get(fold(words))
      const start = match.index + match[0].length - words.length
      if (kind) candidates.push({ kind, start, end: start + words.length })
    }
    return candidates.find(({ kind }) => kind === 'correction') ?? candidates[0] ?? null
  }
}

/** As the table writes it: lower case, single spaces, straight apostrophes. */
const fold = (words: string) => words.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'")

function toPattern(
  notices: readonly Notice[],
  place: Notice['place'],
  around: (words: string) => string,
): RegExp | null {
  const words = notices.filter((notice) => notice.place === place).map((notice) => notice.words)
  if (words.length === 0) return null
  const alternatives = words
    .sort((a, b) => b.length - a.length)
    .map((one) =>
      one
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll("'", "['’]")
        .replaceAll(' ', '\\s{1,3}'),
    )
    .join('|')
  return new RegExp(around(alternatives), 'iu')
}
