import type { Credit } from '../records/article.ts'
import type { Draft } from './draft.ts'
import { findBlocks, type TimeElement } from './find-blocks.ts'
import { findByline } from './find-byline.ts'
import { findDensestElements, findKeptElements } from './find-kept-elements.ts'
import { findOutlet } from './find-outlet.ts'
import { findPosts } from './find-posts.ts'
import { findPublicationDate } from './find-publication-date.ts'
import { findBylineCredit } from './find-text-credits.ts'
import { findTitle, sameWords } from './find-title.ts'
import { findUrl } from './find-url.ts'
import { joinText } from './join-text.ts'
import type { ParsedDate } from './parse-date.ts'
import { parseJsonLd } from './parse-json-ld.ts'
import { parsePage } from './parse-page.ts'
import { placeBlocks } from './place-blocks.ts'
import { placeEmbedded } from './place-embedded.ts'
import { type About, sortBlocks } from './sort-blocks.ts'

/** Takes the article out of a web page. `where` is the address or the file; `given` the operator's date. */
export async function readHtml(html: string, where: string, given: ParsedDate | null): Promise<Draft> {
  const page = await parsePage(html)
  const url = findUrl(where, page)
  const pageTitle = page.metas.get('og:title')?.[0] ?? page.titleElement ?? ''
  const jsonLd = parseJsonLd(
    page.jsonLd,
    (article) =>
      (article.url !== null && (article.url === url || article.url === page.canonical)) ||
      (article.headline !== null && sameWords(article.headline, pageTitle)),
  )
  const outlet = findOutlet(page, jsonLd, url)
  const list = findBlocks(page.document.body, page.hiddenClasses)
  const title = findTitle(page, jsonLd, list.blocks, outlet)
  // Takes the document apart, so it comes last.
  const kept = (await findKeptElements(page.document, list)) ?? findDensestElements(list)
  const about: About = {
    summary: page.metas.get('og:description')?.[0] ?? page.metas.get('description')?.[0] ?? null,
    people: [...(jsonLd?.authors ?? []), ...(page.metas.get('author') ?? [])],
  }
  const placed = placeBlocks(list, kept, title)
  const shown = sortBlocks(placed, title, about)
  const blocks = await placeEmbedded(placed, shown.text, page.scripts, title, list.parents.length)
  const sorted = blocks === placed ? shown : sortBlocks(blocks, title, about)
  const joined = joinText(
    sorted.text.flatMap((i) => blocks[i] ?? []),
    page.base === null ? url : toBase(page.base, url),
    findPosts(list, list.times),
  )
  const byline = findByline(page, jsonLd, sorted.bylines, outlet)
  const wire = byline === null ? null : findBylineCredit(byline)
  return {
    title,
    byline,
    outlet,
    url,
    publishedAt: findPublicationDate({
      given,
      jsonLd,
      page,
      times: list.times.filter((time) => isAboutArticle(time, sorted.firstText)),
      printed: sorted.dates,
      url,
    }),
    declaredLanguage: page.language,
    ...joined,
    credits: [...sorted.credits, ...(wire === null ? [] : [wire])] satisfies Credit[],
    dropped: sorted.dropped,
  }
}

// `<base href>` may be relative itself.
const toBase = (base: string, url: string | null): string | null =>
  URL.canParse(base, url ?? undefined) ? new URL(base, url ?? undefined).href : url

// Dates further down belong to comments and other stories; some layouts set the article's own just below the text.
function isAboutArticle({ region, before }: TimeElement, firstText: number): boolean {
  const reason = region?.reason
  if (reason === 'comments' || reason === 'related' || reason === 'navigation' || reason === 'footer')
    return false
  return before <= firstText + 1
}
