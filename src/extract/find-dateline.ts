import type { Dateline } from '../records/article.ts'
import { isMonthOrDay } from '../records/month-names.ts'
import { isAgency } from './is-agency.ts'

/** A dateline reaches no farther into a text. */
const longest = 120

/**
 * The dateline that a paragraph begins with: “MINSK (Belta) –”, “LONDON, March 4 (Reuters) —”, “(AP) —”, “Berlin (dpa/afp)
 * -”, “Madrid, 4 mar (EFE).-”, “МИНСК, 4 марта – БелТА.”, “(ANSA) - ROMA, 04 MAR -”, “新华社北京3月4日电”, “【北京=共同】”,
 * “(서울=연합뉴스)”, “NORTHGATE — ”; null without one. The place alone must stand in capitals: “Northgate - the oldest
 * here - fell.” begins no dateline.
 */
export function findDateline(paragraph: string): Dateline | null {
  const start = paragraph.slice(0, longest)
  for (const read of forms) {
    const dateline = read(start)
    if (dateline !== null) return dateline
  }
  return null
}

const word = "\\p{Lu}[\\p{L}\\p{M}.’'-]*"
const place = `${word}(?:(?:, ?|[ /])(?:${word}|de|del|la|al|am|an|der|sur|upon|and|und|et|y))*`
const day =
  '\\p{L}{3,12}\\.? \\d{1,2}|\\d{1,2}\\.?(?: de)? \\p{L}{3,12}\\.?|\\d{1,2}[./]\\d{1,2}\\.?(?:\\d{2,4})?'
const year = '(?:,? (?:de )?\\d{4})?'
const divider = '(?:\\s*[-–—:]+|\\.[-–—]+|\\s=)\\s'

/** “LONDON, March 4 (Reuters) —”; the place and the day may be missing. */
const bracketed = new RegExp(
  `^((?:(${place})(?:,? (?:${day})${year})?[ ,.]*)?\\(([^()\\d]{2,40})\\))(?:${divider}|\\s+(?=\\p{Lu}|[“"„«]))`,
  'u',
)
/** “(ANSA) - ROMA, 04 MAR -” */
const agencyFirst = new RegExp(
  `^(\\(([^()\\d]{2,40})\\) [-–—] (${place})(?:,? (?:${day})${year})?)${divider}`,
  'u',
)
/** “МИНСК, 4 марта – БелТА.”, “КИЇВ, 4 березня. /Укрінформ/.” */
const agencyLast = new RegExp(
  `^((${place})(?:[,.] (?:${day})${year})?[.,]?(?: [-–—]|\\.) /?([\\p{L} .-]{2,30}?)/?)[.:](?=\\s)`,
  'u',
)
/** “NORTHGATE —”, “NORTHGATE, March 4 -”: in capitals, or with a day. */
const bare = new RegExp(`^((${place})(,? (?:${day})${year})?)\\s*[-–—]+\\s`, 'u')

const isCapitals = (text: string): boolean => !/\p{Ll}{2}/u.test(text) && /\p{Lu}{3}/u.test(text)

/** “March 4” is a day, “Group 4” none. */
const isDay = (text: string): boolean =>
  /\d[./]\d/.test(text) || (text.match(/\p{L}{3,}/gu) ?? []).some((name) => isMonthOrDay(name))

const forms: readonly ((start: string) => Dateline | null)[] = [
  (start) => {
    const [, text = '', agency = '', place = null] = agencyFirst.exec(start) ?? []
    return text === '' || !isWire(agency) ? null : { place: toPlace(place), agency, text }
  },
  (start) => {
    const [, text = '', place = null, agency = ''] = bracketed.exec(start) ?? []
    // "OSLO (Norway) — ..." names a country; "The tower (Torre Alta) fell" none of both.
    if (text === '') return null
    const isDivided = new RegExp(`^${divider}`, 'u').test(start.slice(text.length))
    // "(Jane Doe/Reuters)" and "(Reuters) The ..." are what is left of a caption.
    if (!isDivided && place === null) return null
    if (!isWire(agency) && !(isDivided && isSigned(agency, place))) return null
    return { place: toPlace(place), agency: agency.trim(), text }
  },
  (start) => {
    const [, text = '', place = null, agency = ''] = agencyLast.exec(start) ?? []
    return text === '' || !isAgency(agency.trim())
      ? null
      : { place: toPlace(place), agency: agency.trim(), text }
  },
  // "新华社北京3月4日电", "中新社 北京 3月4日 电"
  (start) => {
    const [text = '', agency = '', place = ''] =
      /^(\p{sc=Han}{2,4}社)\s?(\p{sc=Han}{2,10}?)\s?\d{1,2}月\d{1,2}日\s?[电電]/u.exec(start) ?? []
    return text === '' ? null : { place, agency, text }
  },
  // "【北京=共同】", "【北京共同】"
  (start) => {
    const [text = '', place = '', agency = ''] =
      /^【([^【】=＝\s]{1,10}?)(?:[=＝]|(?=共同|時事|ロイター|AFP))([^【】]{2,12})】/u.exec(start) ?? []
    return text === '' || !isWire(agency.replace(/[\s=＝].*$/, '')) ? null : { place, agency, text }
  },
  // "(서울=연합뉴스) 홍길동 기자 ="
  (start) => {
    const [text = '', place = '', agency = ''] =
      /^[([]([\p{sc=Hangul}]{1,10})=([\p{sc=Hangul}A-Z]{2,10})[)\]]/u.exec(start) ?? []
    return text === '' ? null : { place, agency, text }
  },
  (start) => {
    const [, text = '', place = '', dated] = bare.exec(start) ?? []
    if (text === '' || place.length > 50 || place.split(' ').length > 5 || isNoPlace.test(place)) return null
    if (!isCapitals(place) || (dated !== undefined && !isDay(dated))) return null
    return { place: toPlace(place), agency: null, text }
  },
]

const isWire = (name: string): boolean =>
  !pictureService.test(name) && name.split(/\s*[/,]\s*|\s+and\s+/u).every((part) => isAgency(part.trim()))

const pictureService =
  /getty|shutterstock|alamy|stock|zuma|unsplash|pexels|pixabay|flickr|wikimedia|wikipedia|imago|images|photo|files/i

/** Labels that stand before a text in capitals, too: “FILE –”, “ANALYSIS —”. */
const isNoPlace =
  /\b(?:FILE|PHOTO|PICTURE|VIDEO|WATCH|LIVE|ANALYSIS|OPINION|COMMENT|EDITORIAL|EXCLUSIVE|UPDATED?|BREAKING|CLAIM|VERDICT|FACT|WARNING|NOTE|CORRECTION|CLARIFICATION|ABOVE|BELOW|LEFT|RIGHT|CLOSE|OPEN|READ|MORE|NEW|RELATED|REVIEW|INTERVIEW|REPORT|EXPLAINER|SPOILER|TODAY|NEWS|TV|EXKLUSIV|KOMMENTAR|ANALYSE|EN DIRECT|DIRETTA|EN VIVO|ВИДЕО|ФОТО)\b/u

// An agency that no list knows: a name in capitals or of several words behind a place in capitals.
const isSigned = (name: string, place: string | null): boolean =>
  /^\p{Lu}[\p{L}\p{M}.’'-]*(?: (?:\p{Lu}[\p{L}\p{M}.’'-]*|of|and|de))*$/u.test(name.trim()) &&
  (place === null || isCapitals(place.split(',')[0] ?? '')) &&
  !isMonthOrDay(name.trim().split(' ')[0] ?? '')

/** “LONDON, March 4” without its day. */
const toPlace = (text: string | null): string | null => {
  const parts = (text ?? '').replace(/[ ,]+$/, '').split(/,\s*/)
  return parts.filter((part) => part !== '' && !/\d/.test(part)).join(', ') || null
}
