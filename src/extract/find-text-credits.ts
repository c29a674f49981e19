import type { Credit } from '../records/article.ts'
import { isNameList } from './classify-furniture.ts'
import { findDateline } from './find-dateline.ts'
import { isAgency } from './is-agency.ts'

const credit = (agency: string | null, author: string | null, text: string): Credit => ({
  of: 'text',
  title: null,
  author,
  agency,
  licence: null,
  url: null,
  text,
})

/** The agency that a dateline names: “MINSK (Belta) -”, “LONDON, March 4 (Reuters) —”, “(AP) —”; null without one. */
export function findDatelineCredit(paragraph: string): Credit | null {
  const dateline = findDateline(paragraph)
  return dateline === null || dateline.agency === null ? null : credit(dateline.agency, null, dateline.text)
}

/**
 * Whom the last lines of an article credit for it: “— Meridian Press”, “(AFP)”, “Source: Belta”, “© 2024 AFP”,
 * “(Reporting by Jane Doe; Editing by John Roe)”, “The Associated Press contributed to this report.”; null when
 * the line is text.
 */
export function parseSignature(line: string): Credit | null {
  if (line.length > 250) return null
  const dash = /^[–—-]+\s*(?:by\s+)?(\p{Lu}[^.!?]{1,60})$/u.exec(line)?.[1]
  if (dash !== undefined && isNameList(dash))
    return isAgency(dash) || !/,/.test(dash) ? signedBy(dash, line) : null
  const bracketed = /^[[(]\s*([^()[\]]{2,40})\s*[\])]$/.exec(line)?.[1]
  if (bracketed !== undefined && isAgency(bracketed)) return credit(bracketed, null, line)
  const source = sourceLabel.exec(line)?.[1]
  if (source !== undefined && (isNameList(source) || isAgency(source))) return credit(source, null, line)
  const copyright = /^(?:©|\(c\)|copyright)\s*(?:\d{4})?\s*(\p{Lu}[^.!?]{1,40})$/iu.exec(line)?.[1]
  if (copyright !== undefined && isAgency(copyright)) return credit(copyright, null, line)
  const reporting = /^[[(]?(?:additional )?reporting by\s+([^;)]+)[^)\]]*[\])]?\.?$/i.exec(line)?.[1]
  if (reporting !== undefined && !/\b(?:was|were|is|has|had)\b/.test(line)) {
    return credit(null, reporting.replace(/\s+in\s+\p{Lu}.*$/u, '').replace(/\.$/, ''), line)
  }
  const contributed =
    /^(.{2,100}?)(?:,? (?:in|from) [^,]{2,40},?)? contributed (?:to (?:this|the) (?:report|story|article)|reporting)(?: from .{2,40})?\.?$/i.exec(
      line,
    )?.[1]
  if (contributed !== undefined)
    return isAgency(contributed) ? credit(contributed, null, line) : credit(null, contributed, line)
  // "Mit Material von dpa", "(avec AFP)", "Con información de EFE": only agencies are so thanked.
  const material = withMaterial.exec(line)?.[1]?.replace(/[\s.)\]]+$/, '')
  if (material?.split(/\s*[,/]\s*|\s+(?:und|et|y|e|og|och|и)\s+/u).every(isAgency))
    return credit(material, null, line)
  const files =
    /^[[(]?[-–—]?\s*with (?:files|reporting|reports|contributions|additional reporting) (?:from|by) (?:the )?([^)\]]{2,80}?)[\])]?\.?$/i.exec(
      line,
    )?.[1]
  return files === undefined ? null : signedBy(files, line)
}

const sourceLabel =
  /^[[(]?(?:sources?|via|from|quellen?|fuentes?|fontes?|fonte|bron|kilde|källa|lähde|źródło|zdroj|forrás|sursa|izvor|πηγή|источник|джерело|източник|kaynak|المصدر|מקור|منبع|来源|來源|出典|출처|nguồn|sumber)\s*[:：]\s*([\p{Lu}\p{Lo}][^.!?]{1,60}|dpa|afp)[\])]?\.?$/iu

const withMaterial =
  /^[[(]?(?:mit (?:material|informationen|agenturmaterial|inhalten) (?:von|der|des)|unter verwendung von material (?:von|der)|avec|con (?:información|informaciones|datos|agencias?) (?:de|della)|com (?:informações|agências?) (?:da|de|do)|con|met (?:medewerking van|informatie van)|med (?:materiale|material) (?:fra|från)|за матеріалами|по материалам)\s+(.{2,60})$/iu

/** A credit for an article's text to an agency, else to a person. */
export const signedBy = (name: string, line: string): Credit =>
  isAgency(name) ? credit(name, null, line) : credit(null, name, line)
