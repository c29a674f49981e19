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
): string | null {
  const heading = findHeading(page, blocks)
  const candidates = [
    jsonLd?.headline,
    page.metas.get('og:title')?.[0],
    page.metas.get('twitter:title')?.[0],
    heading,
    page.titleElement,
  ]
  const names = [outlet, jsonLd?.publisher, page.metas.get('og:site_name')?.[0]].filter(
    (name) => typeof name === 'string',
  )
  for (const candidate of candidates) {
    if (typeof candidate !== 'string') continue
    const title = withoutOutlet(candidate, names)
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

/** “Bridge reopens | Meridian Post | 04.03.2022” without the outlet's name and the date, at whichever end they stand. */
function withoutOutlet(title: string, names: readonly string[]): string {
  const parts = title.split(/(\s+[|–—-]\s+|\s*[|»«]\s*|\s+::?\s+)/)
  const isOther = (part = '') => isDateLine(part) || names.some((name) => isOutletPart(part, name))
  while (parts.length > 1 && isOther(parts[parts.length - 1])) parts.splice(-2)
  while (parts.length > 1 && isOther(parts[0])) parts.splice(0, 2)
  return parts.join('').trim()
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
  return stem.length > 20 && bareWords(heading).length > stem.length && bareWords(heading).startsWith(stem)
}
