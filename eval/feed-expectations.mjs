/**
 * What the expectations of both suites are compared by: our fields, and the reasons why a part of one does not apply.
 */
import { Tokenizer } from 'htmlparser2'
import { readPerson } from '../dist/collect/read-person.js'
import { htmlToWords, looksLikeHtml, toOneLine } from '../dist/collect/to-plain-words.js'

/** Thrown where a part of an expectation has no field in our record; its message is the reason. */
export class NotApplying extends Error {}

/** @throws {NotApplying} with this reason. */
export const skip = (reason) => {
  throw new NotApplying(reason)
}

/** Why an expectation does not apply. */
export const lists = 'lists of links and people with all their attributes'
export const noField = {
  entry: {
    contributors: 'contributors, publishers, generators, licences, rights',
    publisher: 'contributors, publishers, generators, licences, rights',
    publisher_detail: 'contributors, publishers, generators, licences, rights',
    license: 'contributors, publishers, generators, licences, rights',
    rights: 'contributors, publishers, generators, licences, rights',
    rights_detail: 'contributors, publishers, generators, licences, rights',
    copyright: 'contributors, publishers, generators, licences, rights',
    copyright_detail: 'contributors, publishers, generators, licences, rights',
  },
}
export const wordless = 'summaries of pictures alone, which have no words'
export const otherFields = 'fields that no reader of news needs (enclosures, comments, expiry, threads …)'
export const ofFeed =
  'what a feed says of itself beyond title, page, language and dates (subtitle, rights, author, image …)'

/** Whether a value of a feed is what a suite expects, by the kind of field that it is. */
export function isSame({ kind, value }, expected, { isOurs }) {
  if (expected === null || value === null) return expected === value || (expected === '' && value === null)
  // Libraries give an object where an element has attributes that they do not know.
  if (typeof value !== 'string') return false
  if (kind === 'date') return toInstant(value) === toInstant(expected)
  const wanted = String(expected)
  if (kind === 'address') return toAddress(value) === toAddress(wanted)
  if (kind === 'language') return value.toLowerCase() === wanted.toLowerCase()
  if (kind === 'html') return toCanonical(value) === toCanonical(wanted)
  if (kind === 'person') {
    const name = readPerson(looksLikeHtml(wanted) ? htmlToWords(wanted) : wanted)
    return (isOurs ? value : readPerson(value)) === name
  }
  const found = isOurs || !looksLikeHtml(value) ? toOneLine(value) : htmlToWords(value)
  if (kind === 'text') return toOneLine(value) === toOneLine(wanted)
  return found === htmlToWords(wanted) || (!looksLikeHtml(wanted) && found === toOneLine(wanted))
}

function toInstant(date) {
  // feedparser’s time tuples are in UTC.
  if (Array.isArray(date)) return Date.UTC(date[0], date[1] - 1, ...date.slice(2, 6))
  const text = String(date)
  return Math.floor(Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text) / 1000) * 1000
}

function toAddress(address) {
  return URL.canParse(address) ? new URL(address).href : address
}

/** Markup with its tags in lower case, attributes in order of their names, references resolved. */
function toCanonical(html) {
  const parts = []
  let [name, attribute, value, attributes] = ['', '', '', []]
  const open = () => parts.push(`<${[name, ...attributes.sort()].join(' ')}>`)
  const nothing = () => {}
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname: (from, to) => {
        name = html.slice(from, to).toLowerCase()
        attributes = []
      },
      onattribname: (from, to) => {
        attribute = html.slice(from, to).toLowerCase()
        value = ''
      },
      onattribdata: (from, to) => {
        value += html.slice(from, to)
      },
      onattribentity: (point) => {
        value += String.fromCodePoint(point)
      },
      onattribend: () => {
        const isLink = attribute === 'href' || attribute === 'src'
        if (!attribute.startsWith('xmlns'))
          attributes.push(`${attribute}=${isLink ? toAddress(value) : value}`)
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (from, to) => parts.push(`</${html.slice(from, to).trim().toLowerCase()}>`),
      ontext: (from, to) => parts.push(html.slice(from, to)),
      ontextentity: (point) => parts.push(String.fromCodePoint(point)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return parts
    .join('')
    .replace(/<\/(?:br|img|hr|circle|path)>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
