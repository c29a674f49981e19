import type { RobotsRule, RobotsRules } from './parse-robots.ts'

/**
 * The rule that decides whether an address may be fetched; null when none speaks of it, which allows it.
 *
 * The longest pattern that matches decides, and `Allow` where two are as long (RFC 9309, section 2.2.2). Takes the
 * address as it is sent, percent-encoded.
 */
export function matchRobots({ rules }: RobotsRules, url: string): RobotsRule | null {
  const path = toRobotsPath(url)
  const plain = decodeUnreserved(path)
  const rule = rules.find(({ isAllow, pattern }) =>
    // RFC 9309 has `%62` mean `b` where Google’s parser compares it as it stands. Both are asked, and the answer that
    // leaves the site more alone is taken: forbidden when either reading forbids, allowed when the words do.
    isAllow
      ? matchPattern(pattern, path)
      : matchPattern(pattern, path) || matchPattern(decodeUnreserved(pattern), plain),
  )
  return rule ?? null
}

/**
 * What rules are compared with: path and query of an address, `/` when it has none.
 *
 * Cut out of the text and not parsed, so that its percent-encoding stays what it is.
 */
export function toRobotsPath(url: string): string {
  const bare = (url.split('#', 1)[0] ?? '').replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, '')
  const start = bare.search(/[/?;]/)
  if (start === -1) return '/'
  const path = bare.slice(start).replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())
  return path.startsWith('/') ? path : `/${path}`
}

/** `*` stands for any characters, none too; `$` at the end for the end; without it a pattern is a beginning. */
function matchPattern(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$')
  const pieces = (isWhole ? pattern.slice(0, -1) : pattern).split('*')
  const [first = ''] = pieces
  if (!path.startsWith(first)) return false
  if (pieces.length === 1) return !isWhole || path.length === first.length
  // The leftmost place of each piece leaves the most room for the others, so that nothing is tried twice.
  let at = first.length
  for (const piece of pieces.slice(1, isWhole ? -1 : undefined)) {
    const found = path.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  const last = pieces.at(-1) ?? ''
  return !isWhole || (path.length - last.length >= at && path.endsWith(last))
}

const decodeUnreserved = (text: string): string =>
  text.includes('%')
    ? text.replace(/%(?:4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A]|3[0-9]|2D|2E|5F|7E)/g, (octet) =>
        String.fromCharCode(Number.parseInt(octet.slice(1), 16)),
      )
    : text
