import type { Credit } from '../records/article.ts'
import type { DocumentHints } from '../records/document.ts'
import { chooseTimes } from './choose-times.ts'
import type { DateEvidence } from './date-evidence.ts'
import type { Draft } from './draft.ts'
import { findAuthors } from './find-authors.ts'
import { findBlocks } from './find-blocks.ts'
import { findDateOrder } from './find-date-order.ts'
import { findImages } from './find-images.ts'
import { findDensestElements, findKeptElements } from './find-kept-elements.ts'
import { findLicence } from './find-licence.ts'
import { findMarks } from './find-marks.ts'
import { findModificationDate } from './find-modification-date.ts'
import { findOutlet } from './find-outlet.ts'
import { findPosts } from './find-posts.ts'
import { findPrintedBylines } from './find-printed-bylines.ts'
import { findPrintedDates } from './find-printed-dates.ts'
import { findPublicationDate } from './find-publication-date.ts'
import { signedBy } from './find-text-credits.ts'
import { findTitle, sameWords } from './find-title.ts'
import { findTitleBlock } from './find-title-block.ts'
import { findUrl, isWebAddress } from './find-url.ts'
import { joinText } from './join-text.ts'
import type { ParsedDate } from './parse-date.ts'
import { parseJsonLd } from './parse-json-ld.ts'
import { parsePage } from './parse-page.ts'
import { placeBlocks } from './place-blocks.ts'
import { placeEmbedded } from './place-embedded.ts'
import type { About } from './placed-block.ts'
import { sortBlocks } from './sort-blocks.ts'

/**
 * Takes the article out of a web page. `where` is the address or the file; `given` the operator's date; `hints` what the
 * feed, sitemap or list says that named it.
 */
export async function readHtml(
  html: string,
  where: string,
  given: ParsedDate | null,
  hints: DocumentHints | null = null,
): Promise<Draft> {
  const page = await parsePage(html)
  const url = isWebAddress(where) ? where : (hints?.url ?? findUrl(where, page))
  const pageTitle = page.metas.get('og:title')?.[0] ?? page.titleElement ?? ''
  const jsonLd = parseJsonLd(
    page.jsonLd,
    (article) =>
      (article.url !== null && (article.url === url || article.url === page.canonical)) ||
      (article.headline !== null && sameWords(article.headline, pageTitle)),
  )
  const outlet = findOutlet(page, jsonLd, url, hints?.outlet ?? null)
  const list = findBlocks(page.document.body, page.hiddenClasses)
  const title = findTitle(page, jsonLd, list.blocks, outlet, hints?.title ?? null)
  const marks = findMarks(page.document.body)
  // Takes the document apart, so it comes last.
  const kept = (await findKeptElements(page.document, list)) ?? findDensestElements(list)
  const about: About = {
    summary: page.metas.get('og:description')?.[0] ?? page.metas.get('description')?.[0] ?? null,
    people: [...(jsonLd?.authors ?? []).map(({ name }) => name), ...(page.metas.get('author') ?? [])],
  }
  const placed = placeBlocks(list, kept, title)
  const shown = sortBlocks(placed, title, about)
  const blocks = await placeEmbedded(placed, shown.text, page.scripts, title, list.parents.length)
  const sorted = blocks === placed ? shown : sortBlocks(blocks, title, about)
  const base = page.base === null ? url : toBase(page.base, url)
  const joined = joinText(
    sorted.text.flatMap((i) => blocks[i] ?? []),
    base,
    findPosts(list, list.times),
  )
  const [firstText = blocks.length, lastText = blocks.length] = [sorted.text[0], sorted.text.at(-1)]
  const titleAt = findTitleBlock(blocks, firstText, title)
  const { byline, people, agencies } = findAuthors({
    page,
    jsonLd,
    printed: findPrintedBylines(blocks, sorted, marks.authors),
    hinted: hints?.authors ?? [],
    outlet,
    url,
  })
  const own = [blocks[firstText], blocks[titleAt]].flatMap((block) => block?.element ?? [])
  const holdsArticle = (element: number) =>
    own.some((inner) => inner >= element && inner < (list.ends[element] ?? 0))
  const order = findDateOrder(page.language, url)
  const dates: DateEvidence = {
    given,
    jsonLd,
    page,
    times: chooseTimes(list.times, titleAt, firstText, lastText, holdsArticle),
    printed: findPrintedDates(blocks, sorted.text, title, titleAt, order, holdsArticle),
    hints,
    url,
    order,
  }
  return {
    title,
    byline,
    authors: people,
    outlet,
    url,
    publishedAt: findPublicationDate(dates),
    modifiedAt: findModificationDate(dates),
    licence: findLicence(page, jsonLd, marks),
    images: findImages(
      marks.pictures,
      page,
      jsonLd?.images ?? [],
      {
        title: blocks[titleAt]?.element ?? null,
        firstText: blocks[firstText]?.element ?? 0,
        lastText: blocks[lastText]?.element ?? 0,
      },
      base,
    ),
    declaredLanguage: page.language ?? hints?.language ?? null,
    ...joined,
    credits: [
      ...sorted.credits,
      ...agencies.map((agency) => signedBy(agency, byline ?? agency)),
    ] satisfies Credit[],
    dropped: sorted.dropped,
  }
}

// `<base href>` may be relative itself.
const toBase = (base: string, url: string | null): string | null =>
  URL.canParse(base, url ?? undefined) ? new URL(base, url ?? undefined).href : url
