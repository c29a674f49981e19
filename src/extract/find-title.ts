import type { Block } from './find-blocks.ts'
import type { Page } from './page.ts'
import { isDateLine } from './parse-date.ts'
import type { JsonLdArticle } from './parse-json-ld.ts'

/** What a page may call its article, in the order in which it is believed. */
export function findTitle(
  page: Page,
  jsonLd: JsonLdArticle | null,
  blocks: readonly Block[],
  outlet: string | null,
  hinted: string | null = null,
): string | null {
  const heading = findHeading(page, blocks)
  const candidates = [
    jsonLd?.headline,
    page.metas.get('og:title')?.[0],
    page.metas.get('twitter:title')?.[0],
    heading,
    page.titleElement,
    hinted,
  ]
  const sections = (page.metas.get('article:section') ?? []).slice(0, 5)
  const names = [outlet, jsonLd?.publisher, page.metas.get('og:site_name')?.[0]].filter(
    (name) => typeof name === 'string',
  )
  for (const candidate of candidates) {
    if (typeof candidate !== 'string') continue
    const bare = withoutOutlet(candidate, names, sections)
    const title = heading === null ? bare : withoutKicker(withoutSuffix(bare, heading), heading)
    // A site's name is no headline.
    if (title === '' || names.some((name) => sameWords(name, title))) continue
    // Search engines ask for 110 characters: "... as talks near their e…" is the printed headline cut short.
    if (heading !== null && isCutShort(title, heading)) return heading
    return title
  }
  return null
}

/** Whether two texts are the same but for case, punctuation and quotation marks. */
export function sameWords(left: string, right: string): boolean {
  const words = bareWords(left)
  return words !== '' && words === bareWords(right)
}

const bareWords = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The `h1` that names the article: the only one, or the one that the page's `<title>` repeats. */
function findHeading(page: Page, blocks: readonly Block[]): string | null {
  const headings = blocks.filter(({ kind }) => kind === 'title-heading').slice(0, 20)
  const inTitle = bareWords(page.titleElement ?? '')
  const repeated = headings.find(({ text }) => text.length > 10 && inTitle.includes(bareWords(text)))
  return (repeated ?? headings.find(({ region }) => region === null) ?? headings[0])?.text ?? null
}

/**
 * “Bridge reopens | Meridian Post | 04.03.2022” without the outlet's name and the date, at whichever end they stand, and
 * without the name of the section beside the outlet's.
 */
function withoutOutlet(title: string, names: readonly string[], sections: readonly string[]): string {
  const parts = title.split(/(\s+[|–—-]\s+|\s*[|»«ㅣ｜]\s*|\s+::?\s+)/)
  const isOther = (part = '') => isDateLine(part) || names.some((name) => isOutletPart(part, name))
  const before = parts.length
  while (parts.length > 1 && isOther(parts[parts.length - 1])) parts.splice(-2)
  while (parts.length > 1 && isOther(parts[0])) parts.splice(0, 2)
  const bare = parts.join('').trim()
  if (parts.length === before) return bare
  // "Bridge reopens-Politics | Herald"
  const section = sections.find((name) => bare.endsWith(`-${name}`) || bare.endsWith(` - ${name}`))
  return section === undefined ? bare : bare.slice(0, -section.length).replace(/\s*-$/, '')
}

/** “Bridge reopens | Northgate | News” is what the page prints above its text: “Bridge reopens”. */
function withoutSuffix(title: string, heading: string): string {
  const isPrefix = heading.length >= 15 && title.startsWith(heading)
  return isPrefix && /^\s*(?:[|»ㅣ｜]|\s[–—-]\s)/u.test(title.slice(heading.length)) ? heading : title
}

/** Shorter words may be shared by chance. */
const fewestShared = 20

/**
 * The headline where two labels stand before it: “Vote in Aldany: «We were not told»” in the data and “Aldany - «We were
 * not told»” on the page are «We were not told».
 */
function withoutKicker(title: string, heading: string): string {
  const [, label = '', headline = ''] = /^(.{2,40}?)\s*[:–—|-]\s+(.+)$/u.exec(title) ?? []
  if (headline.length < fewestShared || !heading.endsWith(headline)) return title
  const other = /^(.{2,40}?)\s*[:–—|-]\s+$/u.exec(heading.slice(0, -headline.length))?.[1] ?? ''
  const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  // Two labels: without a word in common.
  return other === '' || words(other).some((word) => words(label).includes(word)) ? title : headline
}

// The host's own label and the initials name it, too: "meridianpost.example", "MP", "Meridian Post".
function isOutletPart(part: string, name: string): boolean {
  if (sameWords(part, name)) return true
  if (/^[\w-]+(?:\.[\w-]+)+$/.test(name)) return bareWords(part) === bareWords(name.split('.')[0] ?? '')
  const initials = name.match(/\b\p{Lu}/gu) ?? []
  return initials.length > 1 && part.trim() === initials.join('')
}

function isCutShort(title: string, heading: string): boolean {
  const stem = bareWords(title.replace(/(?:…|\.{3})$/, ''))
  const isLonger = stem.length > 20 && bareWords(heading).length > stem.length
  if (!isLonger || !bareWords(heading).startsWith(stem)) return false
  // "Ferries sail" beside "Ferries sail in the rain" is a shorter headline; one cut has dots, a full line or half a word.
  return (
    /(?:…|\.{3})$/.test(title) ||
    title.length >= 95 ||
    (heading.startsWith(title) && /^[\p{L}\p{N}]/u.test(heading.slice(title.length)))
  )
}
