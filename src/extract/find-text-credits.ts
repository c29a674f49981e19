import type { Credit } from '../records/article.ts'
import { isNameList } from './classify-furniture.ts'
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
  const match =
    /^((?:\p{Lu}[\p{L}.’'-]*(?:[\s,/]+(?:\p{Lu}[\p{L}.’'-]*|\d{1,2}|de|del|la|al)){0,7}[\s,]*)?\(([^()\d]{2,40})\))\s*[-–—:]+\s/u.exec(
      paragraph,
    )
  const [, dateline, agency = ''] = match ?? []
  // "OSLO (Norway) — ..." names a place unless what is in the brackets can be an agency.
  if (dateline === undefined || !isNameList(agency)) return null
  return credit(agency.trim(), null, dateline)
}

/** The agency in a byline: “By The Associated Press”, “Jane Doe, Reuters”, “Jane Doe | AFP”; null without one. */
export function findBylineCredit(byline: string): Credit | null {
  const parts = byline
    .split(/\s*[,|/;·•]\s*|\s+[–—-]\s+|\s+(?:for|of|with|and)\s+|\s*\(|\)/)
    .filter((part) => part !== '')
  const agency = parts.find((part) => isAgency(part) || isAgency(part.replace(/\s+(?:staff|desk)$/i, '')))
  return agency === undefined ? null : credit(agency.replace(/\s+(?:staff|desk)$/i, ''), null, byline)
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
  const source = /^(?:source|via|from)\s*:\s*(\p{Lu}[^.!?]{1,60})\.?$/iu.exec(line)?.[1]
  if (source !== undefined && isNameList(source)) return credit(source, null, line)
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
  const files =
    /^[[(]?[-–—]?\s*with (?:files|reporting|reports|contributions|additional reporting) (?:from|by) (?:the )?([^)\]]{2,80}?)[\])]?\.?$/i.exec(
      line,
    )?.[1]
  return files === undefined ? null : signedBy(files, line)
}

/** A credit for an article's text to an agency, else to a person. */
export const signedBy = (name: string, line: string): Credit =>
  isAgency(name) ? credit(name, null, line) : credit(null, name, line)
