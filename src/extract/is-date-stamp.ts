import { countWords } from './count-words.ts'

/**
 * Whether a line is little but a date or a time, in any language: “Publisert 05.08.2024, kl. 13.05 Oppdatert …”,
 * “21 mins ago 11:48”, “2024年5月3日 10時”.
 */
export function isDateStamp(text: string): boolean {
  if (text.length > 120) return false
  const rest = text.replace(stamps, ' ')
  if (rest === text) return false
  return (
    countWords(rest) <= 5 && !/[.!?。！？]["”’»]?$/.test(rest.replace(/\b(?:kl|h|hrs|uhr)\.\s*$/i, '').trim())
  )
}

const stamps =
  /\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}\.?|\d{4}\s?年\s?(?:\d{1,2}\s?月\s?)?(?:\d{1,2}\s?日)?|\d{4}년 \d{1,2}월 \d{1,2}일|\b\d{1,2}(?:st|nd|rd|th)?\.?(?: de)? \p{L}{3,12}\.?(?: de)?,? \d{4}\b|\b\p{L}{3,12}\.? \d{1,2},? \d{4}\b|\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d)|\d{1,2}時(?:\d{1,2}分)?/gu
