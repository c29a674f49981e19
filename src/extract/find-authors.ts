import { sameWords } from './find-title.ts'
import type { Page } from './page.ts'
import { parseByline, type Signers } from './parse-byline.ts'
import type { JsonLdArticle } from './parse-json-ld.ts'
import { trimByline } from './trim-byline.ts'

/** What may say who wrote an article. */
export interface AuthorEvidence {
  readonly page: Page | null
  readonly jsonLd: JsonLdArticle | null
  /** Bylines as printed at the head or the end of the article, the likelier first. */
  readonly printed: readonly string[]
  /** What the feed, sitemap or list says that named the page. */
  readonly hinted: readonly string[]
  readonly outlet: string | null
  readonly url: string | null
}

/** Who wrote an article: people, the agencies that sign it, and the byline as printed or as the page's data have it. */
export interface Authorship {
  readonly byline: string | null
  readonly people: readonly string[]
  readonly agencies: readonly string[]
}

/**
 * Finds who signs an article. The first witness that names a person is believed: the page's JSON-LD, its meta tags, what
 * it prints, the feed; but a printed byline that names the same people and more goes before the data. Where none names
 * a person, the first that names an agency is, then the first that names a desk.
 */
export function findAuthors(evidence: AuthorEvidence): Authorship {
  const isOutlet = openOutletNames(evidence)
  const read = (names: readonly string[], isTyped: boolean): Witness =>
    join(
      names.flatMap((name) => (isAddress(name) ? [] : [parseByline(name, isOutlet, isTyped)])),
      names.filter((name) => !isAddress(name)),
    )
  const data = evidence.jsonLd?.authors ?? []
  const inData = read(
    data.map(({ name }) => name),
    true,
  )
  const inMetas = metaNames.map((name) => read((evidence.page?.metas.get(name) ?? []).slice(0, 20), true))
  inMetas.push(read(findLabelled(evidence.page), true))
  const printed = evidence.printed.slice(0, 20).map((line) => read([line], false))
  const hinted = read(evidence.hinted, true)
  const witnesses = [inData, ...inMetas, ...printed, hinted].filter(({ byline }) => byline !== '')
  const best =
    witnesses.find(({ people }) => people.length > 0) ??
    witnesses.find(({ agencies }) => agencies.length > 0) ??
    witnesses.find(({ desks }) => desks.length > 0)
  if (best === undefined) return { byline: null, people: [], agencies: [] }
  const fuller = printed.find(
    ({ people, agencies }) =>
      best.people.length > 0 &&
      people.length + agencies.length > best.people.length + best.agencies.length &&
      best.people.every((name) => people.some((other) => sameWords(name, other))),
  )
  return fuller ?? best
}

/** `twitter:label1` “Written by” and `twitter:data1` “Jane Doe”. */
function findLabelled(page: Page | null): readonly string[] {
  for (const number of ['1', '2']) {
    const label = page?.metas.get(`twitter:label${number}`)?.[0] ?? ''
    if (writtenBy.test(label)) return page?.metas.get(`twitter:data${number}`)?.slice(0, 1) ?? []
  }
  return []
}

const writtenBy =
  /^(?:written by|author|by|verfasst von|geschrieben von|autor(?:in)?|écrit par|auteur|escrito por|scritto da|autore|geschreven door|skriven av|skrevet av|skrevet af|napisane przez|autor wpisu|автор|написано автором|yazan|kirjoittanut|napsal\(a\)|escrit per|执笔|执笔者|執筆者|著者|글쓴이|كُتب بواسطة|מאת)/iu

interface Witness extends Signers {
  readonly byline: string
}

/** Several names of one witness as one; names that are neither people, agencies nor desks are no part of the byline. */
function join(read: readonly Signers[], names: readonly string[]): Witness {
  const all = (key: keyof Signers) => [...new Set(read.flatMap((signers) => signers[key]))]
  const [people, agencies, desks] = [all('people'), all('agencies'), all('desks')]
  const [only = ''] = names
  const isOne = names.length === 1
  const signers = [...people, ...agencies, ...desks]
  // One line of print is kept as printed; several entries of the page's data are joined.
  const byline = signers.length === 0 ? '' : isOne ? toPrinted(only, signers) : signers.join(', ')
  return { people, agencies, desks, byline }
}

/** “By JANE DOE | 4 March 2020 | 3 min read” as far as it names somebody. */
function toPrinted(line: string, signers: readonly string[]): string {
  const bare = trimByline(line.replace(/\s+/g, ' '))
  const ends = signers.map((name) => bare.indexOf(name) + (bare.includes(name) ? name.length : 0))
  const end = Math.max(...ends)
  if (end <= 0 || bare.length > 200) return signers.join(', ')
  // The role behind the last name belongs to it: “Jane Doe, Political Editor”; a date does not.
  const rest = /^(?:\s*[,/(–-]\s*\p{L}[^|•·\d]{0,60})?/u.exec(bare.slice(end))?.[0] ?? ''
  return (bare.slice(0, end) + rest).replace(/[\s,;:–-]+$/, '').trim()
}

const isAddress = (name: string): boolean =>
  /^(?:https?:|www\.|@|\/)/i.test(name.trim()) || /^\d+$/.test(name.trim())

const metaNames = [
  'author',
  'article:author',
  'byl',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'dc.creator',
  'dcterms.creator',
  'dc:creator',
  'citation_author',
  'article:author_name',
  'og:article:author',
  'twitter:creator:name',
]

/** Tells the page's own name, by whatever it calls itself, from a person's. */
function openOutletNames({ outlet, page, jsonLd, url }: AuthorEvidence): (name: string) => boolean {
  const names = [outlet, jsonLd?.publisher, ...siteNames.map((name) => page?.metas.get(name)?.[0])].flatMap(
    (name) => (typeof name === 'string' ? [bareName(name)] : []),
  )
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
  const labels = host
    .split('.')
    .slice(0, -1)
    .filter((label) => label.length > 2)
  return (name) => {
    const bare = bareName(name)
    if (bare === '') return false
    if (names.includes(bare) || labels.includes(bare) || bare === bareName(host)) return true
    // "MDR THÜRINGEN" in the MDR, "Herald Staff" in The Herald.
    return names.some(
      (own) => own.length > 2 && name.includes(' ') && bareName(name.split(' ')[0] ?? '') === own,
    )
  }
}

const siteNames = [
  'og:site_name',
  'application-name',
  'apple-mobile-web-app-title',
  'twitter:app:name:iphone',
]

const bareName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
