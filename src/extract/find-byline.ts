import { isNameList } from './classify-furniture.ts'
import { cleanText } from './clean-text.ts'
import { sameWords } from './find-title.ts'
import type { Page } from './page.ts'
import { isDateLine } from './parse-date.ts'
import type { JsonLdArticle } from './parse-json-ld.ts'

/**
 * Who wrote it, people and desks as printed, without “By”; null when nobody is named.
 *
 * `printed` holds the bylines that stand at the head of the page, as blocks of their own. What the page's data
 * say comes first, unless they only name the outlet and a person is printed.
 */
export function findByline(
  page: Page | null,
  jsonLd: JsonLdArticle | null,
  printed: readonly string[],
  outlet: string | null,
): string | null {
  const onPage = printed.map(cleanByline).find((byline) => byline !== null) ?? null
  const authors = (jsonLd?.authors ?? []).filter((author) => !/^https?:/i.test(author))
  const named = cleanByline([...new Set(authors)].join(', ')) ?? fromMetas(page)
  if (named !== null && onPage !== null && isDesk(named, outlet)) return onPage
  return named ?? onPage
}

function fromMetas(page: Page | null): string | null {
  for (const name of metaNames) {
    const contents = (page?.metas.get(name) ?? []).filter((content) => !/^(?:https?:|@)/i.test(content))
    const byline = cleanByline([...new Set(contents)].slice(0, 10).join(', '))
    if (byline !== null) return byline
  }
  return null
}

const metaNames = [
  'author',
  'article:author',
  'byl',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'twitter:creator:name',
]

const isDesk = (byline: string, outlet: string | null): boolean =>
  (outlet !== null && sameWords(byline, outlet)) ||
  /^(?:admin|editor|staff|newsroom|web ?desk|redac\w+)\b/i.test(byline)

/** “By JANE DOE | 4 March 2020” becomes “JANE DOE”; null when no name is left or the words are no names. */
export function cleanByline(text: string): string | null {
  const bare = cleanText(text)
    .replace(
      /^(?:by|written by|reported by|story by|words by|posted by|authors?|von|par|por|di|автор)(?:\s*:\s*|\s+)/iu,
      '',
    )
    .replace(/^by\s+/i, '')
  const parts = bare.split(/\s*[|•·／]\s*|\s+[–—-]\s+/)
  const named = parts.filter(
    (part) => part !== '' && !isDateLine(part) && !/\d+[\s-]*min|^(?:updated|published|posted)\b/i.test(part),
  )
  const [first = ''] = named
  // "Jane Doe, 4 March 2020" and "Jane Doe Updated March 4, 2020" keep the name.
  const name = first
    .replace(
      /[\s,]*(?:\b(?:on|updated|published|posted)\b.*|\b\d+ comments?$|\b(?:\d{1,2} \p{L}{3,9}|\p{L}{3,9} \d{1,2},?) \d{4}.*)$/iu,
      '',
    )
    .replace(/[\s,;:]+$/, '')
  if (name === '' || name.length > 300 || /^https?:/i.test(name) || !/\p{L}/u.test(name)) return null
  return /\p{Lu}|\p{Lo}/u.test(name) && (isNameList(name) || name.length <= 100) ? name : null
}
