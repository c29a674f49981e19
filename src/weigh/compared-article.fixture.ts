import type { Credit } from '../records/article.ts'
import type { ComparedArticle } from './compared-article.ts'

/** An article to compare, by what the test is about. Day precision; no address, so that the outlet is its name. */
export function comparedArticle(
  id: string,
  outlet: string | null,
  day: string | null,
  text: string,
  more: Partial<ComparedArticle> = {},
): ComparedArticle {
  return {
    id,
    outlet,
    url: null,
    byline: null,
    publishedAt: day === null ? null : { value: day, precision: 'day', basis: 'given' },
    credits: [],
    text,
    ...more,
  }
}

/** A credit of the text, as the extractor gives it. */
export const textCredit = (agency: string, text: string): Credit => ({
  of: 'text',
  title: null,
  author: null,
  agency,
  licence: null,
  url: null,
  text,
})

/** A report of a grounded ferry, in paragraphs. */
export const ferry = [
  'PORT ARCE (AP) — A ferry carrying 214 passengers ran aground on a sandbank off the northern coast of Morvenia before dawn on Tuesday, and rescue boats needed six hours to bring everybody ashore, the coast guard reported.',
  'The vessel had left the island of San Telmo shortly after midnight and was crossing the strait in thick fog when it struck the bank some four miles from the harbour entrance.',
  'Eleven people were treated for bruises and two crew members were kept in hospital overnight. Fishermen from three villages joined the rescue with their own boats and carried blankets and hot tea to the pier.',
  '“We heard the engines stop and then nothing at all, only the bell and the children,” passenger Ilse Brandt told reporters at the pier. “Nobody told us where to go, so we stayed on deck and sang.”',
  'It was the third grounding in the strait since the old lighthouse was switched off last year to save money. The ministry of transport had promised to replace it with a row of lit buoys, but the contract was never signed.',
  'Transport Minister Tomás Arce ordered an inquiry and suspended night crossings until further notice.',
] as const
