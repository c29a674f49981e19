import { licenceAddress, type Marks } from './find-marks.ts'
import type { Page } from './page.ts'
import type { JsonLdArticle } from './parse-json-ld.ts'

/**
 * The licence of the text as the page declares it: an address, or a name; null when it declares none. Its JSON-LD goes
 * before `rel=license`, meta tags and a link to Creative Commons below or beside the text; the licence of a picture
 * (in a caption) is not the text's, and “All rights reserved” is no licence.
 */
export function findLicence(page: Page, jsonLd: JsonLdArticle | null, marks: Marks): string | null {
  const inMeta = metaNames.flatMap((name) => page.metas.get(name) ?? []).find(isLicence) ?? null
  const inBody =
    marks.licences.find(({ regions }) => !regions.some((reason) => notOfText.has(reason)))?.url ?? null
  const found = [jsonLd?.licence ?? null, page.licence, inMeta, inBody].find(
    (licence) => licence !== null && licence.length <= 300,
  )
  return found?.replace(/^\/\//, 'https://').trim() || null
}

const notOfText = new Set(['caption', 'credit', 'comments', 'related', 'advertisement', 'newsletter'])

const metaNames = [
  'dcterms.license',
  'dc.rights.license',
  'dcterms.rights',
  'dc.rights',
  'rights',
  'copyright',
  'license',
]

const isLicence = (text: string): boolean =>
  licenceAddress.test(text) ||
  /\bCC0\b|\bCC[ -]BY\b|creative commons|public domain|open government licen[cs]e/i.test(text)
