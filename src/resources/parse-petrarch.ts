import { foldName } from '../records/fold-name.ts'
import type { Term } from '../records/gazetteer.ts'

/** An entry of a PETRARCH dictionary: the names of one actor, or of one kind of agent, and its codes. */
export interface PetrarchEntry {
  /** As news writes them: “Nicolas Maduro”; the first is the entry’s own. */
  readonly names: readonly string[]
  readonly terms: readonly Omit<Term, 'role' | 'office'>[]
}

/**
 * Parses PETRARCH’s actor dictionaries: `NICOLAS_MADURO_ [VENGOV 130414-260101][VENELI >260101]`, synonyms on lines
 * that begin with `+`, a `;` or `#` before a comment. A date is YYMMDD or YYYYMMDD; `<` means until it, `>` from it on.
 *
 * Names come in capitals there and are given back as words; `legacy` turns CAMEO’s country codes into ISO 3166.
 *
 * @throws {Error} naming file and line when a line has no code or a date is none.
 */
export function parsePetrarchActors(
  file: string,
  content: string,
  legacy: ReadonlyMap<string, string>,
): PetrarchEntry[] {
  const entries: { names: string[]; terms: Omit<Term, 'role' | 'office'>[] }[] = []
  for (const [i, raw] of content.split('\n').entries()) {
    const line = raw.replace(/[;#].*$/, '').trim()
    if (line === '' || line.startsWith('<!--') || line.startsWith('&') || line.startsWith('!')) continue
    const place = `${file}, line ${i + 1}`
    const name = toWords(line.replace(/^\+/, '').split('[')[0] ?? '')
    const codes = [...line.matchAll(/\[([^[\]]*)\]/g)].map(([, inside = '']) => inside.trim())
    const last = entries.at(-1)
    if (line.startsWith('+')) {
      if (!last) throw new Error(`${place}: a synonym before any actor: ${line}`)
      if (name !== '') last.names.push(name)
      last.terms.push(...codes.map((code) => toTerm(code, place, legacy)))
    } else if (line.startsWith('[')) {
      if (!last) throw new Error(`${place}: a code before any actor: ${line}`)
      last.terms.push(...codes.map((code) => toTerm(code, place, legacy)))
    } else {
      if (name === '') throw new Error(`${place}: no name: ${line}`)
      entries.push({ names: [name], terms: codes.map((code) => toTerm(code, place, legacy)) })
    }
  }
  const without = entries.find(({ terms }) => terms.length === 0)
  if (without)
    throw new Error(`${file}: “${without.names[0]}” has no code; write it in brackets, as in [VENGOV]`)
  return entries
}

/**
 * Parses PETRARCH’s agent dictionaries: `AMBASSADOR [~GOV]`, with `{AMBASSADORS}` for an irregular plural, `!` before
 * sets of words, which are left out.
 *
 * @throws {Error} naming file and line when a line has no code.
 */
export function parsePetrarchAgents(file: string, content: string): { words: string; roles: string }[] {
  return content.split('\n').flatMap((raw, i) => {
    const line = raw.replace(/[;#].*$/, '').trim()
    if (line === '' || /^(?:<!--|!|\+|&)/.test(line)) return []
    const code = /\[~?([A-Z]*)~?\]/.exec(line)?.[1]
    if (code === undefined) throw new Error(`${file}, line ${i + 1}: no code: ${line}; write it as in [~GOV]`)
    const words = (line.split(/[[{]/)[0] ?? '').replaceAll('_', ' ').trim().toLowerCase()
    return words.includes('!') || words === '' ? [] : [{ words: foldName(words), roles: code }]
  })
}

function toTerm(
  inside: string,
  place: string,
  legacy: ReadonlyMap<string, string>,
): Omit<Term, 'role' | 'office'> {
  const [code = '', when = ''] = inside.split(/\s+/)
  if (!/^[A-Z-]{3,}$/.test(code)) throw new Error(`${place}: “${inside}” begins with no code`)
  const [from, to] = toDays(when, place)
  const country = code.slice(0, 3)
  const iso3 = legacy.get(country)
  return {
    country: iso3 ?? null,
    code: iso3 === undefined ? code : `${iso3}${code.slice(3)}`,
    from,
    to,
    asOf: null,
  }
}

function toDays(when: string, place: string): [from: string | null, to: string | null] {
  if (when === '') return [null, null]
  if (when.startsWith('<')) return [null, toDay(when.slice(1), place)]
  if (when.startsWith('>')) return [toDay(when.slice(1), place), null]
  const [from = '', to = ''] = when.split('-')
  return [toDay(from, place), to === '' ? null : toDay(to, place)]
}

/** Two digits of a year: 30 to 99 are of the last century, as PETRARCH reads them. */
function toDay(digits: string, place: string): string {
  const full = /^\d{6}$/.test(digits) ? `${Number(digits.slice(0, 2)) < 30 ? '20' : '19'}${digits}` : digits
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(full) ?? []
  if (!year || !month || !day || Number(month) > 12 || Number(day) > 31)
    throw new Error(`${place}: “${digits}” is no day; write it as YYMMDD`)
  return `${year}-${month === '00' ? '01' : month}-${day === '00' ? '01' : day}`
}

/** “NICOLAS_MADURO_” is “Nicolas Maduro”; what is written in small letters, and short names, stay as they are. */
function toWords(pattern: string): string {
  const words = pattern.replaceAll('_', ' ').replace(/\s+/g, ' ').trim()
  if (/\p{Ll}/u.test(words) || (!words.includes(' ') && words.length <= 4)) return words
  return words.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}
