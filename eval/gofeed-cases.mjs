/** gofeed’s expectations: the JSON that it makes of a feed, in a file beside it. */
import { htmlToWords } from '../dist/collect/to-plain-words.js'
import { isSame, lists, NotApplying, noField, ofFeed, otherFields, wordless } from './feed-expectations.mjs'

/** What judges a feed by such a file: right or wrong, or why it does not apply; null expects no more than no crash. */
export function expectJson(expected) {
  return (feed, isOurs) => {
    if (expected === null) return { reason: 'nothing but that it is read without a crash' }
    const told = []
    let [counted, wrong] = [0, 0]
    const check = (kind, value, wanted, label) => {
      counted++
      if (isSame({ kind, value: value ?? null }, wanted, { isOurs })) return
      wrong++
      told.push(`${label}: ${JSON.stringify(value ?? null)} for ${JSON.stringify(wanted)}`)
    }
    const reasons = []
    try {
      for (const [key, value] of Object.entries(expected)) checkFeed(key, value, feed, check, reasons, isOurs)
    } catch (error) {
      if (!(error instanceof NotApplying)) throw error
      reasons.push(error.message)
    }
    if (counted === 0) return { reason: reasons[0] ?? 'nothing but that it is read without a crash' }
    return {
      isRight: wrong === 0 && feed.failed === undefined,
      told: feed.failed ?? told.join('; ').slice(0, 500),
    }
  }
}

function checkFeed(key, value, feed, check, reasons, isOurs) {
  switch (key) {
    case 'title':
      return check('words', feed.title, value, key)
    case 'link':
    case 'home_page_url':
      return check('address', feed.siteUrl, value, key)
    case 'links': {
      const page = Array.isArray(value)
        ? value.find(
            (link) => typeof link === 'object' && (link.rel ?? 'alternate') === 'alternate' && link.href,
          )
        : undefined
      return page === undefined ? reasons.push(lists) : check('address', feed.siteUrl, page.href, key)
    }
    case 'language':
      return check('language', feed.language, value, key)
    case 'updatedParsed':
    case 'lastBuildDateParsed':
      return check('date', feed.updatedAt, value, key)
    case 'ttl':
      return check(
        'text',
        feed.askAgainAfterSeconds == null ? null : String(feed.askAgainAfterSeconds / 60),
        String(value),
        key,
      )
    case 'feedType':
      return reasons.push(ofFeed)
    case 'items':
    case 'entries':
      for (const [i, item] of value.entries()) {
        for (const [field, wanted] of Object.entries(item))
          checkEntry(field, wanted, feed.entries?.[i], check, reasons, isOurs)
      }
      return value.length > 0 && value.every((item) => Object.keys(item).length === 0)
        ? reasons.push(otherFields)
        : undefined
    default:
      return reasons.push(ofFeed)
  }
}

function checkEntry(key, value, entry, check, reasons, isOurs) {
  const person = (wanted, i = 0) =>
    wanted?.name ? check('person', entry?.authors[i], wanted.name, key) : reasons.push('addresses of people')
  switch (key) {
    case 'title':
      return check('words', entry?.title, value, key)
    case 'description':
    case 'summary':
      if (htmlToWords(value) === null && value !== '') return reasons.push(wordless)
      return check('words', entry?.summary, value, key)
    case 'content':
      if (typeof value === 'object' && value.value === undefined) return reasons.push(otherFields)
      return check('html', entry?.contentHtml, typeof value === 'string' ? value : value.value, key)
    case 'content_html':
      return check('html', entry?.contentHtml, value, key)
    case 'link':
    case 'url':
      return check('address', entry?.url, value, key)
    case 'links': {
      const page = value.find(
        (link) => typeof link === 'object' && (link.rel ?? 'alternate') === 'alternate' && link.href,
      )
      return page === undefined ? reasons.push(lists) : check('address', entry?.url, page.href, key)
    }
    case 'guid':
    case 'id':
      return check('text', entry?.guid, typeof value === 'object' ? value.value : value, key)
    case 'publishedParsed':
    case 'pubDateParsed':
    case 'date_published':
      return check('date', entry?.publishedAt, value, key)
    case 'updatedParsed':
    case 'date_modified':
      return check('date', entry?.updatedAt ?? entry?.publishedAt, value, key)
    case 'author':
      return typeof value === 'string' ? person({ name: value }) : person(value)
    case 'authors':
      return value.map((author, i) =>
        typeof author === 'string' ? person({ name: author }, i) : person(author, i),
      )
    case 'categories':
    case 'tags':
      return value.map((category) => {
        const wanted =
          typeof category === 'string' ? category : (category.label ?? category.value ?? category.term)
        if (wanted === undefined) return reasons.push('schemes of categories')
        // Whatever their order: several elements are listed one kind after another.
        const found = entry?.categories?.find((name) =>
          isSame({ kind: 'words', value: name }, wanted, { isOurs }),
        )
        return check('words', found, wanted, key)
      })
    case 'source': {
      let counted = false
      if (value.title !== undefined)
        counted = check('words', entry?.source?.title, value.title, 'source.title') ?? true
      const url = value.url ?? value.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href
      if (url !== undefined) counted = check('address', entry?.source?.url, url, 'source.url') ?? true
      return counted || reasons.push('what a source says beyond its title and address')
    }
    default:
      return reasons.push(noField.entry[key] ?? otherFields)
  }
}
