import { parseRobotsLines } from './parse-robots-lines.ts'

/** One `Allow` or `Disallow` line that holds for a crawler. */
export interface RobotsRule {
  readonly isAllow: boolean
  /** As it is compared with addresses: percent-encoded, with `*` and a last `$` as marks. */
  readonly pattern: string
  /** Of the file, counted from 1. */
  readonly line: number
}

/** What a robots.txt file says to one crawler. */
export interface RobotsRules {
  /** Longest pattern first, and `Allow` before `Disallow` of the same length: the first that matches decides. */
  readonly rules: readonly RobotsRule[]
  /** `Crawl-delay`, which RFC 9309 does not know and many files have; null when nothing is asked. */
  readonly crawlDelaySeconds: number | null
  /** Of everybody, as written. */
  readonly sitemaps: readonly string[]
}

/**
 * Reads what a robots.txt file says to a crawler (RFC 9309).
 *
 * Every group that names the crawler counts, together; where none does, every group for `*`. `agent` is the product
 * token (`Hearsay`, without version). Linear in the size of the file.
 */
export function parseRobots(text: string, agent: string): RobotsRules {
  const own = newRules()
  const everybody = newRules()
  const sitemaps: string[] = []
  let speaksToOwn = false
  let speaksToEverybody = false
  let isNamed = false
  let isInRules = true
  for (const { kind, value, number } of parseRobotsLines(text)) {
    if (kind === 'user-agent') {
      if (isInRules) speaksToOwn = speaksToEverybody = isInRules = false
      if (/^\*(?:\s|$)/.test(value)) speaksToEverybody = true
      else if (isProductToken(value, agent)) speaksToOwn = isNamed = true
    } else if (kind === 'allow' || kind === 'disallow') {
      isInRules = true
      if (value === '') continue // "Disallow:" forbids nothing.
      for (const rule of toRules(kind === 'allow', value, number)) {
        if (speaksToOwn) own.rules.push(rule)
        if (speaksToEverybody) everybody.rules.push(rule)
      }
    } else if (kind === 'crawl-delay') {
      // "User-agent: Slurp / Crawl-delay: 10 / User-agent: *" asks Slurp alone: the line counts for who stands above it.
      const seconds = Number(value)
      if (value === '' || !(seconds >= 0)) continue
      if (speaksToOwn) own.delaySeconds = Math.max(own.delaySeconds ?? 0, seconds)
      if (speaksToEverybody) everybody.delaySeconds = Math.max(everybody.delaySeconds ?? 0, seconds)
    } else if (kind === 'sitemap' && value !== '') sitemaps.push(value)
  }
  const { rules, delaySeconds } = isNamed ? own : everybody
  rules.sort(
    (a, b) => b.pattern.length - a.pattern.length || Number(b.isAllow) - Number(a.isAllow) || a.line - b.line,
  )
  return { rules, crawlDelaySeconds: delaySeconds, sitemaps }
}

const newRules = (): { rules: RobotsRule[]; delaySeconds: number | null } => ({
  rules: [],
  delaySeconds: null,
})

/** "Hearsay/1.0 (news)" speaks to Hearsay: what stands behind the token is not read. */
function isProductToken(value: string, agent: string): boolean {
  const token = /^[a-z_-]+/i.exec(value)?.[0]
  return token !== undefined && token.toLowerCase() === agent.toLowerCase()
}

function toRules(isAllow: boolean, value: string, line: number): RobotsRule[] {
  const pattern = escapePattern(value)
  const folder = isAllow ? /^(.*\/)index\.html?$/.exec(pattern)?.[1] : undefined
  return [
    { isAllow, pattern, line },
    // Who lets the index be read lets the folder be read that shows it; Google’s parser has it so too.
    ...(folder === undefined ? [] : [{ isAllow, pattern: `${folder}$`, line }]),
  ]
}

/** A pattern as addresses are compared, percent-encoded: `/ツ` is `/%E3%83%84`, and `%aa` is `%AA`. */
export function escapePattern(pattern: string): string {
  return pattern
    .replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())
    .replace(/[^\x21-\x7e]+|["<>]/g, (odd) =>
      [...Buffer.from(odd)].map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    )
}
