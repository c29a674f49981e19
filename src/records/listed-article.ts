/**
 * An article as a list of articles gives it: one JSON object. What is not given is null.
 *
 * The fields have the names of the list’s documentation; other names that lists use for the same are understood.
 */
export interface ListedArticle {
  readonly text: string
  readonly title: string | null
  readonly url: string | null
  /** Who published it. */
  readonly outlet: string | null
  /** As written. */
  readonly date: string | null
  /** As written. */
  readonly modified: string | null
  readonly authors: readonly string[]
  readonly language: string | null
}

/** Of a document that is one JSON object of a list of articles. */
export const listedArticleMediaType = 'application/vnd.hearsay.article+json'

/** What each field may be called, its own name first; upper and lower case, blanks and underscores are one. */
const fieldNames = {
  text: [
    'text',
    'body',
    'content',
    'article',
    'articletext',
    'articlebody',
    'fulltext',
    'maintext',
    'bodytext',
  ],
  title: ['title', 'headline'],
  url: ['url', 'link', 'articleurl', 'permalink'],
  outlet: ['outlet', 'source', 'publisher', 'publication', 'newspaper', 'outletname', 'sourcename', 'medium'],
  date: [
    'date',
    'published',
    'publishedat',
    'datepublished',
    'publicationdate',
    'publishdate',
    'pubdate',
    'datetime',
  ],
  modified: ['modified', 'updated', 'modifiedat', 'updatedat', 'datemodified'],
  authors: ['authors', 'author', 'byline'],
  language: ['language', 'lang'],
  /** The list’s own; nobody reads it. */
  id: ['id'],
} as const

type Field = keyof typeof fieldNames

const toField = new Map<string, readonly [field: Field, rank: number]>(
  Object.entries(fieldNames).flatMap(([field, names]) =>
    names.map((name, rank) => [name, [field as Field, rank]] as const),
  ),
)

/** What a JSON value is as an article of a list: the article and the fields that are not read, or what it lacks. */
export type ListedArticleParse =
  | { readonly article: ListedArticle; readonly unread: readonly string[] }
  | { readonly lacks: string }

/** Reads a JSON value as an article of a list. Never throws. */
export function parseListedArticle(value: unknown): ListedArticleParse {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { lacks: 'It is no JSON object.' }
  const found = new Map<Field, { readonly rank: number; readonly name: string; readonly value: unknown }>()
  const unread: string[] = []
  for (const [name, given] of Object.entries(value)) {
    const [field, rank] = toField.get(name.toLowerCase().replace(/[\s_-]+/g, '')) ?? []
    const before = field === undefined ? undefined : found.get(field)
    if (field === undefined || rank === undefined || (before !== undefined && before.rank <= rank)) {
      unread.push(name)
      continue
    }
    if (before !== undefined) unread.push(before.name)
    found.set(field, { rank, name, value: given })
  }
  const get = (field: Field): unknown => found.get(field)?.value
  const text = toText(get('text'))
  if (text === null) {
    const names = Object.keys(value).slice(0, 12).join(', ')
    const what = found.has('text') ? 'Its `text` holds no words' : 'It has no field `text`'
    return { lacks: `${what}; its fields are: ${names === '' ? 'none' : names.slice(0, 300)}.` }
  }
  return {
    article: {
      text,
      title: toText(get('title')),
      url: toText(get('url')),
      outlet: toText(get('outlet')),
      date: toText(get('date')),
      modified: toText(get('modified')),
      authors: toAuthors(get('authors')),
      language: toText(get('language')),
    },
    unread,
  }
}

// Lists have paragraphs as an array, dates as numbers, and the NaN of a spreadsheet for what is missing.
function toText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) {
    const parts = value.filter((part) => typeof part === 'string')
    return parts.length === value.length && parts.length > 0 ? toText(parts.join('\n\n')) : null
  }
  if (typeof value !== 'string') return null
  const trimmed = value.trim()
  return trimmed === '' || /^(?:nan|null|none|n\/a)$/i.test(trimmed) ? null : trimmed
}

function toAuthors(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.map(toText).filter((name): name is string => name !== null)
  }
  const text = toText(value)?.replace(/^by\s+/i, '') ?? null
  // "Jane Doe; John Roe", "Jane Doe and John Roe"; a comma may stand between a name and a desk.
  return text === null ? [] : text.split(/\s*;\s*|\s+and\s+|\s*\|\s*/).filter((name) => name !== '')
}
